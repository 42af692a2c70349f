import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { adoptConnection, db } from '@/lib/db/client'
import { type Connection, connectEmbedded } from '@/lib/db/connection'
import { documents } from '@/lib/documents/tables'
import { getSettings } from '@/lib/env'
import { sha256OfFile } from '@/lib/files/receive/hash'
import { fileStore } from '@/lib/files/stores'
import { invoiceStep } from '../support/desk'

// A first start creates the database in a process of its own, which a busy machine does slowly.
vi.setConfig({ testTimeout: 240_000 })

let connection: Connection | undefined
afterAll(() => connection?.close())

test('what was accepted before a kill -9 is there afterwards, and no document is without its whole file', async () => {
  const accepted = await takeInUntilKilled(10)
  expect(accepted.length).toBeGreaterThanOrEqual(10)

  connection = await connectEmbedded(path.join(getSettings().INTRAY_DATA_DIR, 'web'))
  adoptConnection(connection)
  const rows = await db().select().from(documents)
  const known = new Map(rows.map((row) => [row.id, row.sha256]))
  for (const { id, sha256 } of accepted) expect(known.get(id)).toBe(sha256)
  for (const { fileKey, sha256, state } of rows) {
    expect(state).toBe('waiting')
    expect(await fileStore().withLocalFile({ key: fileKey ?? '', use: sha256OfFile })).toBe(sha256)
  }
})

/** It goes on while the last of them is told here, so it dies in the middle of some later one. */
async function takeInUntilKilled(count: number) {
  const script = path.resolve('tests/api/support/take-in-until-killed.ts')
  const flags = ['--conditions=react-server', '--import', 'tsx']
  const child = spawn(process.execPath, [...flags, script, invoiceStep], {
    env: { ...process.env, DATABASE_URL: '' },
  })
  const accepted = await readAccepted({ child, count })
  child.kill('SIGKILL')
  await once(child, 'exit')
  return accepted
}

async function readAccepted({ child, count }: { child: ChildProcess; count: number }) {
  const accepted: { id: string; sha256: string }[] = []
  let words = ''
  child.stderr?.on('data', (chunk) => {
    words += chunk
  })
  let text = ''
  for await (const chunk of child.stdout ?? []) {
    text += chunk
    const lines = text.split('\n')
    text = lines.pop() ?? ''
    for (const line of lines) {
      const [id = '', sha256 = ''] = line.split(' ')
      accepted.push({ id, sha256 })
    }
    if (accepted.length >= count) return accepted
  }
  throw new Error(`the process ended early: ${words}`)
}
