ALTER TABLE "attempts" ADD COLUMN "supplier" text;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "supplier_key" text;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "invoice_number" text;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "issued_on" date;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "due_on" date;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "total" numeric;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "currency" text;--> statement-breakpoint
CREATE INDEX "attempts_by_supplier" ON "attempts" USING btree ("supplier_key" collate "C") WHERE "attempts"."supplier_key" is not null;--> statement-breakpoint
CREATE INDEX "attempts_by_invoice_number" ON "attempts" USING btree ("invoice_number" collate "C") WHERE "attempts"."invoice_number" is not null;--> statement-breakpoint
CREATE INDEX "attempts_by_issue" ON "attempts" USING btree ("issued_on") WHERE "attempts"."issued_on" is not null;--> statement-breakpoint
CREATE INDEX "attempts_by_due" ON "attempts" USING btree ("due_on") WHERE "attempts"."due_on" is not null;--> statement-breakpoint
CREATE INDEX "attempts_by_total" ON "attempts" USING btree ("total") WHERE "attempts"."total" is not null;--> statement-breakpoint
-- What was kept as one object stands in columns; the days are looked up in the result, as people put it right.
WITH "found" AS (
	SELECT "document_id", "number", "headline",
		coalesce("corrections"->'date'->>'value', "result"->>'date', "result"->>'issue_date', "result"->>'invoice_date', "result"->>'fecha_emision', "result"->>'fecha') AS "issued",
		coalesce("corrections"->'due_date'->>'value', "result"->>'due_date', "result"->>'dueDate', "result"->>'fecha_vencimiento') AS "due"
	FROM "attempts" WHERE "headline" IS NOT NULL AND "headline" <> 'null'
)
UPDATE "attempts" SET
	"supplier" = "found"."headline"->>'from',
	"supplier_key" = lower(translate("found"."headline"->>'from', 'ÁÀÂÄÃÅÉÈÊËÍÌÎÏÓÒÔÖÕÚÙÛÜÑÇáàâäãåéèêëíìîïóòôöõúùûüñç', 'aaaaaaeeeeiiiiooooouuuuncaaaaaaeeeeiiiiooooouuuunc')),
	"invoice_number" = "found"."headline"->>'number',
	"total" = CASE WHEN abs(("found"."headline"->>'total')::numeric) < 1e15 THEN ("found"."headline"->>'total')::numeric END,
	"currency" = "found"."headline"->>'currency',
	"issued_on" = CASE WHEN "issued" ~ '^[1-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])([T ]|$)' THEN CASE WHEN substr("issued", 9, 2)::int <= extract(day FROM (substr("issued", 1, 7) || '-01')::date + interval '1 month - 1 day') THEN substr("issued", 1, 10)::date END END,
	"due_on" = CASE WHEN "due" ~ '^[1-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])([T ]|$)' THEN CASE WHEN substr("due", 9, 2)::int <= extract(day FROM (substr("due", 1, 7) || '-01')::date + interval '1 month - 1 day') THEN substr("due", 1, 10)::date END END
FROM "found" WHERE "attempts"."document_id" = "found"."document_id" AND "attempts"."number" = "found"."number";--> statement-breakpoint
ALTER TABLE "attempts" DROP COLUMN "headline";