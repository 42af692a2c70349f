CREATE SEQUENCE "public"."field_event_sequence" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "exports" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"format" text NOT NULL,
	"filter" jsonb NOT NULL,
	"documents" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "field_events" (
	"document_id" text NOT NULL,
	"sequence" bigint DEFAULT nextval('field_event_sequence') NOT NULL,
	"attempt" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_id" text,
	"by_name" text,
	"kind" text NOT NULL,
	"path" text,
	"from" jsonb,
	"to" jsonb,
	"place" jsonb,
	"finding" jsonb,
	"export_id" text,
	CONSTRAINT "field_events_document_id_sequence_pk" PRIMARY KEY("document_id","sequence")
);
--> statement-breakpoint
ALTER TABLE "field_events" ADD CONSTRAINT "field_events_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_events" ADD CONSTRAINT "field_events_export_id_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."exports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What is known of the past: who put the present values there, added and took out rows, confirmed and checked.
WITH "found" AS (
	SELECT "document_id", "number" AS "attempt", ("entry"."value"->>'at')::timestamptz AS "at", 1 AS "step", "entry"."value"->'by' AS "by",
		CASE WHEN "entry"."value" ? 'value' THEN 'corrected' WHEN ("entry"."value"->>'added')::boolean THEN 'row_inserted' ELSE 'row_deleted' END AS "kind",
		"entry"."key" AS "path", nullif("entry"."value"->'read', 'null') AS "from", nullif("entry"."value"->'value', 'null') AS "to", null::jsonb AS "finding"
	FROM "attempts", jsonb_each(CASE WHEN jsonb_typeof("corrections") = 'object' THEN "corrections" ELSE '{}' END) AS "entry"
	UNION ALL
	SELECT "document_id", "number", ("entry"."value"->>'at')::timestamptz, 2, "entry"."value"->'by', 'row_deleted', "entry"."key", null, null, null
	FROM "attempts", jsonb_each(CASE WHEN jsonb_typeof("corrections") = 'object' THEN "corrections" ELSE '{}' END) AS "entry"
	WHERE ("entry"."value"->>'added')::boolean AND ("entry"."value"->>'removed')::boolean
	UNION ALL
	SELECT "document_id", "number", ("entry"."value"->>'at')::timestamptz, 3, "entry"."value"->'by', 'confirmed', "entry"."key", null, null,
		(SELECT "item" FROM jsonb_array_elements(CASE WHEN jsonb_typeof("review_items") = 'array' THEN "review_items" ELSE '[]' END) AS "item" WHERE "item"->>'id' = "entry"."key" AND "item"->>'kind' = 'finding' LIMIT 1)
	FROM "attempts", jsonb_each(CASE WHEN jsonb_typeof("confirmations") = 'object' THEN "confirmations" ELSE '{}' END) AS "entry"
	UNION ALL
	SELECT "document_id", "number", "checked_at", 4, jsonb_build_object('id', "users"."id", 'name', "users"."name"), 'checked', null, null, null, null
	FROM "attempts" INNER JOIN "users" ON "users"."id" = "attempts"."checked_by" WHERE "checked_at" IS NOT NULL
)
INSERT INTO "field_events" ("document_id", "sequence", "attempt", "at", "by_id", "by_name", "kind", "path", "from", "to", "finding")
SELECT "document_id", nextval('field_event_sequence'), "attempt", "at", "by"->>'id', "by"->>'name', "kind", "path", "from", "to", "finding"
FROM (SELECT * FROM "found" ORDER BY "at", "document_id", "step", "path") AS "ordered";
