import { readdirSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { type Ability, can, roles, type SignedInUser } from '@/lib/people/roles'
import { addPerson, call, signInAs } from '../support/desk'
import { setUpDesk } from '../support/set-up-desk'

/** Who may call what, by path; `auth` itself belongs to next-auth. A route that is missing here fails the first test. */
const access: Record<string, Ability | 'signed-in' | 'public'> = {
  '[...unknown]': 'public',
  account: 'signed-in',
  'account/password': 'signed-in',
  'account/sessions': 'signed-in',
  'account/sessions/[sessionId]': 'signed-in',
  documents: 'documents',
  'documents/columns': 'documents',
  'documents/views': 'documents',
  'documents/views/[viewId]': 'documents',
  'documents/[documentId]': 'documents',
  'documents/[documentId]/cancel': 'documents',
  'documents/[documentId]/checked': 'documents',
  'documents/[documentId]/confirmations': 'documents',
  'documents/[documentId]/export': 'documents',
  'documents/[documentId]/original': 'documents',
  'documents/[documentId]/history': 'documents',
  'documents/[documentId]/rows': 'documents',
  'documents/[documentId]/retry': 'documents',
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
  health: 'public',
  'invitations/accept': 'public',
  password: 'public',
  people: 'settings',
  'people/[personId]': 'settings',
  'people/[personId]/password-link': 'settings',
  'people/invitations': 'settings',
  'people/invitations/[invitationId]': 'settings',
  settings: 'settings',
  'settings/connection': 'settings',
  'settings/connection/test': 'settings',
  'settings/mail': 'settings',
  'settings/steps': 'settings',
  'settings/steps/[stepId]': 'settings',
  setup: 'public',
  steps: 'documents',
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
const people: SignedInUser[] = []

beforeAll(async () => {
  for (const role of roles) people.push(await addPerson(role))
})

test('every route of the API says here who may call it', () => {
  expect(routes).toEqual(Object.keys(access).sort())
})

test.each(routes)('/api/%s admits those it is for and nobody else', async (route) => {
  const needed = access[route]
  const handlers = await import(path.resolve('app/api', route, 'route.ts'))
  const offered = methods.filter((method) => method in handlers)
  expect(offered).not.toEqual([])

  for (const method of offered) {
    for (const user of [null, ...people]) {
      signInAs(user)
      const stopped = new AbortController()
      const params = { documentId: 'doc_none', personId: 'usr_none', stepId: 'none' }
      const response = await call(handlers[method], {
        path: `/api/${route}`,
        method,
        params,
        signal: stopped.signal,
      })
      const { error } =
        response.status < 400
          ? { error: undefined }
          : await response
              .clone()
              .json()
              .catch(() => ({}))
      stopped.abort()
      await response.body?.cancel().catch(() => undefined)
      expect(`${user?.role ?? 'nobody'} ${method}: ${error?.code ?? 'admitted'}`).toMatch(
        expected({ needed, user }),
      )
    }
  }
})

function expected({ needed, user }: { needed: string | undefined; user: SignedInUser | null }): RegExp {
  if (needed === 'public') return /: (?!auth\.(required|forbidden))/
  if (!user) return /: auth\.required$/
  if (needed === 'signed-in' || can(user.role, needed as Ability)) return /: (?!auth\.)/
  return /: auth\.forbidden$/
}
