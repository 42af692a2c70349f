import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a submitted document was, as the stub received it. */
export type StubExecution = {
  id: string
  key: string | undefined
  stepId: string
  bytes: number
  /** What a PDF says of itself; 1 for a picture. */
  pages: number
  metadata: unknown
  acceptedAt: number
  status: 'ENQUEUED' | 'PROCESSING' | 'SUCCESS' | 'ERROR'
  finishedAt: string | undefined
  /** Status bodies answered so far. */
  polls: number
}

export type Answer = { status: number; body: unknown; headers?: Record<string, string> }

/** What becomes of one submission: an answer in place of acceptance, or how the exchange goes wrong. */
export type Fate = 'accepted' | 'cut_before' | 'cut_after' | 'garbled_after' | Answer

/** How the stub behaves; a test changes these at will. */
export type StubBehaviour = {
  /** Answers a submission in place of accepting it; `call` counts all submissions from 1. */
  refuse?: ((submission: { call: number; stepId: string }) => Answer | null) | undefined
  /** The fate of each submission, before all else; `call` counts from 1. */
  fate?: ((call: number) => Fate) | undefined
  /** Executions go by the clock, not by the polls: so long from acceptance to the end. */
  processingMs?: ((execution: StubExecution) => number) | undefined
  /** Told of each accepted execution before its answer goes out. */
  onAccepted?: ((execution: StubExecution) => void) | undefined
  /** Accepts the submission, then drops the connection without an answer. */
  losesAnswer: boolean
  /** The engine's promise: the same Idempotency-Key answers with the first execution. */
  isIdempotent: boolean
  submitDelayMs: number
  /** Answers a poll in place of the execution's state. */
  refuseStatus?: ((execution: StubExecution | undefined) => Answer | null) | undefined
  /** Polls until SUCCESS; Infinity leaves everything ENQUEUED. */
  pollsUntilDone: number
  /** Ends with this error in place of a success. */
  error?: string | undefined
  /** Answers for the words of an execution; without it none are kept. */
  words?: ((asked: { id: string; from: number; to: number }) => Answer) | undefined
  isKeyValid: boolean
  /** Answers the question for usage, which is our ping, in place of it. */
  refuseUsage?: Answer | undefined
  /** How far its clock is ahead of ours; behind, where below zero. */
  clockOffMs?: number | undefined
  /** Steps it knows; without it all. Known or not is said before a missing document is. */
  steps?: string[] | undefined
  /** Says that the document is missing before it looks at the step. */
  looksForDocumentFirst?: boolean | undefined
}

/**
 * A real HTTP server on the loopback that speaks the upstream's contract and misbehaves on demand.
 * It counts every call, so that a test can tell how often a document was really sent.
 */
