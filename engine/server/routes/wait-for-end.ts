import type { ExecutionResult } from '@/engine/pipeline/processed-document'
import type { Execution } from '@/engine/store/tables'
import type { Completions } from '@/engine/work/queue/completions'
import { engineFault } from '@/engine/work/workers/reading-pool'
import { Refusal, validationRefusal } from '../http/refusal'
import type { Call } from '../http/route'

/**
 * The result of an execution, for a caller that waits for it.
 * @throws Refusal 400 with the reason when the document cannot be read; 500 when the engine is at fault.
 */
export async function waitForEnd(input: {
  call: Call
  completions: Completions
  id: string
  failure: Record<string, unknown>
}): Promise<Execution & { result: ExecutionResult }> {
  const { call, completions, id, failure } = input
  // Reading may take longer than a connection may be silent.
  call.request.socket.setTimeout(0)
  const execution = await completions.wait(id)
  const { result, error } = execution
  if (result) return { ...execution, result }
  if (error === engineFault) throw new Refusal({ status: 500, body: failure })
  throw validationRefusal([error ?? 'The document could not be read'])
}
