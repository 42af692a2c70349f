import { readdirSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { type Ability, abilities, may, roles, type SignedInUser } from '@/lib/people/roles'
import { createToken } from '@/lib/people/tokens/tokens'
import { addPerson, call, signInAs } from '../support/desk'
import { setUpDesk } from '../support/set-up-desk'

type Access = Ability | 'signed-in' | 'session' | 'public'

/** Who may call what, by path; `auth` itself belongs to next-auth. A route that is missing here fails the first test. */
const access: Record<string, Access | Record<string, Access>> = {
  '[...unknown]': 'public',
  account: 'signed-in',
  'account/password': 'session',
  'account/sessions': 'session',
  'account/sessions/[sessionId]': 'session',
  batches: 'documents',
  'batches/[batchId]': 'documents',
  'batches/[batchId]/export': 'documents',
  'batches/[batchId]/refused': 'documents',
  documents: 'documents',
  'documents/columns': 'documents',
  'documents/views': 'documents',
  'documents/views/[viewId]': 'documents',
  'documents/[documentId]': 'documents',
  'documents/[documentId]/cancel': 'documents',
  'documents/[documentId]/checked': 'documents',
  'documents/[documentId]/confirmations': 'documents',
  'documents/[documentId]/export': 'documents',
  'documents/[documentId]/converted': 'documents',
  'documents/[documentId]/original': 'documents',
  'documents/[documentId]/history': 'documents',
  'documents/[documentId]/rows': 'documents',
  'documents/[documentId]/retry': 'documents',
  'documents/[documentId]/searchable.pdf': 'documents',
  'documents/[documentId]/thumbnail': 'documents',
  'documents/[documentId]/values': 'documents',
  'documents/[documentId]/words': 'documents',
  'documents/export': 'documents',
  'documents/retry': 'documents',
  'documents/sums': 'documents',
  reviews: 'review',
  'reviews/[documentId]': 'review',
  'reviews/next': 'review',
  'documents/usual-times': 'documents',
  events: 'signed-in',
  exports: 'documents',
  health: 'public',
  'invitations/accept': 'public',
  lessons: 'lessons',
  password: 'public',
  people: 'settings',
  'people/[personId]': 'settings',
  'people/[personId]/password-link': 'settings',
  'people/invitations': 'settings',
  'people/invitations/[invitationId]': 'settings',
  settings: 'settings',
  'settings/connection': 'settings',
  'settings/connection/test': 'settings',
  'settings/exports': 'settings',
  'settings/exports/[exportId]': 'settings',
  'settings/exports/fields': 'settings',
  'settings/exports/preview': 'settings',
  'settings/mail': 'settings',
  'settings/steps': 'settings',
  'settings/steps/[stepId]': 'settings',
  setup: 'public',
  steps: 'documents',
  tokens: { GET: 'signed-in', POST: 'session' },
  'tokens/[tokenId]': 'signed-in',
  'tokens/[tokenId]/rotate': 'session',
  uploads: 'documents',
  'uploads/[uploadId]': 'documents',
  'uploads/[uploadId]/outcome': 'documents',
  upstream: 'signed-in',
  'upstream/retry': 'settings',
  usage: 'usage',
  'usage/breakdown': 'usage',
  'usage/export': 'usage',
  'usage/lines': 'usage',
  'usage/lines/export': 'usage',
  'usage/months/[month]/refresh': 'usage',
  'usage/remaining': 'signed-in',
  'webhooks/docutray': 'public',
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

const routes = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('route.ts') && !file.startsWith('auth/'))
  .map((file) => path.dirname(file))
  .sort()

setUpDesk()

/** A person in a browser, or with an access token in front of the call. */
type Caller = { called: string; user: SignedInUser | null; token?: string }
const callers: Caller[] = [{ called: 'nobody', user: null }]

beforeAll(async () => {
  for (const role of roles) {
    const user = await addPerson(role)
    callers.push({ called: role, user })
    const { token } = await createToken({ user, wanted: { name: 'all that the person may' } })
    callers.push({ called: `a token of ${role}`, user: narrowed(user), token })
  }
  const admin = await addPerson('admin')
  for (const ability of abilities) {
    const { token } = await createToken({ user: admin, wanted: { name: ability, abilities: [ability] } })
    callers.push({ called: `a token for ${ability}`, user: narrowed(admin, [ability]), token })
  }
})

function narrowed(user: SignedInUser, to: Ability[] | null = null): SignedInUser {
  return { ...user, token: { id: 'tok', abilities: to, steps: null, monthlyPages: null } }
}

test('every route of the API says here who may call it', () => {
  expect(routes).toEqual(Object.keys(access).sort())
})

test.each(routes)('/api/%s admits those it is for and nobody else', async (route) => {
  const handlers = await import(path.resolve('app/api', route, 'route.ts'))
  const offered = methods.filter((method) => method in handlers)
  expect(offered).not.toEqual([])

  for (const method of offered) {
    const rule = access[route]
    const needed = typeof rule === 'object' ? rule[method] : rule
    for (const caller of callers) {
      const code = await codeOf({ handler: handlers[method], route, method, caller })
      expect(`${caller.called} ${method}: ${code}`).toMatch(expected({ needed, ...caller }))
    }
  }
})

type Call = { handler: Parameters<typeof call>[0]; route: string; method: string; caller: Caller }

async function codeOf({ handler, route, method, caller }: Call): Promise<string> {
  signInAs(caller.token ? null : caller.user)
  const stopped = new AbortController()
  const response = await call(handler, {
    path: `/api/${route}`,
    method,
    params: {
      documentId: 'doc_none',
      personId: 'usr_none',
      stepId: 'none',
      tokenId: 'tok_none',
      batchId: 'none',
    },
    headers: caller.token ? { authorization: `Bearer ${caller.token}` } : {},
    signal: stopped.signal,
  })
  const refusal =
    response.status < 400
      ? {}
      : await response
          .clone()
          .json()
          .catch(() => ({}))
  stopped.abort()
  await response.body?.cancel().catch(() => undefined)
  return refusal.error?.code ?? 'admitted'
}

function expected({ needed, user, token }: Caller & { needed: Access | undefined }): RegExp {
  if (needed === 'public') return /: (?!auth\.(required|forbidden))/
  if (!user) return /: auth\.required$/
  if (needed === 'session') return token ? /: auth\.session_required$/ : /: (?!auth\.)/
  if (needed === 'signed-in' || (needed && may(user, needed))) return /: (?!auth\.)/
  return /: auth\.forbidden$/
}
