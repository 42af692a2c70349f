CREATE SEQUENCE "public"."document_versions" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "leases" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"wanted" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"document_id" text NOT NULL,
	"number" integer NOT NULL,
	"key" text NOT NULL,
	"state" text NOT NULL,
	"upstream" text,
	"execution_id" text,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"enqueued_at" timestamp with time zone,
	"processing_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"error_code" text,
	"error_detail" text,
	"result" json,
	"validation" jsonb,
	"identification" jsonb,
	"corrections" jsonb,
	"headline" jsonb,
	"checked_at" timestamp with time zone,
	"checked_by" text,
	CONSTRAINT "attempts_document_id_number_pk" PRIMARY KEY("document_id","number"),
	CONSTRAINT "attempts_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"content_type" text NOT NULL,
	"pages" integer NOT NULL,
	"step_id" text NOT NULL,
	"step_name" text NOT NULL,
	"metadata" jsonb,
	"uploaded_by" text NOT NULL,
	"file_key" text,
	"state" text NOT NULL,
	"reason" text,
	"attempt" integer DEFAULT 0 NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"confirmed_by" text,
	"next_try_at" timestamp with time zone,
	"poll_requested" boolean DEFAULT false NOT NULL,
	"failed_tries" integer DEFAULT 0 NOT NULL,
	"version" bigint DEFAULT nextval('document_versions') NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "search_entries" (
	"document_id" text PRIMARY KEY NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "upstream_pause" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"code" text NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"request_id" text PRIMARY KEY NOT NULL,
	"processed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"text" text,
	"html" text,
	"state" text DEFAULT 'waiting' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp with time zone,
	"problem" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "mails_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"invited_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "password_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"device" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"subject" text PRIMARY KEY NOT NULL,
	"tries" integer NOT NULL,
	"last_try_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_until" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"role" text NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"locale" text,
	"mails_done" boolean DEFAULT false NOT NULL,
	"mails_quota" boolean DEFAULT true NOT NULL,
	"notified_up_to" timestamp with time zone,
	"digest_at" timestamp with time zone,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_by" text
);
--> statement-breakpoint
CREATE TABLE "steps" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	"schema" json,
	"position" integer,
	"hidden_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "ledger_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"document_name" text NOT NULL,
	"attempt" integer NOT NULL,
	"execution_id" text,
	"user_id" text NOT NULL,
	"step_id" text NOT NULL,
	"pages" integer NOT NULL,
	"counted" boolean NOT NULL,
	"why" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "usage_months" (
	"upstream" text NOT NULL,
	"year" integer NOT NULL,
	"month" integer NOT NULL,
	"pages" integer NOT NULL,
	"operations" integer NOT NULL,
	"closed" boolean NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	CONSTRAINT "usage_months_upstream_year_month_pk" PRIMARY KEY("upstream","year","month")
);
--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_checked_by_users_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_entries" ADD CONSTRAINT "search_entries_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_links" ADD CONSTRAINT "password_links_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_execution" ON "attempts" USING btree ("execution_id") WHERE "attempts"."execution_id" is not null;--> statement-breakpoint
CREATE INDEX "attempts_enqueued" ON "attempts" USING btree ("enqueued_at");--> statement-breakpoint
CREATE INDEX "attempts_done" ON "attempts" USING btree ("finished_at") WHERE "attempts"."state" = 'done';--> statement-breakpoint
CREATE INDEX "attempts_to_check" ON "attempts" USING btree ("document_id") WHERE "attempts"."state" = 'done' and "attempts"."checked_at" is null and (coalesce("attempts"."validation"->'errors'->'count', '0') <> '0' or coalesce("attempts"."validation"->'warnings'->'count', '0') <> '0');--> statement-breakpoint
CREATE INDEX "documents_newest" ON "documents" USING btree ("received_at","id") WHERE "documents"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "documents_by_state" ON "documents" USING btree ("state","received_at","id") WHERE "documents"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "documents_by_step" ON "documents" USING btree ("step_id","received_at","id") WHERE "documents"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "documents_by_person" ON "documents" USING btree ("uploaded_by","received_at","id") WHERE "documents"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "documents_due" ON "documents" USING btree ("state","next_try_at") WHERE "documents"."next_try_at" is not null;--> statement-breakpoint
CREATE INDEX "documents_forgotten" ON "documents" USING btree ("id") WHERE "documents"."removed_at" is not null and "documents"."file_key" is not null;--> statement-breakpoint
CREATE INDEX "documents_same" ON "documents" USING btree ("sha256","step_id");--> statement-breakpoint
CREATE INDEX "search_entries_words" ON "search_entries" USING gin ("words") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree ("next_try_at") WHERE "mails"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "sessions_of_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_attempt" ON "ledger_lines" USING btree ("document_id","attempt");--> statement-breakpoint
CREATE INDEX "ledger_time" ON "ledger_lines" USING btree ("occurred_at");