DROP INDEX "attempts_to_check";--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "review_items" jsonb;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "confirmations" jsonb;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "to_review" integer;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "review_worth" real;--> statement-breakpoint
CREATE INDEX "attempts_to_review" ON "attempts" USING btree ("review_worth","document_id") WHERE "attempts"."to_review" > 0;--> statement-breakpoint
CREATE INDEX "attempts_uncounted" ON "attempts" USING btree ("document_id") WHERE "attempts"."state" = 'done' and "attempts"."to_review" is null;