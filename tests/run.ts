import { type PartResult, runCheck } from './runner/part'
import { runPlaywright } from './runner/playwright-part'
import { leaveRunFolder } from './runner/run-folder'
import { runVitest } from './runner/vitest-part'

// `npm test`: every kind of test, one line at the end. `npm test unit browser` runs only those parts.
// `faults:long` (`npm run test:faults`) takes the place of `faults`, with the kinds of faults that take minutes, and runs
// only when asked for.
const parts: Record<string, () => Promise<PartResult>> = {
  lint: () => runCheck({ name: 'lint', file: 'npx', args: ['biome', 'check', '.'] }),
  types: () => runCheck({ name: 'types', file: 'npm', args: ['run', 'types', '--silent'] }),
  unit: () => runVitest({ project: 'unit' }),
  integration: () => runVitest({ project: 'integration' }),
  browser: runPlaywright,
  faults: () => runVitest({ project: 'faults', only: ['kills', 'disk-full'] }),
  'faults:long': () => runVitest({ project: 'faults', env: { FAULTS: 'long' } }),
}

const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !(name in parts))
if (unknown.length > 0) {
  process.stderr.write(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.\n`)
  process.exit(1)
}

const results: PartResult[] = []
for (const [name, run] of Object.entries(parts)) {
  const isWanted = chosen.length > 0 ? chosen.includes(name) : name !== 'faults:long'
  if (!isWanted) continue
  process.stdout.write(`\n── ${name} ──\n`)
  results.push(await run())
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
