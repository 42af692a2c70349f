import 'server-only'
import { AppError } from '../errors'
import type { ManagedStep, NewStep, StepChange } from '../settings/schema'
import { insertStep, listManagedSteps, updateStep } from './managed-steps-store'

type StepList = { steps: ManagedStep[] }

/** All steps with where they come from, by name. */
export async function readSteps(): Promise<StepList> {
  return { steps: await listManagedSteps() }
}

/** Adds a step by hand: the cloud's API lists none. Throws step.taken. */
export async function addStep(step: NewStep): Promise<StepList> {
  if (!(await insertStep(step))) throw new AppError('step.taken')
  return readSteps()
}

/** Renames, hides or shows a step added by hand. Throws step.not_editable for any other. */
export async function changeStep({ id, change }: { id: string; change: StepChange }): Promise<StepList> {
  if (!(await updateStep({ id, change }))) throw new AppError('step.not_editable')
  return readSteps()
}
