ALTER TABLE "attempts" ADD COLUMN "corrections" jsonb;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "checked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "checked_by" text;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_checked_by_users_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;