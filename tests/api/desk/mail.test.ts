import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { PATCH as changeAccount } from '@/app/api/account/route'
import { POST as invite } from '@/app/api/people/invitations/route'
import { GET as getFacts, POST as sendTest } from '@/app/api/settings/mail/route'
import { db } from '@/lib/db/client'
import { documents, nextVersion } from '@/lib/documents/tables'
import { endRefusal, recordRefusal } from '@/lib/docutray/refusals-store'
import { upstreamRefusals } from '@/lib/docutray/tables'
import { mails } from '@/lib/mail/tables'
import type { SignedInUser } from '@/lib/people/roles'
import { users } from '@/lib/people/tables'
import { saveSettings } from '@/lib/settings/store'
import { runMail } from '@/lib/start'
import { ledgerLines } from '@/lib/usage/tables'
import { changeSettings } from '../support/change-settings'
import { addPerson, callJson, signInAs } from '../support/desk'
import { headerOf, openMailBox } from '../support/mail-box'
import { addDocument } from '../support/pumps'
import { setUpDesk } from '../support/set-up-desk'

const box = await openMailBox()
changeSettings({ SMTP_URL: box.url, MAIL_FROM: 'Intray <desk@desk.test>' })

setUpDesk()
let person: SignedInUser
let admin: SignedInUser

beforeEach(async () => {
  await db().delete(mails)
  await db().delete(upstreamRefusals)
  await db().delete(documents)
  await db().delete(ledgerLines)
  await db().delete(users)
  await saveSettings({ values: { monthlyPages: null }, by: 'test' })
  box.received.length = 0
  box.behaviour.refuse = null
  admin = await addPerson('admin')
  person = await addPerson('uploader')
})
afterAll(() => box.close())

const headers = { 'content-type': 'application/json' }
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

async function want(change: Record<string, unknown>, who = person) {
  signInAs(who)
  return callJson(changeAccount, { method: 'PATCH', headers, body: JSON.stringify(change) })
}

/** As if the person had asked for it three minutes ago. */
async function wantDigests(change: Record<string, unknown> = {}) {
  const answer = await want({ mailsDone: true, ...change })
  await db()
    .update(users)
    .set({ notifiedUpTo: minutesAgo(3) })
  return answer
}

const addEnded = (row: Partial<typeof documents.$inferInsert> = {}) =>
  addDocument({
    owner: person,
    state: 'done',
    reason: null,
    nextTryAt: null,
    finishedAt: minutesAgo(2),
    ...row,
  })

const inviteTo = (email: string) =>
  callJson(invite, { method: 'POST', headers, body: JSON.stringify({ email, role: 'uploader' }) })

const makeMailsDue = () => db().update(mails).set({ nextTryAt: new Date() }).where(eq(mails.state, 'waiting'))

test('who asked for it is told once when all their documents have ended, in their language', async () => {
  await addEnded({ name: 'before.pdf', finishedAt: minutesAgo(4) })
  expect((await wantDigests({ locale: 'es' })).body).toMatchObject({
    mailsDone: true,
    locale: 'es',
    hasMailServer: true,
  })
  await addEnded({ name: 'a.pdf' })
  await addEnded({ name: 'b.pdf', state: 'failed' })
  await addEnded({ name: 'given up.pdf', state: 'cancelled' })
  await runMail()
  await runMail()
  expect(box.received.map(({ to }) => to)).toEqual([[person.email]])
  const [mail] = box.received
  if (!mail) throw new Error('no mail came')
  expect(mail.from).toBe('desk@desk.test')
  expect(headerOf(mail, 'Subject')).toContain('1 documento listo')
  expect(mail.source).toContain('a.pdf')
  expect(mail.source).toContain('b.pdf')
  expect(mail.source).not.toMatch(/before\.pdf|given up\.pdf/)
})

test('nobody is told who did not ask, or while a document is on its way', async () => {
  await addEnded()
  await runMail()
  expect(box.received).toEqual([])
  await wantDigests()
  await addEnded()
  await addDocument({ owner: person, state: 'processing' })
  await runMail()
  expect(box.received).toEqual([])
})

