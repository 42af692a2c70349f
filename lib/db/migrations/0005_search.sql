CREATE TABLE "search_entries" (
	"document_id" text PRIMARY KEY NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
DROP INDEX "documents_person";--> statement-breakpoint
DROP INDEX "documents_newest";--> statement-breakpoint
DROP INDEX "documents_due";--> statement-breakpoint
ALTER TABLE "search_entries" ADD CONSTRAINT "search_entries_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_entries_words" ON "search_entries" USING gin ("words") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "documents_by_state" ON "documents" USING btree ("state","received_at","id") WHERE "documents"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "documents_by_step" ON "documents" USING btree ("step_id","received_at","id") WHERE "documents"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "documents_by_person" ON "documents" USING btree ("uploaded_by","received_at","id") WHERE "documents"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "documents_newest" ON "documents" USING btree ("received_at","id") WHERE "documents"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "documents_due" ON "documents" USING btree ("state","next_try_at") WHERE "documents"."next_try_at" is not null;