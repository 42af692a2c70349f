import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { PATCH as patchPerson } from '@/app/api/people/[personId]/route'
import { DELETE as deleteInvitation } from '@/app/api/people/invitations/[invitationId]/route'
import { POST as postInvitation } from '@/app/api/people/invitations/route'
import { GET as getPeople } from '@/app/api/people/route'
import { GET as getSettings } from '@/app/api/settings/route'
import { db } from '@/lib/db/client'
import { acceptInvitation } from '@/lib/people/invitations/invitations'
import { addPerson, callJson, signInAs } from '../support/desk'
import { setUpDesk } from '../support/set-up-desk'

const desk = setUpDesk({ role: 'admin' })

const change = (person: { id: string }, body: unknown) =>
  callJson(patchPerson, { method: 'PATCH', params: { personId: person.id }, body: JSON.stringify(body) })
const invite = (body: unknown) => callJson(postInvitation, { method: 'POST', body: JSON.stringify(body) })
const withdraw = (invitationId: string) =>
  callJson(deleteInvitation, { method: 'DELETE', params: { invitationId } })

function tokenOf(link: string): string {
  return new URL(link).searchParams.get('token') ?? ''
}

test('the list names everyone, and never a password', async () => {
  const { status, body } = await callJson(getPeople)
  expect(status).toBe(200)
  expect(body.people).toContainEqual(
    expect.objectContaining({ id: desk.user.id, role: 'admin', disabled: false }),
  )
  expect(JSON.stringify(body)).not.toMatch(/password/i)
})

test('a changed role and a disabled account take effect with the next request', async () => {
  const person = await addPerson('admin')
  signInAs(person)
  expect((await callJson(getSettings)).status).toBe(200)

  signInAs(desk.user)
  await change(person, { role: 'uploader' })
  signInAs(person)
  expect((await callJson(getSettings)).status).toBe(403)

  signInAs(desk.user)
  await change(person, { disabled: true })
  signInAs(person)
  expect((await callJson(getSettings)).status).toBe(401)

  signInAs(desk.user)
  const { body } = await change(person, { disabled: false })
  expect(body.people).toContainEqual(expect.objectContaining({ id: person.id, disabled: false }))
})

/** Leaves the signed-in administrator as the only one. */
async function lockOutOthers(): Promise<void> {
  await db().execute(sql`update users set disabled_at = now() where id <> ${desk.user.id}`)
}

test('the last administrator can be neither demoted nor disabled', async () => {
  await lockOutOthers()
  for (const attempt of [{ role: 'finance' }, { disabled: true }]) {
    const { status, body } = await change(desk.user, attempt)
    expect([status, body.error.code]).toEqual([409, 'person.last_admin'])
  }
})

test('of two administrators who demote one another at once, one remains', async () => {
  await lockOutOthers()
  const other = await addPerson('admin')
  const outcomes = await Promise.all([
    change(other, { role: 'uploader' }),
    change(desk.user, { role: 'uploader' }),
  ])
  expect(outcomes.filter(({ status }) => status === 200)).toHaveLength(1)
  const remaining = outcomes[0]?.status === 200 ? desk.user : other
  signInAs(remaining)
  await change(desk.user, { role: 'admin' })
  await change(other, { role: 'uploader' })
})

test('an invitation is listed until it is used, and its link works', async () => {
  const { status, body } = await invite({ email: 'New@Desk.test', role: 'finance' })
  expect(status).toBe(201)
  const before = await callJson(getPeople)
  expect(before.body.invitations).toEqual([
    expect.objectContaining({ email: 'new@desk.test', role: 'finance', expired: false }),
  ])
  await acceptInvitation({ token: tokenOf(body.link), name: 'New', password: 'long enough 1', locale: 'en' })
  const after = await callJson(getPeople)
  expect(after.body.invitations).toEqual([])
  expect(after.body.people).toContainEqual(
    expect.objectContaining({ email: 'new@desk.test', role: 'finance' }),
  )
})

test('a withdrawn invitation is worth nothing', async () => {
  const { body } = await invite({ email: 'gone@desk.test', role: 'uploader' })
  const { body: directory } = await callJson(getPeople)
  expect((await withdraw(directory.invitations[0].id)).body.invitations).toEqual([])
  expect((await withdraw(directory.invitations[0].id)).status).toBe(404)
  const use = acceptInvitation({
    token: tokenOf(body.link),
    name: 'X',
    password: 'long enough 1',
    locale: 'en',
  })
  await expect(use).rejects.toMatchObject({ code: 'auth.link_invalid' })
})

test('who has an account already, or no address, is not invited', async () => {
  const taken = await invite({ email: desk.user.email, role: 'uploader' })
  expect([taken.status, taken.body.error.code]).toEqual([409, 'person.email_taken'])
  expect((await invite({ email: 'not an address', role: 'uploader' })).status).toBe(400)
  expect((await invite({ email: 'a@b.test', role: 'owner' })).status).toBe(400)
})

test('an unknown person cannot be changed, and nobody but an administrator changes anyone', async () => {
  expect((await change({ id: 'usr_nobody' }, { disabled: true })).status).toBe(404)
  const person = await addPerson('uploader')
  signInAs(person)
  expect((await change(person, { role: 'admin' })).status).toBe(403)
  expect((await invite({ email: 'a@b.test', role: 'admin' })).status).toBe(403)
})
