import { executionIdPattern } from '@/base/contract'
import { findExecution } from '@/engine/store/executions'
import type { Database } from '@/engine/store/open-database'
import type { Execution } from '@/engine/store/tables'
import { messageRefusal } from '../http/refusal'

/** The execution of a step, for the organization whose it is; the refusals are those of contract §3.2. */
export async function requireExecution(input: {
  database: Database
  id: string
  organization: { id: string }
}): Promise<Execution> {
  const { database, id, organization } = input
  if (!executionIdPattern.test(id)) {
    throw messageRefusal({ status: 400, message: 'Invalid execution ID format' })
  }
  const execution = await findExecution({ database, id })
  if (execution?.kind !== 'step') throw messageRefusal({ status: 404, message: 'Execution not found' })
  if (execution.organization !== organization.id) {
    throw messageRefusal({ status: 403, message: 'Access denied to this execution' })
  }
  return execution
}
