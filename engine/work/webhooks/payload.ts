import { identifyAmong, readTypeOptions } from '@/engine/pipeline/identify-among'
import type { WebhookEvent } from '@/engine/settings/config'
import type { Execution, ExecutionKind } from '@/engine/store/tables'

const subjects = {
  step: 'STEP',
  convert: 'CONVERSION',
  identify: 'IDENTIFICATION',
} as const satisfies Record<ExecutionKind, string>

/** The event that an execution's present state is, and its payload (contract §5). */
export function toWebhook(execution: Execution): { event: WebhookEvent; payload: Record<string, unknown> } {
  const phase = { ENQUEUED: 'STARTED', PROCESSING: 'STARTED', SUCCESS: 'COMPLETED', ERROR: 'FAILED' } as const
  const event = `${subjects[execution.kind]}_${phase[execution.status]}` as const
  return { event, payload: { ...toSubject(execution), ...toState(execution) } }
}

function toSubject(execution: Execution): Record<string, unknown> {
  switch (execution.kind) {
    case 'step':
      return {
        step_execution_id: execution.id,
        step_id: execution.target,
        step_name: execution.targetName,
        // This page of the documentation alone has lower case.
        status: { ENQUEUED: 'PROCESSING', PROCESSING: 'PROCESSING', SUCCESS: 'completed', ERROR: 'failed' }[
          execution.status
        ],
      }
    case 'convert':
      return {
        conversion_id: execution.id,
        status: execution.status,
        document_type_code: execution.target,
        ...(execution.filename !== null && { original_filename: execution.filename }),
      }
    case 'identify':
      return {
        identification_id: execution.id,
        status: execution.status,
        document_type_code_options: readTypeOptions(execution.target).map((option) => option.code),
      }
  }
}

function toState(execution: Execution): Record<string, unknown> {
  return {
    request_timestamp: execution.requestedAt.toISOString(),
    ...(execution.metadata && { document_metadata: execution.metadata }),
    ...(execution.finishedAt && { response_timestamp: execution.finishedAt.toISOString() }),
    ...toFindings(execution),
    ...(execution.error !== null && { error: execution.error }),
  }
}

function toFindings({ kind, target, result }: Execution): object | null {
  if (kind !== 'identify' || !result) return result
  return identifyAmong({ identification: result.identification, options: readTypeOptions(target) })
}