test('a document read again is told again, ten minutes after the last digest at the earliest', async () => {
  await wantDigests()
  const id = await addEnded()
  await runMail()
  expect(box.received).toHaveLength(1)
  await db()
    .update(documents)
    .set({ finishedAt: minutesAgo(1.5) })
    .where(eq(documents.id, id))
  await db()
    .update(users)
    .set({ notifiedUpTo: minutesAgo(1.8) })
  await runMail()
  expect(box.received).toHaveLength(1)
  await db()
    .update(users)
    .set({ digestAt: minutesAgo(11) })
  await runMail()
  expect(box.received).toHaveLength(2)
})

test('a document that changes after it was told, as when a value is put right, is not told again', async () => {
  await wantDigests()
  const id = await addEnded()
  await runMail()
  await db().update(documents).set({ version: nextVersion }).where(eq(documents.id, id))
  await db()
    .update(users)
    .set({ digestAt: minutesAgo(11) })
  await runMail()
  expect(box.received).toHaveLength(1)
})

test('two processes at the same moment send one digest', async () => {
  await wantDigests()
  await addEnded()
  await Promise.all([runMail(), runMail()])
  await runMail()
  expect(box.received).toHaveLength(1)
})

test('a name with line breaks stays a name: no header and no receiver comes of it', async () => {
  await wantDigests()
  await db().update(users).set({ name: 'Ana\r\nBcc: eve@evil.test' }).where(eq(users.id, person.id))
  await addEnded({ name: 'x\r\nBcc: eve@evil.test\r\n\r\n<script>.pdf' })
  await runMail()
  const [mail] = box.received
  if (!mail) throw new Error('no mail came')
  expect(mail.to).toEqual([person.email])
  expect(headerOf(mail, 'Bcc')).toBeUndefined()
  expect(mail.source).not.toMatch(/^Bcc:/m)
  expect(mail.source.split('text/html')[1]).toContain('&lt;script&gt;')
  expect(mail.source.split('text/html')[1]).not.toContain('<script>')
})

test('a threshold of the quota is told once a month to administrators and finance, not to uploaders', async () => {
  const finance = await addPerson('finance')
  const deaf = await addPerson('finance')
  await want({ mailsQuota: false }, deaf)
  await saveSettings({ values: { monthlyPages: 100 }, by: 'test' })
  const spend = async (pages: number) => {
    const line = { documentId: `d${pages}`, documentName: 'x', attempt: 1, userId: 'x', stepId: 'x' }
    const counted = { counted: true, why: 'succeeded', occurredAt: new Date() }
    await db()
      .insert(ledgerLines)
      .values({ ...line, ...counted, id: `led_${pages}`, pages })
  }
  const receivers = () => box.received.flatMap(({ to }) => to).sort()
  await spend(79)
  await runMail()
  expect(receivers()).toEqual([])
  await spend(1)
  await runMail()
  await runMail()
  expect(receivers()).toEqual([admin.email, finance.email].sort())
  await spend(20)
  await runMail()
  await runMail()
  expect(receivers()).toEqual([admin.email, admin.email, finance.email, finance.email].sort())

  await saveSettings({ values: { monthlyPages: 120 }, by: 'test' })
  await runMail()
  await runMail()
  const [last] = box.received.slice(-1)
  expect(box.received).toHaveLength(6)
  expect(last?.source).toContain('120')
})

