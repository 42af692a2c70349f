import { mkdtemp, readFile, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { PUT as changePassword } from '@/app/api/account/password/route'
import { POST as accept } from '@/app/api/invitations/accept/route'
import { POST as setPassword } from '@/app/api/password/route'
import { POST as setUp } from '@/app/api/setup/route'
import { db } from '@/lib/db/client'
import { getSettings } from '@/lib/env'
import { createInvitation, getInvitation } from '@/lib/people/invitations/invitations'
import { prepareSetup, requireSetupToken } from '@/lib/people/invitations/setup'
import { createPasswordLink, getPasswordLink } from '@/lib/people/passwords/password-links'
import { signIn } from '@/lib/people/passwords/sign-in'
import { beginSession, findSessionPerson } from '@/lib/people/sessions/store'
import { listPeople } from '@/lib/people/store'
import { callJson, signInAs } from '../support/desk'
import { setUpDesk } from '../support/set-up-desk'

setUpDesk()

const password = 'a long enough password'
const dataDir = getSettings().INTRAY_DATA_DIR
const nobody = { adminEmail: undefined, adminPassword: undefined, dataDir }

beforeEach(async () => {
  await db().execute(sql`truncate users, sessions, invitations, settings, sign_in_attempts cascade`)
})

const post = (handler: Parameters<typeof callJson>[0], body: object) =>
  callJson(handler, { method: 'POST', body: JSON.stringify(body) })

async function setupToken(): Promise<string> {
  const link = await readFile(path.join(dataDir, 'setup-link'), 'utf8')
  return new URL(link.trim()).searchParams.get('token') ?? ''
}

test('the link of a first start makes the administrator, who can sign in, and is gone afterwards', async () => {
  await prepareSetup(nobody)
  const file = await stat(path.join(dataDir, 'setup-link'))
  expect((file.mode & 0o777).toString(8)).toBe('600')

  const account = { token: await setupToken(), name: 'Ada', email: ' Ada@Desk.Test ', password }
  expect(await post(setUp, account)).toEqual({ status: 201, body: { email: 'ada@desk.test' } })
  expect(await signIn({ email: 'ADA@desk.test', password, address: 'direct' })).toMatchObject({
    role: 'admin',
    name: 'Ada',
  })
  await expect(setupToken()).rejects.toThrow(/ENOENT/)
  expect((await post(setUp, account)).body.error.code).toBe('auth.setup_closed')
})

test('two people who open the set-up link at the same moment make one administrator', async () => {
  await prepareSetup(nobody)
  const token = await setupToken()
  const answers = await Promise.all(
    ['ada', 'eve'].map((name) => post(setUp, { token, name, email: `${name}@desk.test`, password })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 410])
  expect(await listPeople()).toHaveLength(1)
})

test('a set-up link of an earlier start is worthless', async () => {
  await prepareSetup(nobody)
  const old = await setupToken()
  await prepareSetup(nobody)
  await expect(requireSetupToken(old)).rejects.toThrow('auth.link_invalid')
  await expect(requireSetupToken(await setupToken())).resolves.toBeUndefined()
})

test('the administrator of the settings is made at the first start only', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'setup-'))
  const named = { adminEmail: 'Root@desk.test', adminPassword: password, dataDir: folder }
  await prepareSetup(named)
  await prepareSetup({ ...named, adminEmail: 'other@desk.test', adminPassword: 'another password' })
  expect(await listPeople()).toMatchObject([{ email: 'root@desk.test', role: 'admin', name: 'root' }])
})

test.each([
  { part: 'password', account: { name: 'Ada', email: 'ada@desk.test', password: 'too short' } },
  { part: 'email', account: { name: 'Ada', email: 'not an address', password } },
  { part: 'name', account: { name: ' ', email: 'ada@desk.test', password } },
])('an account with a bad $part is refused and none is made', async ({ part, account }) => {
  await prepareSetup(nobody)
  const { status, body } = await post(setUp, { token: await setupToken(), ...account })
  expect([status, body.error.code]).toEqual([400, 'request.invalid'])
  expect(body.error.message).toContain(part)
  expect(await listPeople()).toEqual([])
})

const invitation = { email: 'fin@desk.test', invitedBy: { id: 'usr_1', name: 'Ana' }, locale: 'en' } as const

test('an invitation makes one account with its address and role', async () => {
  const { link } = await createInvitation({ ...invitation, role: 'finance' })
  const token = new URL(link).searchParams.get('token') ?? ''
  expect(await getInvitation(token)).toEqual({ email: 'fin@desk.test', role: 'finance' })

  const account = { token, name: 'Fin', password }
  expect(await post(accept, { ...account, email: 'eve@desk.test', role: 'admin' })).toEqual({
    status: 201,
    body: { email: 'fin@desk.test' },
  })
  expect(await signIn({ email: 'fin@desk.test', password, address: 'direct' })).toMatchObject({
    role: 'finance',
  })
  expect((await post(accept, account)).body.error.code).toBe('auth.link_invalid')
  await expect(createInvitation({ ...invitation, role: 'admin' })).rejects.toThrow('person.email_taken')
})

