CREATE TABLE "upload_batch_files" (
	"batch_id" text NOT NULL,
	"place" integer NOT NULL,
	"name" text NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text,
	"pages" integer,
	"outcome" text NOT NULL,
	"code" text,
	"document_id" text,
	"duplicate_of" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "upload_batch_files_batch_id_place_pk" PRIMARY KEY("batch_id","place")
);
--> statement-breakpoint
CREATE TABLE "upload_batches" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"begun_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "upload_batch_files" ADD CONSTRAINT "upload_batch_files_batch_id_upload_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."upload_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload_batches" ADD CONSTRAINT "upload_batches_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "upload_batches_of_person" ON "upload_batches" USING btree ("person_id","begun_at");