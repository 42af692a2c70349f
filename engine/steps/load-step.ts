import { type StepDefinition, stepDefinitionSchema } from '../fields/step-definition'
import document from './document.json'
import invoice from './invoice.json'
import receipt from './receipt.json'

/** The steps that every engine has, by pipeline. */
export const builtInSteps: StepDefinition[] = [invoice, receipt, document].map((step) =>
  stepDefinitionSchema.parse(step),
)

/** The definition behind a pipeline's name, or null when there is none. */
export function findStep(pipeline: string): StepDefinition | null {
  return builtInSteps.find((step) => step.documentType === pipeline) ?? null
}
