CREATE TABLE "invoice_keys" (
	"document_id" text PRIMARY KEY NOT NULL,
	"attempt" integer NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"tax_id" text,
	"supplier_key" text,
	"number_key" text,
	"total" numeric,
	"currency" text,
	"account" text,
	"is_account_sure" boolean NOT NULL,
	"is_account_vouched" boolean NOT NULL,
	"same_as" text,
	"account_unlike" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"compared" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "invoice_keys" ADD CONSTRAINT "invoice_keys_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invoice_keys_same" ON "invoice_keys" USING btree ("number_key","total") WHERE "invoice_keys"."number_key" is not null;--> statement-breakpoint
CREATE INDEX "invoice_keys_accounts_by_tax_id" ON "invoice_keys" USING btree ("tax_id","received_at") WHERE "invoice_keys"."account" is not null;--> statement-breakpoint
CREATE INDEX "invoice_keys_accounts_by_name" ON "invoice_keys" USING btree ("supplier_key","received_at") WHERE "invoice_keys"."account" is not null;--> statement-breakpoint
CREATE INDEX "invoice_keys_same_as" ON "invoice_keys" USING btree ("same_as") WHERE "invoice_keys"."same_as" is not null;--> statement-breakpoint
CREATE INDEX "invoice_keys_account_unlike" ON "invoice_keys" USING btree ("account_unlike") WHERE "invoice_keys"."account_unlike" is not null;--> statement-breakpoint
CREATE INDEX "invoice_keys_due" ON "invoice_keys" USING btree ("received_at") WHERE "invoice_keys"."revision" > "invoice_keys"."compared";