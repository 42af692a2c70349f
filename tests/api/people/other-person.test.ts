import { expect, test } from 'vitest'
import { PATCH as changeAccount, GET as readAccount } from '@/app/api/account/route'
import { GET as openEvents } from '@/app/api/events/route'
import { GET as readHealth } from '@/app/api/health/route'
import { GET as readPeople } from '@/app/api/people/route'
import { POST as beginUpload } from '@/app/api/uploads/route'
import { addPerson, call, callJson, signInAs } from '../support/desk'
import { setUpDesk } from '../support/set-up-desk'

setUpDesk()

const pageOf = ({ id }: { id: string }) => ({ 'X-Intray-Person': id })
const ada = () => addPerson('uploader')

test('a call of somebody else’s page is refused in words before anything is changed', async () => {
  const [before, now] = [await ada(), await ada()]
  signInAs(now)
  const body = JSON.stringify({ mailsDone: true })
  const refused = await callJson(changeAccount, { method: 'PATCH', headers: pageOf(before), body })
  expect([refused.status, refused.body.error.code]).toEqual([409, 'auth.other_person'])
  expect((await callJson(readAccount)).body.mailsDone).toBe(false)
  expect((await call(changeAccount, { method: 'PATCH', headers: pageOf(now), body })).status).toBe(200)
  expect((await callJson(readAccount)).body.mailsDone).toBe(true)
})

test('whose page it is comes before what the new person may do, and after whether anybody is signed in', async () => {
  const admin = await addPerson('admin')
  signInAs(await ada())
  expect((await call(readPeople)).status).toBe(403)
  expect((await call(readPeople, { headers: pageOf(admin) })).status).toBe(409)
  signInAs(null)
  expect((await call(readPeople, { headers: pageOf(admin) })).status).toBe(401)
})

test('no upload begins and no stream of news opens for the page of somebody else', async () => {
  const [before, now] = [await ada(), await ada()]
  signInAs(now)
  const upload = await call(beginUpload, {
    method: 'POST',
    headers: { ...pageOf(before), 'Tus-Resumable': '1.0.0', 'Upload-Length': '3' },
  })
  expect([upload.status, upload.headers.get('location')]).toEqual([409, null])
  const stream = (person: { id: string }) =>
    call(openEvents, { path: `/api/events?X-Intray-Person=${person.id}` })
  expect((await stream(before)).status).toBe(409)
  const own = await stream(now)
  expect(own.status).toBe(200)
  await own.body?.cancel()
})

test('scripts, which do not say whose page they are, and calls for everybody are let be', async () => {
  signInAs(await ada())
  expect((await call(readAccount)).status).toBe(200)
  expect((await call(readHealth, { headers: pageOf(await ada()) })).status).toBe(200)
})
