CREATE SCHEMA IF NOT EXISTS "engine";
--> statement-breakpoint
CREATE TABLE "engine"."deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"execution_id" text NOT NULL,
	"organization" text NOT NULL,
	"url" text NOT NULL,
	"event" text NOT NULL,
	"body" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engine"."delivery_attempts" (
	"delivery_id" text NOT NULL,
	"attempt" integer NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"duration_ms" integer NOT NULL,
	"status" integer,
	"error" text,
	CONSTRAINT "delivery_attempts_delivery_id_attempt_pk" PRIMARY KEY("delivery_id","attempt")
);
--> statement-breakpoint
CREATE TABLE "engine"."executions" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"organization" text NOT NULL,
	"target" text NOT NULL,
	"target_name" text NOT NULL,
	"pipeline" text NOT NULL,
	"status" text NOT NULL,
	"crashes" integer DEFAULT 0 NOT NULL,
	"interruptions" integer DEFAULT 0 NOT NULL,
	"queue_rank" double precision NOT NULL,
	"content_type" text NOT NULL,
	"bytes" bigint NOT NULL,
	"filename" text,
	"metadata" json,
	"webhook_url" text,
	"idempotency_key" text,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"pages" integer,
	"result" json,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "engine"."usage_months" (
	"organization" text NOT NULL,
	"year" integer NOT NULL,
	"month" integer NOT NULL,
	"pages" integer NOT NULL,
	"operations" integer NOT NULL,
	CONSTRAINT "usage_months_organization_year_month_pk" PRIMARY KEY("organization","year","month")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_once" ON "engine"."deliveries" USING btree ("execution_id","url","event");--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "engine"."deliveries" USING btree ("next_attempt_at") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "deliveries_ended" ON "engine"."deliveries" USING btree ("created_at") WHERE state <> 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "executions_idempotency" ON "engine"."executions" USING btree ("organization","idempotency_key");--> statement-breakpoint
CREATE INDEX "executions_queue" ON "engine"."executions" USING btree ("organization","queue_rank") WHERE status = 'ENQUEUED';--> statement-breakpoint
CREATE INDEX "executions_processing" ON "engine"."executions" USING btree ("id") WHERE status = 'PROCESSING';--> statement-breakpoint
CREATE INDEX "executions_finished" ON "engine"."executions" USING btree ("finished_at") WHERE finished_at is not null;