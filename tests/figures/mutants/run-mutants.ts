import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createRandom } from '../../papers/random'
import { readSources } from '../../support/source-files'
import { listTrackedFiles } from '../tracked-files'
import { checkTypes, findBroken, judge, type Verdict } from './judge'
import { findRelatedTests } from './related-tests'
import { openResults } from './results'
import { findSites, type Site } from './sites'
import { endPrograms, openWorkplace, type Workplace } from './workplace'

type Wanted = { seed: number; count: number; workers: number; under: string }

const folder = path.join(tmpdir(), 'intray-mutants')

/** Makes `count` changes, one at a time, each in a copy of the project, and prints which of them nothing notices. */
export async function runMutants({ seed, count, workers, under }: Wanted): Promise<void> {
  const files = readSources(['app', 'base', 'cli', 'components', 'engine', 'lib', 'tests'], {
    withTests: true,
  })
  const results = openResults({ folder, files })
  const chosen = chooseSites({ seed, under }).slice(0, count)
  const waiting = chosen.filter((site) => !results.find(keyOf(site)))
  const workplaces: Workplace[] = []
  const copies = Array.from({ length: Math.min(workers, waiting.length) }, (_, at) =>
    path.join(folder, `${process.pid}-${at}`),
  )
  const tidy = () => {
    endPrograms()
    for (const copy of copies) rmSync(copy, { recursive: true, force: true, maxRetries: 3 })
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
  process.once('exit', tidy)

  await Promise.all(
    copies.map(async (copy) => {
      const workplace = await prepare(copy)
      workplaces.push(workplace)
      for (let site = waiting.shift(); site; site = waiting.shift()) {
        const tests = findRelatedTests({ file: site.path, files })
        const verdict = await judge({ site, tests, workplace })
        results.add(keyOf(site), verdict)
        say(
          `${verdict.by ? 'caught  ' : 'SURVIVED'} ${describe(site)}${verdict.by ? `  (${verdict.by})` : ''}`,
        )
      }
    }),
  )
  const verdicts = chosen.flatMap((site) => results.find(keyOf(site)) ?? [])
  await tell({ verdicts, workplace: workplaces[0] ?? (await prepare(path.join(folder, `${process.pid}-0`))) })
}

/** In the order the seed gives, so that more of them begin with the same. */
function chooseSites({ seed, under }: { seed: number; under: string }): Site[] {
  const sites = listTrackedFiles()
    .filter((file) => file.kind === 'source' && file.folder !== '.' && file.path.startsWith(under))
    .flatMap(findSites)
  return createRandom(seed).shuffled(sites)
}

async function prepare(copy: string): Promise<Workplace> {
  const workplace = openWorkplace(copy)
  await workplace.run({ args: ['next', 'typegen'], timeoutMs: 120_000 })
  if (!(await checkTypes(workplace))) throw new Error('The types are wrong before anything was changed.')
  return workplace
}

async function tell({ verdicts, workplace }: { verdicts: Verdict[]; workplace: Workplace }): Promise<void> {
  const tests = [...new Set(verdicts.flatMap(({ by }) => (by?.includes('.test.') ? [by] : [])))]
  const broken = await findBroken({ files: tests, workplace })
  const doubtful = verdicts.filter(({ by }) => by && broken.includes(by))
  const survivors = verdicts.filter(({ by }) => by === null)
  say('')
  for (const { site } of survivors) say(`survived: ${describe(site)}`)
  for (const { site, by } of doubtful) say(`doubtful: ${describe(site)}, for ${by} fails without it, too`)
  say(`caught ${verdicts.length - survivors.length - doubtful.length} of ${verdicts.length}`)
}

const keyOf = ({ path: file, start, to }: Site) => `${file}:${start}:${to}`
const describe = ({ path: file, line, from, to }: Site) => `${file}:${line}  ${from || '–'} → ${to || '–'}`
const say = (words: string) => process.stdout.write(`${words}\n`)