export async function startStubUpstream(initial: Partial<StubBehaviour> = {}) {
  const behaviour: StubBehaviour = {
    losesAnswer: false,
    isIdempotent: false,
    submitDelayMs: 0,
    pollsUntilDone: 1,
    isKeyValid: true,
    ...initial,
  }
  const executions: StubExecution[] = []
  const calls = { submit: 0, status: 0, usage: 0 }
  const authorizations = new Set<string>()

  const server = createServer(async (request, response) => {
    authorizations.add(request.headers.authorization ?? '')
    if (!behaviour.isKeyValid) return reply(response, { status: 401, body: { error: 'Invalid API key' } })
    if (request.url?.startsWith('/api/usage')) return usage(response)
    if (request.url?.startsWith('/api/steps-async/status/')) return status(request, response)
    if (request.url?.startsWith('/api/steps-async/words/')) return words(request, response)
    if (request.url?.startsWith('/api/steps-async/')) return submit(request, response)
    reply(response, { status: 404, body: { message: 'Not found' } })
  })

  async function submit(request: IncomingMessage, response: ServerResponse) {
    calls.submit += 1
    const body = await readAll(request).catch(() => null)
    if (!body) return
    if (behaviour.submitDelayMs > 0)
      await new Promise((resolve) => setTimeout(resolve, behaviour.submitDelayMs))
    const fate = behaviour.fate?.(calls.submit) ?? 'accepted'
    if (behaviour.looksForDocumentFirst && isWithoutDocument(request)) return reply(response, imageRequired)
    if (behaviour.steps && !behaviour.steps.includes(stepOf(request))) return reply(response, unknownStep)
    if (isWithoutDocument(request)) return reply(response, imageRequired)
    if (fate === 'cut_before') return request.socket.destroy()
    if (typeof fate === 'object') return reply(response, fate)
    const refusal = behaviour.refuse?.({ call: calls.submit, stepId: stepOf(request) })
    if (refusal) return reply(response, refusal)
    const execution = accept({ request, body })
    behaviour.onAccepted?.(execution)
    if (behaviour.losesAnswer || fate === 'cut_after') return request.socket.destroy()
    if (fate === 'garbled_after') return reply(response, { status: 200, body: '<html>busy</html>' })
    const { id, stepId } = execution
    reply(response, { status: 202, body: { id, status: 'ENQUEUED', step_id: stepId, step_name: 'Stub' } })
  }

  function accept({ request, body }: { request: IncomingMessage; body: Buffer }): StubExecution {
    const key = request.headers['idempotency-key']?.toString()
    const first = behaviour.isIdempotent ? executions.find((known) => known.key === key) : undefined
    if (first) return first
    const form = readForm(body)
    const stepId = stepOf(request)
    const execution: StubExecution = {
      ...form,
      id: `c${randomBytes(12).toString('hex')}`,
      key,
      stepId,
      acceptedAt: Date.now(),
      status: 'ENQUEUED',
      finishedAt: undefined,
      polls: 0,
    }
    executions.push(execution)
    return execution
  }

  function status(request: IncomingMessage, response: ServerResponse) {
    calls.status += 1
    const id = request.url?.split('/').at(-1)
    const execution = executions.find((known) => known.id === id)
    const refusal = behaviour.refuseStatus?.(execution)
    if (refusal) return reply(response, refusal)
    if (!execution) return reply(response, { status: 404, body: { message: 'Execution not found' } })
    execution.polls += 1
    moveOn(execution)
    reply(response, { status: 200, body: executionBody({ execution, error: behaviour.error }) })
  }

  function moveOn(execution: StubExecution) {
    const { processingMs, pollsUntilDone, error } = behaviour
    const ageMs = Date.now() - execution.acceptedAt
    const isOver = processingMs ? ageMs >= processingMs(execution) : execution.polls > pollsUntilDone
    if (isOver) {
      execution.status = error ? 'ERROR' : 'SUCCESS'
      execution.finishedAt ??= new Date(Date.now() + (behaviour.clockOffMs ?? 0)).toISOString()
    } else execution.status = Number.isFinite(pollsUntilDone) ? 'PROCESSING' : 'ENQUEUED'
  }

  function words(request: IncomingMessage, response: ServerResponse) {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://stub')
    const id = pathname.split('/').at(-1) ?? ''
    const range = { from: Number(searchParams.get('from')), to: Number(searchParams.get('to')) }
    reply(response, behaviour.words?.({ id, ...range }) ?? unknownWords)
  }

  function usage(response: ServerResponse) {
    calls.usage += 1
    if (behaviour.refuseUsage) return reply(response, behaviour.refuseUsage)
    const { pages, operations } = counted()
    const body = { year: 2026, month: 11, successful_pages: pages, successful_conversions: operations }
    reply(response, { status: 200, body })
  }

  /** What it would bill: executions that succeeded, whether anybody asked about them or not. */
  function counted() {
    if (behaviour.processingMs) for (const execution of executions) moveOn(execution)
    const done = executions.filter(({ status }) => status === 'SUCCESS')
    return { operations: done.length, pages: done.reduce((sum, { pages }) => sum + pages, 0) }
  }

  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    behaviour,
    executions,
    calls,
    authorizations,
    counted,
    goAway: close,
    comeBack: () => listen(port),
    close,
  }
}

export type StubUpstream = Awaited<ReturnType<typeof startStubUpstream>>

function executionBody({ execution, error }: { execution: StubExecution; error: string | undefined }) {
  const isOver = execution.status === 'SUCCESS' || execution.status === 'ERROR'
  return {
    conversion_id: execution.id,
    status: execution.status,
    request_timestamp: '2026-11-21T10:00:00.000Z',
    document_metadata: execution.metadata,
    ...(isOver ? { response_timestamp: execution.finishedAt } : {}),
    ...(execution.status === 'SUCCESS' ? { data: { total: '12.50' } } : {}),
    ...(execution.status === 'ERROR' ? { error } : {}),
  }
}

function reply(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(text)
}

const unknownStep = { status: 404, body: { message: 'Step not found or access denied' } }
const unknownWords = { status: 404, body: { message: 'No words are kept of this execution' } }
const imageRequired = {
  status: 400,
  body: { message: 'Validation error', errors: ['Image file is required'] },
}

const isWithoutDocument = (request: IncomingMessage) =>
  request.headers['content-type'] === 'application/json' && request.headers['content-length'] === '2'

function stepOf(request: IncomingMessage): string {
  return request.url?.split('/').at(-1) ?? ''
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Just enough of multipart and PDF to count the file's bytes and pages and read the metadata, from the body as latin-1. */
function readForm(body: Buffer): Pick<StubExecution, 'bytes' | 'pages' | 'metadata'> {
  const text = body.toString('latin1')
  const boundary = text.slice(0, text.indexOf('\r\n'))
  const parts = text.split(boundary).map((part) => {
    const end = part.indexOf('\r\n\r\n')
    return { head: part.slice(0, end), content: part.slice(end + 4, -2) }
  })
  const file = parts.find(({ head }) => head.includes('name="image"'))
  const metadata = parts.find(({ head }) => head.includes('name="document_metadata"'))
  const json = metadata && Buffer.from(metadata.content, 'latin1').toString('utf8')
  const pages = Number(/\/Type \/Pages \/Count (\d+)/.exec(file?.content ?? '')?.[1] ?? 1)
  return { bytes: file?.content.length ?? 0, pages, metadata: json ? JSON.parse(json) : undefined }
}
