ALTER TABLE "attempts" ALTER COLUMN "result" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "steps" ALTER COLUMN "schema" SET DATA TYPE json;