import type { PaperPage, Place } from '../paper'
import type { FormPlan } from './plan/plan'
import { planForm } from './plan/plan-form'
import { printForm } from './print/print-form'
import { askFor } from './schema/ask-for'
import type { JsonSchemaObject } from './schema/json-form'
import { type Office, openOffice } from './values/office'

/** An office document, a schema that asks for some of it, and the JSON that is the right answer. */
export type FormPaper = {
  id: string
  /** The kind of document: forms of one group belong into one fold. */
  group: string
  language: string
  pages: PaperPage[]
  schema: JsonSchemaObject
  /** What the document does not say is left out. */
  truth: Record<string, unknown>
  /** By path, as `policy.number` or `items.2.qty`: each printing of the value, of one or more parts. */
  places: Map<string, Place[][]>
}

/** The same seed gives the same form. */
export function makeForm({ seed }: { seed: number }): FormPaper {
  const { office, plan, schema, truth } = draft(seed)
  const sheet = printForm({ plan, office })
  const places = Object.entries(sheet.findTruth().truth).map(
    ([path, { occurrences }]): [string, Place[][]] => [path, occurrences],
  )
  return {
    id: `form-${seed}`,
    group: plan.kind.key,
    language: office.language,
    pages: sheet.pages,
    schema,
    truth,
    places: new Map(places),
  }
}

/** Few papers have next to nothing to ask for; such are drawn again. */
function draft(seed: number, attempt = 0): Draft {
  const office = openOffice(seed + attempt * 1_000_003)
  const plan = planForm(office)
  const asked = askFor({ plan, office })
  const isRich = Object.keys(asked.schema.properties ?? {}).length > 2 && Object.keys(asked.truth).length > 1
  return isRich || attempt > 9 ? { office, plan, ...asked } : draft(seed, attempt + 1)
}

type Draft = ReturnType<typeof askFor> & { office: Office; plan: FormPlan }
