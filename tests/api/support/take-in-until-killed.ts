import 'server-only'
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { openDatabase } from '@/lib/db/client'
import { ingest } from '@/lib/documents/intake/ingest'
import { receiveFile, removeReceived } from '@/lib/files/receive/receive'
import { insertPerson } from '@/lib/people/store'
import { readDeskSample } from '../../fixtures/desk-sample'

/** A process that takes documents in, one after the other, and says each one's id and hash once it is accepted. */
const user = { id: 'usr_1', email: 'a@desk.test', name: 'A', role: 'uploader' } as const

await openDatabase()
await insertPerson({ ...user, passwordHash: 'x' })
const sample = await readDeskSample('invoice.pdf')

while (true) {
  const bytes = Buffer.concat([sample, Buffer.from(`\n%${randomUUID()}`)])
  const received = await receiveFile(Readable.from([bytes]))
  const id = `doc_${randomUUID().replaceAll('-', '')}`
  await ingest({ user, file: { ...received, id, name: 'a.pdf' }, options: { step: process.argv[2] ?? '' } })
  process.stdout.write(`${id} ${received.sha256}\n`)
  await removeReceived(received.path)
}
