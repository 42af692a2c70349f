import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lockFolder } from '@/base/database/folder-lock'
import { backupDesk } from '@/cli/desk/backup-desk'
import { hashLines, takeDump } from '@/cli/desk/dump-file'
import { moveDesk } from '@/cli/desk/move-desk'
import type { Place } from '@/cli/desk/place'
import { restoreDesk } from '@/cli/desk/restore-desk'
import { readSettings } from '@/engine/settings/read-settings'
import { addExecution } from '@/engine/store/executions'
import { createId } from '@/engine/store/ids'
import { openStore } from '@/engine/store/open-store'
import { adoptConnection } from '@/lib/db/client'
import { connectEmbedded } from '@/lib/db/connection'
import { createView, saveOwnColumns } from '@/lib/documents/views/views'
import { getSettings } from '@/lib/env'
import { fileStore } from '@/lib/files/stores'
import { startStubS3 } from '../../stubs/s3'
import { openTestDatabase } from '../../support/test-database'
import { addPerson } from '../support/desk'
import { addDocument } from '../support/pumps'

const s3 = await startStubS3()
const postgres = await openTestDatabase()

const scratch = mkdtempSync(path.join(tmpdir(), 'intray-move-'))
const place = (name: string): Place => ({
  databaseUrl: null,
  filesUrl: null,
  dataDir: path.join(scratch, name),
})
const desk: Place = { ...place(''), dataDir: getSettings().INTRAY_DATA_DIR }
const documents: string[] = []
const convertedTo = {
  key: 'converted/doc_scan',
  contentType: 'application/pdf',
  bytes: 5,
  sha256: createHash('sha256').update('a PDF').digest('hex'),
  pictures: 1,
}
let stopDesk: () => Promise<void>

async function storeConverted() {
  const from = path.join(scratch, 'converted')
  await writeFile(from, 'a PDF')
  await fileStore().put({ from, ...convertedTo })
  return convertedTo
}

/** Both processes' databases with something in them, open as they are while the desk runs. */
beforeAll(async () => {
  const connection = await connectEmbedded(path.join(desk.dataDir, 'web'))
  adoptConnection(connection)
  const owner = await addPerson('uploader')
  for (let count = 0; count < 3; count++) {
    documents.push(await addDocument({ owner, metadata: { note: 'ñ "1"', amount: 1.1 } }))
  }
  documents.push(await addDocument({ owner, contentType: 'image/tiff', converted: await storeConverted() }))
  await createView({
    user: owner,
    view: { name: 'ñ', shared: true, filter: { q: '"1"' }, columns: ['total'] },
  })
  await saveOwnColumns({ user: owner, columns: ['total', 'state'] })
  const engine = await openStore(
    readSettings({ NODE_ENV: 'test', ENGINE_DATA_DIR: path.join(desk.dataDir, 'engine') }),
  )
  const id = createId()
  const execution = {
    kind: 'step',
    organization: 'org',
    target: 'step',
    targetName: 'Step',
    pipeline: 'invoice',
  } as const
  const file = {
    status: 'ENQUEUED',
    queueRank: 1,
    contentType: 'application/pdf',
    bytes: 3,
    requestedAt: new Date(),
  } as const
  await addExecution({ database: engine.database, execution: { id, ...execution, ...file } })
  await writeFile(engine.files.pathOf(id), 'PDF')
  stopDesk = async () => {
    await connection.close()
    await engine.close()
  }
}, 120_000)
afterAll(async () => {
  await s3.close()
  if ('close' in postgres) await postgres.close()
})

async function contentOf(kept: Place): Promise<string[]> {
  const sums: string[] = []
  for (const part of ['desk', 'engine'] as const) {
    const file = path.join(scratch, `content-${part}.gz`)
    expect(await takeDump({ place: kept, part, file })).toBe(true)
    sums.push(await hashLines(file))
  }
  return sums
}

/** Who else may read it, in octal digits. */
const modeOf = async (name: string) => ((await stat(name)).mode & 0o777).toString(8)

