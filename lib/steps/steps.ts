import 'server-only'
import { listSteps as listUpstreamSteps } from '../docutray/calls/client'
import { endRefusalsBut } from '../docutray/refusals-store'
import { getSettings } from '../env'
import { AppError } from '../errors'
import { log } from '../log'
import { once } from '../once'
import type { ManagedStep, NewStep, Step, StepChange } from './schema'
import { insertStep, listManagedSteps, listVisibleSteps, replaceSteps, updateStep } from './store'

const staleMs = 5 * 60_000
const lastRead = () => once('steps', () => ({ at: 0 }))

/** The steps a document can be sent to. Asks the upstream anew where the last answer is old, without waiting for it. */
export async function listSteps(): Promise<Step[]> {
  const steps = await listVisibleSteps()
  if (steps.length === 0) await refreshSteps()
  else if (Date.now() - lastRead().at > staleMs) void refreshSteps()
  return steps.length === 0 ? listVisibleSteps() : steps
}

/** The step with this id, or the only one there is where none is named. Throws step.unknown. */
export async function requireStep(id: string | undefined): Promise<Step> {
  const steps = await listSteps()
  const [first, second] = steps
  const step = id ? steps.find((known) => known.id === id) : second ? undefined : first
  if (step) return step
  throw new AppError('step.unknown')
}

/** Reads the settings' and the upstream's steps into the database. An upstream that does not answer changes nothing. */
export async function refreshSteps(): Promise<void> {
  lastRead().at = Date.now()
  try {
    await replaceSteps({ source: 'settings', list: getSettings().DOCUTRAY_STEPS })
    await replaceSteps({ source: 'upstream', list: await listUpstreamSteps() })
    await forgetRefusals()
  } catch (error) {
    log.warn({ err: error }, 'the list of steps could not be refreshed')
  }
}

type StepList = { steps: ManagedStep[] }

export async function readSteps(): Promise<StepList> {
  return { steps: await listManagedSteps() }
}

/** Adds a step by hand: the cloud's API lists none. Throws step.taken. */
export async function addStep(step: NewStep): Promise<StepList> {
  if (!(await insertStep(step))) throw new AppError('step.taken')
  return readSteps()
}

/** Renames, hides or shows a step added by hand, or lets any step learn. Throws step.not_editable. */
export async function changeStep({ id, change }: { id: string; change: StepChange }): Promise<StepList> {
  if (!(await updateStep({ id, change }))) throw new AppError('step.not_editable')
  await forgetRefusals()
  return readSteps()
}

/** Whether the upstream refuses a step that is not on offer is nobody's trouble. */
async function forgetRefusals(): Promise<void> {
  await endRefusalsBut((await listVisibleSteps()).map(({ id }) => id))
}
