import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { POST as invite } from '@/app/api/people/invitations/route'
import { GET as getFacts } from '@/app/api/settings/mail/route'
import { db } from '@/lib/db/client'
import { getSettings } from '@/lib/env'
import { mails } from '@/lib/mail/tables'
import { runMail } from '@/lib/start'
import { changeSettings } from '../support/change-settings'
import { callJson } from '../support/desk'
import { openMailBox } from '../support/mail-box'
import { setUpDesk } from '../support/set-up-desk'

const box = await openMailBox()
changeSettings({ SMTP_URL: box.url, MAIL_FROM: 'Intray <desk@desk.test>' })

setUpDesk({ role: 'admin' })

beforeEach(async () => {
  await db().delete(mails)
  box.received.length = 0
})
afterAll(() => box.close())

const headers = { 'content-type': 'application/json' }
const inviteTo = (email: string) =>
  callJson(invite, { method: 'POST', headers, body: JSON.stringify({ email, role: 'uploader' }) })
const makeMailsDue = () => db().update(mails).set({ nextTryAt: new Date() }).where(eq(mails.state, 'waiting'))

test('a mail that another secret sealed waits and is told of, the next one goes out, and it follows once the secret is back', async () => {
  const settings = getSettings()
  const secret = settings.INTRAY_SECRET
  settings.INTRAY_SECRET = 'the secret of another installation'
  const { body } = await inviteTo('restored@desk.test')
  settings.INTRAY_SECRET = secret
  await inviteTo('new@desk.test')
  await runMail()
  expect(box.received.map(({ to }) => to)).toEqual([['new@desk.test']])
  const problem = expect.stringContaining('INTRAY_SECRET')
  expect((await callJson(getFacts)).body.problems[0]).toMatchObject({ state: 'waiting', tries: 1, problem })
  settings.INTRAY_SECRET = 'the secret of another installation'
  await makeMailsDue()
  await runMail()
  settings.INTRAY_SECRET = secret
  expect(box.received[1]?.to).toEqual(['restored@desk.test'])
  const token = new URL(body.link).searchParams.get('token') ?? ''
  expect(box.received[1]?.source.replace(/=\r\n/g, '')).toContain(token)
})

test('a mail nobody can read is given up after nine tries, and what it says is kept', async () => {
  await inviteTo('lost@desk.test')
  const text = `sealed:${Buffer.alloc(64).toString('base64url')}`
  await db().update(mails).set({ text })
  for (let tries = 0; tries < 12; tries++) {
    await makeMailsDue()
    await runMail()
  }
  const [row] = await db().select().from(mails)
  expect(row).toMatchObject({ state: 'failed', tries: 9, nextTryAt: null, text })
})
