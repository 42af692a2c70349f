-- What is remembered does not say whose answer it was; it is asked for again.
DELETE FROM "usage_months";--> statement-breakpoint
ALTER TABLE "usage_months" DROP CONSTRAINT "usage_months_year_month_pk";--> statement-breakpoint
ALTER TABLE "usage_months" ADD COLUMN "upstream" text NOT NULL;--> statement-breakpoint
ALTER TABLE "usage_months" ADD CONSTRAINT "usage_months_upstream_year_month_pk" PRIMARY KEY("upstream","year","month");