test('a refused key is told to every administrator once, in their language, and to nobody else', async () => {
  const spanish = await addPerson('admin')
  await want({ locale: 'es' }, spanish)
  await addPerson('finance')
  await recordRefusal({ subject: 'key', detail: 'Invalid API key' })
  await runMail()
  await endRefusal('key')
  await recordRefusal({ subject: 'key', detail: 'Invalid API key' })
  await runMail()
  expect(box.received.flatMap(({ to }) => to).sort()).toEqual([admin.email, spanish.email].sort())
  const [mail] = box.received.filter(({ to }) => to.includes(spanish.email))
  if (!mail) throw new Error('no mail came')
  expect(headerOf(mail, 'Subject')).toContain('clave_de_la_API')
  expect(mail.source.replace(/=\r\n/g, '')).toContain('Invalid API key')
  await endRefusal('key')
  await db()
    .update(upstreamRefusals)
    .set({ endedAt: minutesAgo(11) })
  await recordRefusal({ subject: 'key', detail: null })
  await runMail()
  expect(box.received).toHaveLength(4)
})

test('an invitation is mailed, its link in the mail alone and no more in the database once it was sent', async () => {
  signInAs(admin)
  const answer = await inviteTo('new@desk.test')
  expect(answer.body.isMailed).toBe(true)
  const [waiting] = await db().select().from(mails)
  expect(JSON.stringify(waiting)).not.toContain(new URL(answer.body.link).searchParams.get('token'))
  expect(waiting).toMatchObject({ state: 'waiting', text: expect.stringMatching(/^sealed:/) })
  await runMail()
  const [mail] = box.received
  expect(mail?.to).toEqual(['new@desk.test'])
  const token = new URL(answer.body.link).searchParams.get('token') ?? ''
  expect(mail?.source.replace(/=\r\n/g, '')).toContain(token)
  const [row] = await db().select().from(mails)
  expect(row).toMatchObject({ state: 'sent', text: null, html: null, problem: null, nextTryAt: null })
})

test('a mail server that is out of order is tried again, as the same mail, and administrators see why', async () => {
  signInAs(admin)
  box.behaviour.refuse = { code: 451, message: 'come back later' }
  await inviteTo('new@desk.test')
  await runMail()
  const facts = (await callJson(getFacts)).body
  expect(facts).toMatchObject({ from: 'Intray <desk@desk.test>', waiting: 1, lastSentAt: null })
  expect(facts.problems[0]).toMatchObject({ kind: 'invitation', state: 'waiting', tries: 1 })
  expect(facts.problems[0].problem).toContain('come back later')
  await runMail()
  expect((await callJson(getFacts)).body.problems[0].tries).toBe(1)

  box.behaviour.refuse = null
  await makeMailsDue()
  await runMail()
  expect(box.received).toHaveLength(1)
  const [row] = await db().select().from(mails)
  expect(headerOf(box.received[0] ?? { from: '', to: [], source: '' }, 'Message-ID')).toContain(row?.id)
  expect((await callJson(getFacts)).body).toMatchObject({ waiting: 0, problems: [] })
})

test('what is refused for good is given up at once; what stays away, after nine tries', async () => {
  signInAs(admin)
  box.behaviour.refuse = { code: 550, message: 'no such mailbox' }
  await inviteTo('gone@desk.test')
  await runMail()
  expect((await callJson(getFacts)).body.problems[0]).toMatchObject({
    state: 'failed',
    tries: 1,
    nextTryAt: null,
  })

  await db().delete(mails)
  box.behaviour.refuse = { code: 421, message: 'busy' }
  await inviteTo('busy@desk.test')
  for (let tries = 0; tries < 12; tries++) {
    await makeMailsDue()
    await runMail()
  }
  expect((await callJson(getFacts)).body.problems[0]).toMatchObject({ state: 'failed', tries: 9 })
})

test('a test mail goes out at once and tells the server’s answer, or its refusal', async () => {
  signInAs(admin)
  const sent = await callJson(sendTest, { method: 'POST' })
  expect(sent.body.recipient).toBe(admin.email)
  expect(sent.body.answer).toMatch(/^250/)
  expect(box.received.map(({ to }) => to)).toEqual([[admin.email]])
  box.behaviour.refuse = { code: 554, message: 'not from here' }
  const refused = await callJson(sendTest, { method: 'POST' })
  expect([refused.status, refused.body.error.code]).toEqual([502, 'mail.refused'])
  expect(refused.body.error.message).toContain('not from here')
})
