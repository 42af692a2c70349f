CREATE TABLE "upstream_faults" (
	"upstream" text NOT NULL,
	"day" date NOT NULL,
	"operation" text NOT NULL,
	"code" text NOT NULL,
	"count" integer NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"detail" text,
	CONSTRAINT "upstream_faults_upstream_day_operation_code_pk" PRIMARY KEY("upstream","day","operation","code")
);
--> statement-breakpoint
CREATE TABLE "upstream_refusals" (
	"upstream" text NOT NULL,
	"subject" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"detail" text,
	CONSTRAINT "upstream_refusals_upstream_subject_pk" PRIMARY KEY("upstream","subject")
);
--> statement-breakpoint
ALTER TABLE "upstream_pause" ADD COLUMN "since" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "upstream_pause" ADD COLUMN "resets_at" timestamp with time zone;