import { randomUUID } from 'node:crypto'
import { adoptConnection } from '@/lib/db/client'
import { type Connection, connectEmbedded, connectPostgres } from '@/lib/db/connection'
import { getSettings } from '@/lib/env'
import { stopInspectors } from '@/lib/files/inspect/inspect'
import { setStopping } from '@/lib/jobs/wake'
import { stopWorkers } from '@/lib/jobs/workers'
import type { Role, SignedInUser } from '@/lib/people/roles'
import { beginSession } from '@/lib/people/sessions/store'
import { insertPerson } from '@/lib/people/store'
import { type FixtureName, readFixture } from '../../fixtures/fixture'
import { dropTestDatabase } from './database'

export const invoiceStep = 'cinvoice00000000000000000'
export const receiptStep = 'creceipt00000000000000000'

export type Desk = { connection: Connection; close: () => Promise<void> }

/** A desk of its own for one test file: an empty database, and nobody at work. */
export async function openDesk(): Promise<Desk> {
  const { DATABASE_URL: url } = getSettings()
  const connection = url ? await connectPostgres(url) : await connectEmbedded()
  adoptConnection(connection)
  setStopping(false)
  return {
    connection,
    close: async () => {
      stopInspectors()
      await stopWorkers()
      adoptConnection(undefined)
      await connection.close()
      if (url) await dropTestDatabase(url)
    },
  }
}

export async function addPerson(role: Role): Promise<SignedInUser> {
  const id = `usr_${randomUUID().slice(0, 8)}`
  const person: SignedInUser = { id, email: `${id}@desk.test`, name: `${role} ${id}`, role }
  await insertPerson({ ...person, passwordHash: 'nobody signs in with this' })
  return person
}

type TestSession = { personId: string; begin: () => Promise<string> }

const shared = globalThis as typeof globalThis & { intrayTestSession?: TestSession | null }

/** Whose requests the following calls are, in a session that begins with the first of them; null for nobody's. */
export function signInAs(user: SignedInUser | null): void {
  let begun: Promise<string> | undefined
  const begin = (personId: string) => {
    begun ??= beginSession({ personId, device: 'a browser of the tests' })
    return begun
  }
  shared.intrayTestSession = user && { personId: user.id, begin: () => begin(user.id) }
}

export function signedInId(): string {
  if (!shared.intrayTestSession) throw new Error('Nobody is signed in.')
  return shared.intrayTestSession.personId
}

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>

type Call = {
  path?: string
  method?: string
  params?: Record<string, string>
  headers?: Record<string, string>
  body?: BodyInit | null
  signal?: AbortSignal
}

/** Calls a route handler as the signed-in person would through the server. */
export function call(handler: Handler, given: Call = {}): Promise<Response> {
  const { path: address = '/', params = {}, body = null, ...rest } = given
  const request = new Request(`http://desk.test${address}`, {
    ...rest,
    headers: { host: 'desk.test', ...rest.headers },
    ...(body === null ? {} : { body, duplex: 'half' }),
  } as RequestInit)
  return handler(request, { params: Promise.resolve(params) })
}

export async function callJson(handler: Handler, given: Call = {}) {
  const response = await call(handler, given)
  return { status: response.status, body: await response.json() }
}

/** A document of the tests; with `unique`, a comment is added after its end, so that it is no duplicate of another. */
export async function sample(name: FixtureName, { unique = false } = {}): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readFixture(name)
  const ending = unique ? `\n%${randomUUID()}\n` : ''
  return new Uint8Array(Buffer.concat([bytes, Buffer.from(ending)]))
}

type FormContent = {
  files?: { name: string; bytes: Uint8Array<ArrayBuffer>; type?: string }[]
  fields?: Record<string, string>
}

export function uploadForm({ files = [], fields = {} }: FormContent): FormData {
  const form = new FormData()
  for (const { name, bytes, type } of files)
    form.append('file', new Blob([bytes], { type: type ?? '' }), name)
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}
