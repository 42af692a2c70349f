import 'server-only'
import type { Step } from '../documents/model/schema'
import { listSteps as listUpstreamSteps } from '../docutray/calls/client'
import { getSettings } from '../env'
import { AppError } from '../errors'
import { log } from '../log'
import { listVisibleSteps, replaceSteps } from './store'

const staleMs = 5 * 60_000
const shared = globalThis as typeof globalThis & { intrayStepsReadAt?: number }

/** The steps a document can be sent to. Asks the upstream anew where the last answer is old, without waiting for it. */
export async function listSteps(): Promise<Step[]> {
  const steps = await listVisibleSteps()
  if (steps.length === 0) await refreshSteps()
  else if (Date.now() - (shared.intrayStepsReadAt ?? 0) > staleMs) void refreshSteps()
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
  shared.intrayStepsReadAt = Date.now()
  try {
    await replaceSteps({ source: 'settings', list: getSettings().DOCUTRAY_STEPS })
    await replaceSteps({ source: 'upstream', list: await listUpstreamSteps() })
  } catch (error) {
    log.warn({ err: error }, 'the list of steps could not be refreshed')
  }
}
