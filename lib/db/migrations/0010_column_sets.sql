CREATE TABLE "column_sets" (
	"id" text PRIMARY KEY NOT NULL,
	"step_id" text NOT NULL,
	"name" text NOT NULL,
	"spec" json NOT NULL,
	CONSTRAINT "column_sets_name_unique" UNIQUE("name")
);
--> statement-breakpoint
ALTER TABLE "column_sets" ADD CONSTRAINT "column_sets_step_id_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."steps"("id") ON DELETE cascade ON UPDATE no action;