import { type DocumentType, listDocumentTypes, type StepCatalog } from '@/engine/settings/catalog'
import { findExecution } from '@/engine/store/executions'
import type { Execution } from '@/engine/store/tables'
import type { Completions } from '@/engine/work/queue/completions'
import { errorRefusal, validationRefusal } from '../http/refusal'
import type { Call, Route } from '../http/route'
import { acceptDocument } from '../intake/accept-document'
import type { Intake, Task } from '../intake/enqueue'
import { waitForEnd } from './wait-for-end'

const unauthorized = { error: 'Invalid API key' }
const failure = { message: 'Internal server error: Failed to process image' }

type Parts = { intake: Intake; catalog: StepCatalog; completions: Completions }

/** POST /api/convert, POST /api/convert-async and its status: contract §10. */
export function convertRoutes({ intake, catalog, completions }: Parts): Route[] {
  const types = listDocumentTypes(catalog)
  const accept = (call: Call) =>
    acceptDocument({ intake, call, kind: 'convert', taskOf: (fields) => toTask({ fields, types }) })
  return [
    {
      method: 'POST',
      path: '/api/convert',
      unauthorized,
      isRateLimited: true,
      failure,
      handle: async (call) => {
        const { id } = await accept(call)
        const { result } = await waitForEnd({ call, completions, id, failure })
        return { status: 200, body: { data: result.data } }
      },
    },
    {
      method: 'POST',
      path: '/api/convert-async',
      unauthorized,
      isRateLimited: true,
      failure,
      handle: async (call) => {
        const { id } = await accept(call)
        const status_url = `http://${call.request.headers.host}/api/convert-async/status/${id}`
        return { status: 202, body: { conversion_id: id, status_url, status: 'ENQUEUED' } }
      },
    },
    {
      method: 'GET',
      path: '/api/convert-async/status/:conversionId',
      unauthorized,
      isRateLimited: false,
      failure: { message: 'Internal server error: Failed to retrieve conversion status' },
      handle: async ({ params, organization }) => {
        const id = params.conversionId ?? ''
        const execution = await findExecution({ database: intake.database, id })
        if (execution?.kind !== 'convert') throw errorRefusal({ status: 404, error: 'Conversion not found' })
        if (execution.organization !== organization.id) {
          throw errorRefusal({ status: 403, error: 'Access denied to this conversion' })
        }
        return { status: 200, body: toConversionStatus(execution) }
      },
    },
  ]
}

function toTask({ fields, types }: { fields: Record<string, unknown>; types: DocumentType[] }): Task {
  const code = fields.document_type_code
  if (typeof code !== 'string' || code === '') throw validationRefusal(['document_type_code is required'])
  const type = types.find((candidate) => candidate.code === code)
  if (!type) throw validationRefusal([`Unknown document_type_code: ${code}`])
  return { target: type.code, targetName: type.name, pipeline: type.pipeline }
}

function toConversionStatus(execution: Execution): Record<string, unknown> {
  return {
    conversion_id: execution.id,
    status: execution.status,
    request_timestamp: execution.requestedAt.toISOString(),
    ...(execution.finishedAt && { response_timestamp: execution.finishedAt.toISOString() }),
    document_type_code: execution.target,
    ...(execution.filename !== null && { original_filename: execution.filename }),
    ...(execution.metadata && { document_metadata: execution.metadata }),
    ...(execution.result && { data: execution.result.data }),
    ...(execution.error !== null && { error: execution.error }),
  }
}
