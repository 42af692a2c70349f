import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeLinkFor } from '@/cli/desk/password-link'
import type { Place } from '@/cli/desk/place'
import { adoptConnection } from '@/lib/db/client'
import { type Connection, connectEmbedded } from '@/lib/db/connection'
import { getPasswordLink } from '@/lib/people/passwords/password-links'
import type { SignedInUser } from '@/lib/people/roles'
import { addPerson } from '../support/desk'

const place: Place = {
  databaseUrl: null,
  filesUrl: null,
  dataDir: mkdtempSync(path.join(tmpdir(), 'intray-password-')),
}
let admin: SignedInUser
let running: Connection | undefined

async function startDesk(): Promise<void> {
  running = await connectEmbedded(path.join(place.dataDir, 'web'))
  adoptConnection(running)
}
async function stopDesk(): Promise<void> {
  adoptConnection(undefined)
  await running?.close()
  running = undefined
}

beforeAll(async () => {
  await startDesk()
  admin = await addPerson('admin')
  await addPerson('uploader')
})
afterAll(stopDesk)

test('an administrator who forgot the password gets a link at the command line of the stopped desk', async () => {
  await expect(makeLinkFor({ email: admin.email, place })).rejects.toThrow('Stop it')
  await stopDesk()
  const link = await makeLinkFor({ email: ` ${admin.email.toUpperCase()}`, place })
  await startDesk()
  const token = new URL(link).searchParams.get('token') ?? ''
  expect(await getPasswordLink(token)).toMatchObject({ id: admin.id })
})

test('a mistyped address is answered with the administrators there are', async () => {
  await stopDesk()
  await expect(makeLinkFor({ email: 'nobody@desk.test', place })).rejects.toThrow(
    `Nobody signs in as nobody@desk.test. Administrators: ${admin.email}.`,
  )
})

test('where there is no desk none is made', async () => {
  const elsewhere = { ...place, dataDir: path.join(place.dataDir, 'nowhere') }
  await expect(makeLinkFor({ email: admin.email, place: elsewhere })).rejects.toThrow('There is no desk')
})