test('an invitation ends after seven days, and with the next one for the same address', async () => {
  const invited = { ...invitation, role: 'finance' } as const
  const tokenOf = async () => new URL((await createInvitation(invited)).link).searchParams.get('token') ?? ''
  const first = await tokenOf()
  const second = await tokenOf()
  await expect(getInvitation(first)).rejects.toThrow('auth.link_invalid')

  await db().execute(sql`update invitations set expires_at = expires_at - interval '6 days 23 hours'`)
  expect(await getInvitation(second)).toMatchObject({ role: 'finance' })
  await db().execute(sql`update invitations set expires_at = expires_at - interval '1 hour'`)
  await expect(getInvitation(second)).rejects.toThrow('auth.link_invalid')
})

const newPassword = 'another long password'
const tokenIn = ({ link }: { link: string }) => new URL(link).searchParams.get('token') ?? ''

async function addAda() {
  await prepareSetup({
    adminEmail: 'ada@desk.test',
    adminPassword: password,
    dataDir: await mkdtemp(path.join(tmpdir(), 'setup-')),
  })
  const [ada] = await listPeople()
  if (!ada) throw new Error('nobody was made')
  return {
    ...ada,
    makeLink: async () => createPasswordLink({ personId: ada.id, createdBy: { id: 'usr_1', name: 'Eva' } }),
  }
}
const signInAsAda = (given: string) => signIn({ email: 'ada@desk.test', password: given, address: 'direct' })

test('a link sets a new password once; the old one is good until then, and no longer', async () => {
  const ada = await addAda()
  const token = tokenIn(await ada.makeLink())
  expect(await signInAsAda(password)).toMatchObject({ id: ada.id })
  expect(await post(setPassword, { token, password: newPassword })).toEqual({
    status: 200,
    body: { email: 'ada@desk.test' },
  })
  await expect(signInAsAda(password)).rejects.toThrow('auth.bad_credentials')
  expect(await signInAsAda(newPassword)).toMatchObject({ id: ada.id })
  expect((await post(setPassword, { token, password })).body.error.code).toBe('auth.link_invalid')
})

test('whoever signed in before the new password is out, whoever signs in after it is in', async () => {
  const { id, makeLink } = await addAda()
  const before = await beginSession({ personId: id, device: '' })
  await post(setPassword, { token: tokenIn(await makeLink()), password: newPassword })
  expect(await findSessionPerson(before)).toBeNull()
  expect(await findSessionPerson(await beginSession({ personId: id, device: '' }))).toMatchObject({ id })
})

test('a link to a new password ends after a day, with the next one, and with the account', async () => {
  const ada = await addAda()
  const first = tokenIn(await ada.makeLink())
  const second = tokenIn(await ada.makeLink())
  await expect(getPasswordLink(first)).rejects.toThrow('auth.link_invalid')
  expect(await getPasswordLink(second)).toMatchObject({ email: 'ada@desk.test' })
  await db().execute(sql`update users set disabled_at = now()`)
  await expect(getPasswordLink(second)).rejects.toThrow('auth.link_invalid')
  await expect(ada.makeLink()).rejects.toThrow('person.not_found')
  await db().execute(sql`update users set disabled_at = null`)
  await db().execute(sql`update password_links set expires_at = expires_at - interval '1 day'`)
  await expect(getPasswordLink(second)).rejects.toThrow('auth.link_invalid')
})

test('people change their own password, if they know the current one; other sessions and links are over', async () => {
  const { id, email, name, role, makeLink } = await addAda()
  const token = tokenIn(await makeLink())
  signInAs({ id, email, name, role })
  const before = await beginSession({ personId: id, device: '' })
  const change = (current: string) =>
    callJson(changePassword, { method: 'PUT', body: JSON.stringify({ current, password: newPassword }) })
  const wrong = await change('not the password')
  expect([wrong.status, wrong.body.error.code]).toEqual([403, 'auth.wrong_password'])
  expect(await signInAsAda(password)).toMatchObject({ id })

  expect(await change(password)).toEqual({ status: 200, body: { email: 'ada@desk.test' } })
  await expect(signInAsAda(password)).rejects.toThrow('auth.bad_credentials')
  expect(await signInAsAda(newPassword)).toMatchObject({ id })
  expect(await findSessionPerson(before)).toBeNull()
  await expect(getPasswordLink(token)).rejects.toThrow('auth.link_invalid')
})
