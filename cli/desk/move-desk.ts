import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { SettingError } from '@/base/settings'
import { say } from '../terminal'
import { carryDump } from './carry-dump'
import { copyOriginals, listOriginals } from './copy-originals'
import { type Part, parts } from './databases'
import { hashLines, isEmptyPart, loadDumpFile, takeDump } from './dump-file'
import { holdingDesk } from './hold-desk'
import { filesOf, type Place } from './place'

/**
 * Copies a desk that stands still from one place to another: the files first, then each database in one transaction,
 * every file and table compared. What it was copied from stays as it was. May be interrupted and begun again.
 * Throws SettingError where a desk runs, or where the target's tables have rows.
 */
export async function moveDesk({ from, to }: { from: Place; to: Place }): Promise<void> {
  const changesDatabase = from.databaseUrl !== to.databaseUrl
  const changesFiles = from.filesUrl !== to.filesUrl
  if (!changesDatabase && !changesFiles) throw new SettingError('That is where the desk is already.')
  await holdingDesk([from, to], async () => {
    const work = await mkdtemp(path.join(from.dataDir, 'move-'))
    try {
      const taken = await takeDumps({ from, work })
      const dumps = changesDatabase ? await carryDumps({ dumps: taken, work }) : taken
      const toLoad = changesDatabase ? await listPartsToLoad({ to, dumps, work }) : []
      if (changesFiles) await copyFiles({ from, to, dump: dumps.desk })
      await loadDumps({ to, dumps, toLoad })
    } finally {
      await rm(work, { recursive: true, force: true })
    }
  })
}

type Dumps = { desk: string; engine: string | null }

async function takeDumps({ from, work }: { from: Place; work: string }): Promise<Dumps> {
  const desk = path.join(work, 'desk.ndjson.gz')
  const engine = path.join(work, 'engine.ndjson.gz')
  if (!(await takeDump({ place: from, part: 'desk', file: desk }))) {
    throw new SettingError('There is no desk to move. Name its place with --from-database, or start it once.')
  }
  return { desk, engine: (await takeDump({ place: from, part: 'engine', file: engine })) ? engine : null }
}

async function carryDumps({ dumps, work }: { dumps: Dumps; work: string }): Promise<Dumps> {
  const { desk, engine } = dumps
  return {
    desk: await carryDump({ part: 'desk', file: desk, work }),
    engine: engine && (await carryDump({ part: 'engine', file: engine, work })),
  }
}

/** What an earlier, interrupted move brought over is left. Throws SettingError where the target has other rows. */
async function listPartsToLoad(given: { to: Place; dumps: Dumps; work: string }): Promise<Part[]> {
  const { to, dumps, work } = given
  const toLoad: Part[] = []
  for (const part of parts) {
    const file = dumps[part]
    if (await isEmptyPart({ place: to, part })) {
      if (file) toLoad.push(part)
    } else if (!file || !(await isSameDump({ place: to, part, file, work }))) {
      throw new SettingError(`The target has tables of a ${part} with rows in them. Name an empty database.`)
    } else say(`Tables of the ${part} were there already and are the same`)
  }
  return toLoad
}

async function isSameDump(given: { place: Place; part: Part; file: string; work: string }): Promise<boolean> {
  const { place, part, file, work } = given
  const found = path.join(work, 'found.ndjson.gz')
  await takeDump({ place, part, file: found })
  return (await hashLines(found)) === (await hashLines(file))
}

async function copyFiles({ from, to, dump }: { from: Place; to: Place; dump: string }): Promise<void> {
  const originals = await listOriginals(dump)
  say(`Files: ${originals.length}`)
  const target = filesOf(to)
  await target.check()
  const { copied, known, missing } = await copyOriginals({ originals, from: filesOf(from), to: target })
  say(`  ${copied} copied, ${known} were there already, every one compared by SHA-256`)
  for (const key of missing) say(`  ${key} was missing before and stays so`)
}

async function loadDumps({ to, dumps, toLoad }: { to: Place; dumps: Dumps; toLoad: Part[] }): Promise<void> {
  for (const part of toLoad) {
    const file = dumps[part]
    if (!file) continue
    say(`Tables of the ${part}`)
    for (const { name, rows } of await loadDumpFile({ place: to, part, file }))
      say(`  ${name}: ${rows} rows, compared`)
  }
}
