CREATE TABLE "promised_room" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"bytes" bigint NOT NULL,
	"arrived_bytes" bigint DEFAULT 0 NOT NULL,
	"promised_at" timestamp with time zone DEFAULT now() NOT NULL
);
