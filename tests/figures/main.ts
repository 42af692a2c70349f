import { parseArgs } from 'node:util'
import { findRoomCycles } from '../support/import-cycles'
import { readSources } from '../support/source-files'
import { folderRows, layoutRows, measureAll, type Row, shapeRows, toMarkdown } from './figures'
import { runMutants } from './mutants/run-mutants'
import { listTrackedFiles } from './tracked-files'

// `npm run figures`: what the tree measures, as a table. `-- --mutants` makes one-token changes in a copy of the project
// and tells which of them no test notices.
const { values } = parseArgs({
  options: {
    mutants: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '100' },
    workers: { type: 'string', default: '2' },
    /** Only changes in files whose path begins so. */
    under: { type: 'string', default: '' },
  },
})

if (values.mutants) {
  const [seed, count, workers] = [values.seed, values.count, values.workers].map(Number)
  await runMutants({ seed: seed ?? 1, count: count ?? 100, workers: workers ?? 2, under: values.under })
} else {
  const files = measureAll(listTrackedFiles())
  const rows = [...folderRows(files), ...layoutRows(files), ...cycleRows(), ...shapeRows(files)]
  process.stdout.write(`${toMarkdown(rows)}\n`)
}

function cycleRows(): Row[] {
  const folders = ['lib', 'engine', 'components']
  const now = folders.map((folder) => {
    const files = readSources([folder])
    const cycles = new Set(
      [1, Number.POSITIVE_INFINITY].flatMap((depth) => findRoomCycles(files, { folder, depth })),
    )
    return `${folder} ${cycles.size}`
  })
  return [{ figure: 'room cycles, by value and type', now: now.join(', ') }]
}
