import { setTimeout as sleep } from 'node:timers/promises'
import { type EngineProcess, keyA, stepA } from './engine-process'

// biome-ignore lint/suspicious/noExplicitAny: the tests say what a body must be, whatever it is.
export type Answer = { status: number; headers: Headers; body: any }

type CallInput = {
  engine: EngineProcess
  path: string
  key?: string | null
  method?: string
  headers?: Record<string, string>
  body?: BodyInit
}

/** One HTTP call with a key; `key: null` sends none. */
export async function call({ engine, path, key = keyA, method, headers, body }: CallInput): Promise<Answer> {
  const response = await fetch(engine.url + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { ...(key !== null && { authorization: `Bearer ${key}` }), ...headers },
    ...(body !== undefined && { body }),
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

/** The smallest file that is a PDF by its first bytes. */
export const pdfBytes = Buffer.from('%PDF-1.4\n%%EOF\n')
/** A PDF of exactly so many bytes, most of them blank. */
export function pdfOf(bytes: number): Buffer {
  return Buffer.concat([pdfBytes, Buffer.alloc(bytes - pdfBytes.length, 0x20)])
}

export const pngBytes = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

export function formWith(input: {
  name?: string
  bytes?: Uint8Array
  fields?: Record<string, string>
  part?: string
}): FormData {
  const form = new FormData()
  const bytes = new Uint8Array(input.bytes ?? pdfBytes)
  form.set(
    input.part ?? 'image',
    new Blob([bytes], { type: 'application/octet-stream' }),
    input.name ?? 'a.pdf',
  )
  for (const [name, value] of Object.entries(input.fields ?? {})) form.set(name, value)
  return form
}

/** Submits a document whose name is the double's script; gives the whole answer. */
export function submit(input: {
  engine: EngineProcess
  name?: string
  bytes?: Uint8Array
  key?: string
  step?: string
  fields?: Record<string, string>
  headers?: Record<string, string>
}): Promise<Answer> {
  const { engine, key = keyA, step = stepA, headers = {} } = input
  return call({ engine, key, headers, path: `/api/steps-async/${step}`, body: formWith(input) })
}

export function submitJson(input: {
  engine: EngineProcess
  json: unknown
  headers?: Record<string, string>
  key?: string
}): Promise<Answer> {
  const { engine, json, headers = {}, key = keyA } = input
  return call({
    engine,
    key,
    path: `/api/steps-async/${stepA}`,
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof json === 'string' ? json : JSON.stringify(json),
  })
}

export function statusOf(input: { engine: EngineProcess; id: string; key?: string }): Promise<Answer> {
  const { engine, id, key = keyA } = input
  return call({ engine, key, path: `/api/steps-async/status/${id}` })
}

/** Polls until the execution has ended, or one of the states asked for. */
export async function waitFor(input: {
  engine: EngineProcess
  id: string
  states?: string[]
  key?: string
}): Promise<Answer['body']> {
  const states = input.states ?? ['SUCCESS', 'ERROR']
  for (let tries = 0; tries < 600; tries += 1) {
    const { body } = await statusOf(input)
    if (states.includes(body.status)) return body
    await sleep(50)
  }
  throw new Error(`${input.id} did not reach ${states.join(' or ')}`)
}

export async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await condition()) return
    await sleep(50)
  }
  throw new Error('The condition never held.')
}
