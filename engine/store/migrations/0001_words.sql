CREATE TABLE "engine"."execution_words" (
	"execution_id" text NOT NULL,
	"page" integer NOT NULL,
	"packed" "bytea" NOT NULL,
	CONSTRAINT "execution_words_execution_id_page_pk" PRIMARY KEY("execution_id","page")
);
--> statement-breakpoint
ALTER TABLE "engine"."execution_words" ADD CONSTRAINT "execution_words_execution_id_executions_id_fk" FOREIGN KEY ("execution_id") REFERENCES "engine"."executions"("id") ON DELETE cascade ON UPDATE no action;