const originalOf = (kept: Place, id: string) =>
  readFile(path.join(kept.dataDir, 'files/originals', id), 'utf8')

test('a backup of the running desk brings all of it back elsewhere, in a folder or one file', async () => {
  const folder = path.join(scratch, 'backup')
  await mkdir(folder, { mode: 0o755 })
  await backupDesk({ place: desk, to: folder })
  const file = path.join(scratch, 'backup.tar.gz')
  await backupDesk({ place: desk, to: file })
  await expect(backupDesk({ place: desk, to: file })).rejects.toThrow('exists')
  if (process.platform !== 'win32') {
    expect(await modeOf(folder)).toBe('700')
    const single = [file, ...['desk.ndjson.gz', 'backup.json'].map((name) => path.join(folder, name))]
    expect(await Promise.all(single.map(modeOf))).toEqual(single.map(() => '600'))
  }

  const restored = place('restored')
  await restoreDesk({ from: file, place: restored })
  expect(await contentOf(restored)).toEqual(await contentOf(desk))
  for (const id of documents) expect(await originalOf(restored, id)).toBe(`the bytes of ${id}`)
  expect(await readFile(path.join(restored.dataDir, 'files', convertedTo.key), 'utf8')).toBe('a PDF')
  expect(await readdir(path.join(restored.dataDir, 'engine/files'))).toHaveLength(1)
  await expect(restoreDesk({ from: folder, place: restored })).rejects.toThrow('rows in its tables already')
}, 300_000)

test('a backup that was changed or is half made is refused', async () => {
  const folder = path.join(scratch, 'backup')
  const target = place('never')
  await writeFile(path.join(folder, 'engine.ndjson.gz'), 'something else')
  await expect(restoreDesk({ from: folder, place: target })).rejects.toThrow('damaged')
  await expect(restoreDesk({ from: scratch, place: target })).rejects.toThrow('no whole backup')
  expect(await readdir(target.dataDir)).not.toContain('files')
})

test('a desk that dies while it is asked for its tables leaves no backup that looks whole', async () => {
  const dying = place('dying')
  const folder = path.join(dying.dataDir, 'web')
  await mkdir(path.join(folder, 'db'), { recursive: true })
  await writeFile(path.join(folder, 'db', 'PG_VERSION'), '17')
  const lock = await lockFolder(folder)
  lock.answerWith(async (write) => {
    await write('{"dump":1}')
    throw new Error('gone')
  })
  const to = path.join(scratch, 'never')
  await expect(backupDesk({ place: dying, to })).rejects.toThrow('went away')
  expect(await readdir(to)).not.toContain('backup.json')
  await lock.release()
})

test('a running desk is not moved', async () => {
  await expect(moveDesk({ from: desk, to: { ...desk, filesUrl: s3.url } })).rejects.toThrow(
    'A desk is running',
  )
})

test.skipIf('problem' in postgres)(
  'a desk moves to Postgres and S3 and back and is the same, also after an interruption',
  async () => {
    await stopDesk()
    const before = await contentOf(desk)
    const away: Place = { ...desk, databaseUrl: 'url' in postgres ? postgres.url : '', filesUrl: s3.url }
    s3.behaviour.refuse = { status: 503, code: 'ServiceUnavailable' }
    await expect(moveDesk({ from: desk, to: away })).rejects.toMatchObject({ code: 'storage.unreachable' })
    s3.behaviour.refuse = undefined
    await moveDesk({ from: desk, to: away })
    expect(await contentOf(away)).toEqual(before)
    const keys = [convertedTo.key, ...documents.map((id) => `originals/${id}`)]
    expect([...s3.objects.keys()].sort()).toEqual(keys.map((key) => `a/${key}`).sort())
    await moveDesk({ from: desk, to: away })

    const back = place('back')
    await moveDesk({ from: { ...away, dataDir: back.dataDir }, to: back })
    expect(await contentOf(back)).toEqual(before)
    for (const id of documents) expect(await originalOf(back, id)).toBe(`the bytes of ${id}`)
  },
  300_000,
)
