import { z } from 'zod'
import { noteRefusal, personHeaders } from './page/page-session'

/** A reply of our own server that was an error; `message` is already in the reader's language. */
export class ReplyError extends Error {
  override name = 'ReplyError'

  constructor(
    readonly code: string,
    message: string,
    readonly status: number,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message)
  }
}

const errorBodySchema = z.object({ error: z.looseObject({ code: z.string(), message: z.string() }) })

type JsonRequest<Schema extends z.ZodType> = {
  path: string
  schema: Schema
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  body?: unknown
  signal?: AbortSignal
  /** Goes on when the page is left. */
  keepalive?: boolean
}

/**
 * The one way the browser calls our server: sends JSON and whose page it is, parses the answer with `schema`.
 * Throws ReplyError for an error answer and TypeError where the server cannot be reached.
 */
export async function fetchJson<Schema extends z.ZodType>({
  path,
  method,
  body,
  signal,
  keepalive,
  schema,
}: JsonRequest<Schema>): Promise<z.output<Schema>> {
  const response = await fetch(path, {
    method: method ?? 'GET',
    headers: { ...personHeaders(), ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
    ...(keepalive ? { keepalive } : {}),
  })
  const json: unknown = await response.json().catch(() => null)
  if (!response.ok) throw noted(toReplyError({ status: response.status, json }))
  return schema.parse(json)
}

/** A file that our server makes of `body`, and the name it gives it. Throws as fetchJson does. */
export async function fetchFile({
  path,
  body,
}: {
  path: string
  body: unknown
}): Promise<{ name: string; file: Blob }> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { ...personHeaders(), 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) {
    const json: unknown = await response.json().catch(() => null)
    throw noted(toReplyError({ status: response.status, json }))
  }
  const [, name = ''] =
    /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '') ?? []
  return { name: decodeURIComponent(name), file: await response.blob() }
}

export function toReplyError({ status, json }: { status: number; json: unknown }): ReplyError {
  const parsed = errorBodySchema.safeParse(json)
  if (!parsed.success) return new ReplyError('internal', '', status)
  const { code, message, ...details } = parsed.data.error
  return new ReplyError(code, message, status, details)
}

function noted(error: ReplyError): ReplyError {
  noteRefusal(error.code)
  return error
}
