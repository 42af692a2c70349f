-- What was written without it is written anew at the start.
DELETE FROM "search_entries";--> statement-breakpoint
ALTER TABLE "search_entries" ADD COLUMN "received_at" timestamp with time zone NOT NULL;