import type { Execution } from '@/engine/store/tables'

/** What GET status answers about a step's execution: contract §3.1. A field that does not apply is absent. */
export function toStepStatus(execution: Execution): Record<string, unknown> {
  return {
    conversion_id: execution.id,
    status: execution.status,
    request_timestamp: execution.requestedAt.toISOString(),
    ...(execution.finishedAt && { response_timestamp: execution.finishedAt.toISOString() }),
    ...(execution.filename !== null && { original_filename: execution.filename }),
    ...(execution.metadata && { document_metadata: execution.metadata }),
    ...execution.result,
    ...(execution.error !== null && { error: execution.error }),
  }
}
