import { z } from 'zod'
import { identifyAmong, readTypeOptions } from '@/engine/pipeline/identify-among'
import { type DocumentType, listDocumentTypes, type StepCatalog } from '@/engine/settings/catalog'
import { findExecution } from '@/engine/store/executions'
import type { Execution } from '@/engine/store/tables'
import type { Completions } from '@/engine/work/queue/completions'
import { messageRefusal, validationRefusal } from '../http/refusal'
import type { Call, Route } from '../http/route'
import { acceptDocument } from '../intake/accept-document'
import type { Intake, Task } from '../intake/enqueue'
import { waitForEnd } from './wait-for-end'

const unauthorized = { error: 'Invalid API key' }
const failure = { message: 'Internal server error: Failed to process image' }

/** The pipeline that only reads, and says what kind of document it was. */
const identifyingPipeline = 'document'

type Parts = { intake: Intake; catalog: StepCatalog; completions: Completions }

/** POST /api/identify, POST /api/identify-async and its status: contract §10. */
export function identifyRoutes({ intake, catalog, completions }: Parts): Route[] {
  const types = listDocumentTypes(catalog)
  const accept = ({ call, denial }: { call: Call; denial: string }) =>
    acceptDocument({ intake, call, kind: 'identify', taskOf: (fields) => toTask({ fields, types, denial }) })
  return [
    {
      method: 'POST',
      path: '/api/identify',
      unauthorized,
      isRateLimited: true,
      failure,
      handle: async (call) => {
        const denial = 'You do not have permission to use the following document types'
        const { id } = await accept({ call, denial })
        const execution = await waitForEnd({ call, completions, id, failure })
        return { status: 200, body: toMatch(execution) }
      },
    },
    {
      method: 'POST',
      path: '/api/identify-async',
      unauthorized,
      isRateLimited: true,
      failure,
      handle: async (call) => {
        const execution = await accept({ call, denial: 'Document types not accessible' })
        return { status: 202, body: { ...toIds(execution), status: 'ENQUEUED' } }
      },
    },
    {
      method: 'GET',
      path: '/api/identify-async/status/:identificationId',
      unauthorized,
      isRateLimited: false,
      failure: { message: 'Internal server error: Error checking identification' },
      handle: async ({ params, organization }) => {
        const id = params.identificationId ?? ''
        const execution = await findExecution({ database: intake.database, id })
        if (execution?.kind !== 'identify') {
          throw messageRefusal({ status: 404, message: 'Identification not found' })
        }
        if (execution.organization !== organization.id) {
          throw messageRefusal({ status: 403, message: 'You do not have access to this identification' })
        }
        return { status: 200, body: toIdentificationStatus(execution) }
      },
    },
  ]
}

function toTask(input: { fields: Record<string, unknown>; types: DocumentType[]; denial: string }): Task {
  const known = new Map(input.types.map((type) => [type.code, type]))
  const codes = readCodes(input.fields.document_type_code_options) ?? [...known.keys()]
  const denied = codes.filter((code) => !known.has(code))
  if (denied.length > 0)
    throw messageRefusal({ status: 403, message: `${input.denial}: ${denied.join(', ')}` })
  const options = codes.map((code) => ({ code, name: known.get(code)?.name ?? code }))
  return { target: JSON.stringify(options), targetName: '', pipeline: identifyingPipeline }
}

const codesSchema = z.array(z.string().min(1)).min(1)

/** Null where the caller leaves the choice to us: all types then. */
function readCodes(value: unknown): string[] | null {
  if (value === undefined || value === null || value === '') return null
  try {
    return [...new Set(codesSchema.parse(typeof value === 'string' ? JSON.parse(value) : value))]
  } catch {
    throw validationRefusal(['document_type_code_options must be a list of document type codes'])
  }
}

/** The documentation and the official clients use different names for the same id. */
function toIds({ id, target }: Execution): Record<string, unknown> {
  const document_type_code_options = readTypeOptions(target).map((option) => option.code)
  return { id, identification_id: id, document_type_code_options }
}

function toMatch({ target, result }: Execution) {
  return identifyAmong({ identification: result?.identification, options: readTypeOptions(target) })
}

function toIdentificationStatus(execution: Execution): Record<string, unknown> {
  return {
    ...toIds(execution),
    status: execution.status,
    request_timestamp: execution.requestedAt.toISOString(),
    ...(execution.finishedAt && { response_timestamp: execution.finishedAt.toISOString() }),
    ...(execution.filename !== null && { original_filename: execution.filename }),
    ...(execution.metadata && { document_metadata: execution.metadata }),
    ...(execution.result && toMatch(execution)),
    ...(execution.error !== null && { error: execution.error }),
  }
}
