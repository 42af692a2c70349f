import type { AcceptedContentType } from '@/base/contract'
import type { Organization } from '@/engine/settings/config'
import { findByIdempotencyKey } from '@/engine/store/executions'
import { createId } from '@/engine/store/ids'
import type { IncomingFile } from '@/engine/store/incoming-file'
import type { Execution, ExecutionKind } from '@/engine/store/tables'
import { tooLargeRefusal, validationRefusal } from '../http/refusal'
import type { Call } from '../http/route'
import { detectContentType } from './content-type'
import { downloadDocument } from './document-url'
import { enqueue, type Intake, type Task } from './enqueue'
import { receiveForm, requireFormEncoding } from './receive-form'
import { readSubmission, type Submission } from './submission'

type Acceptance = {
  intake: Intake
  call: Call
  kind: ExecutionKind
  /** Throws a Refusal for a form that asks for what its caller may not have. */
  taskOf: (fields: Record<string, unknown>) => Task
}

/**
 * Takes a document in and queues it, durably; the order of the checks is that of contract §2.3. A repeated
 * Idempotency-Key gives the first execution and takes nothing in.
 * @throws Refusal
 */
export async function acceptDocument(acceptance: Acceptance): Promise<Execution> {
  const { intake, call } = acceptance
  const { request, organization } = call
  const { fileBytes } = intake.settings.limits
  const encoding = requireFormEncoding(request)
  const idempotencyKey = readIdempotencyKey(call)
  const first = idempotencyKey && (await findRepeated({ intake, organization, idempotencyKey }))
  if (first) return first

  const id = createId()
  const onTooLarge = () => tooLargeRefusal(fileBytes)
  const file = intake.files.begin({ id, maxBytes: fileBytes, onTooLarge })
  try {
    const form = await receiveForm({ call, encoding, maxFileBytes: fileBytes, file })
    const submission = readSubmission({ form, allowHosts: intake.settings.fetch.allowHosts })
    const task = acceptance.taskOf(form.fields)
    const contentType = await obtainDocument({ intake, organization, submission, file })
    await file.keep()
    const document = { id, contentType, bytes: file.bytes(), idempotencyKey }
    return await enqueue({ intake, organization, kind: acceptance.kind, task, submission, document })
  } finally {
    await file.discard()
  }
}

/** The key belongs to the address it is sent to: the same key for another step is another request. */
function readIdempotencyKey({ request, path }: Call): string | null {
  const key = request.headers['idempotency-key']
  if (key === undefined || key === '') return null
  if (typeof key === 'string' && key.length <= 255) return `${path} ${key}`
  throw validationRefusal(['Idempotency-Key is longer than 255 characters'])
}

function findRepeated(input: { intake: Intake; organization: Organization; idempotencyKey: string }) {
  const { intake, organization, idempotencyKey } = input
  return findByIdempotencyKey({
    database: intake.database,
    organization: organization.id,
    idempotencyKey,
  })
}

/** The quota is asked before a download: what may not be processed need not be fetched. */
async function obtainDocument(input: {
  intake: Intake
  organization: Organization
  submission: Submission
  file: IncomingFile
}): Promise<AcceptedContentType> {
  const { intake, organization, submission, file } = input
  if (!submission.imageUrl) {
    const contentType = await detectContentType(file.head())
    await intake.quota.require(organization)
    return contentType
  }
  await intake.quota.require(organization)
  const { urlTimeoutMs } = intake.settings.limits
  await downloadDocument({ url: submission.imageUrl, file, agent: intake.agent, timeoutMs: urlTimeoutMs })
  return detectContentType(file.head())
}
