ALTER TABLE "attempts" ADD COLUMN "step_id" text;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "step_name" text;