CREATE TABLE "lesson_examples" (
	"document_id" text PRIMARY KEY NOT NULL,
	"supplier_id" text NOT NULL,
	"answered" json NOT NULL,
	"truth" jsonb NOT NULL,
	"people" jsonb NOT NULL,
	"issuer" jsonb NOT NULL,
	"uses" jsonb NOT NULL,
	"received_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lesson_suppliers" (
	"id" text PRIMARY KEY NOT NULL,
	"step_id" text NOT NULL,
	"name" text,
	"tax_ids" jsonb NOT NULL,
	"names" jsonb NOT NULL,
	"aliases" jsonb NOT NULL,
	"form" jsonb NOT NULL,
	"relations" jsonb NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lessons" (
	"id" text PRIMARY KEY NOT NULL,
	"supplier_id" text NOT NULL,
	"path" text NOT NULL,
	"rule" json NOT NULL,
	"tried" integer NOT NULL,
	"right" integer NOT NULL,
	"answered_right" integer NOT NULL,
	"made_from" jsonb NOT NULL,
	"people" jsonb NOT NULL,
	"is_active" boolean NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"used" integer NOT NULL,
	"used_right" integer NOT NULL,
	"learnt_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lessons_due" (
	"document_id" text PRIMARY KEY NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"asked" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "learnt" json;--> statement-breakpoint
ALTER TABLE "steps" ADD COLUMN "learns" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "lesson_examples" ADD CONSTRAINT "lesson_examples_supplier_id_lesson_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."lesson_suppliers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_supplier_id_lesson_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."lesson_suppliers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lesson_examples_supplier" ON "lesson_examples" USING btree ("supplier_id","received_at");--> statement-breakpoint
CREATE INDEX "lesson_suppliers_step" ON "lesson_suppliers" USING btree ("step_id");--> statement-breakpoint
CREATE UNIQUE INDEX "lessons_of_supplier" ON "lessons" USING btree ("supplier_id","path");--> statement-breakpoint
CREATE INDEX "attempts_learnt" ON "attempts" USING btree ("document_id") WHERE "attempts"."learnt" is not null;