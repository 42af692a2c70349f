ALTER TABLE "invoice_keys" ADD COLUMN "next_try_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "invoice_keys" ADD COLUMN "failed_tries" integer DEFAULT 0 NOT NULL;