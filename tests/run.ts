import { type Output, type PartResult, runCheck, runQuietly } from './runner/part'
import { runPlaywright } from './runner/playwright-part'
import { leaveRunFolder } from './runner/run-folder'
import { runVitest } from './runner/vitest-part'

// `npm test`: every kind of test, one line at the end. `npm test unit browser` runs only those parts.
// `faults:long` (`npm run test:faults`) takes the place of `faults`, with the kinds of faults that take minutes, and runs
// only when asked for.
const parts: Record<string, (output: Output) => Promise<PartResult>> = {
  lint: (output) => runCheck({ name: 'lint', file: 'npx', args: ['biome', 'check', '.'], output }),
  types: (output) => runCheck({ name: 'types', file: 'npm', args: ['run', 'types', '--silent'], output }),
  build: (output) => runCheck({ name: 'build', file: 'npm', args: ['run', 'build', '--silent'], output }),
  unit: (output) => runVitest({ project: 'unit', output }),
  integration: (output) => runVitest({ project: 'integration', output }),
  browser: runPlaywright,
  faults: (output) => runVitest({ project: 'faults', output, only: ['kills', 'disk-full'] }),
  'faults:long': (output) => runVitest({ project: 'faults', output, env: { FAULTS: 'long' } }),
}

/**
 * Stages follow one another; the lanes of one run side by side, because a browser waits for its pages most of the time.
 * The build comes before: it empties the folder in which tests of built programs work.
 */
const stages = [
  [['lint', 'types', 'build']],
  [['unit', 'integration'], ['browser']],
  [['faults', 'faults:long']],
]

const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !(name in parts))
if (unknown.length > 0) {
  process.stderr.write(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.\n`)
  process.exit(1)
}

const results: PartResult[] = []
for (const stage of stages) {
  const lanes = stage.map((lane) => lane.filter(isWanted)).filter((lane) => lane.length > 0)
  const ended = await Promise.all(lanes.map((names, at) => runLane({ names, isShown: at === 0 })))
  results.push(...ended.flat())
}

process.stdout.write('\n')
for (const result of results) {
  process.stdout.write(`${result.name}: ${count(result)}\n`)
  for (const note of result.notes) process.stdout.write(`  ${note}\n`)
}
const total = (key: 'passed' | 'failed' | 'skipped') => results.reduce((sum, result) => sum + result[key], 0)
const all = { passed: total('passed'), failed: total('failed'), skipped: total('skipped') }
leaveRunFolder({ passed: all.failed === 0 })
process.stdout.write(`${count(all)}\n`)
process.exitCode = all.failed > 0 ? 1 : 0

function count({ passed, failed, skipped }: { passed: number; failed: number; skipped: number }): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

function isWanted(name: string): boolean {
  if (chosen.length === 0) return name !== 'faults:long'
  return chosen.includes(name) || (name === 'build' && chosen.includes('browser'))
}

/** Runs its parts one after another. What a lane beside another one prints is shown part by part. */
async function runLane({ names, isShown }: { names: string[]; isShown: boolean }): Promise<PartResult[]> {
  const ended: PartResult[] = []
  for (const name of names) {
    const run = parts[name]
    if (!run) throw new Error(`No part is called ${name}.`)
    if (isShown) process.stdout.write(`\n── ${name} ──\n`)
    ended.push(isShown ? await run('inherit') : await runQuietly({ name, run }))
  }
  return ended
}
