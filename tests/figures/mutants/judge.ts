import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { RelatedTests } from './related-tests'
import type { Site } from './sites'
import type { Workplace } from './workplace'

/** `by` is what noticed the change: `types`, the path of a test file, or `hung` for tests that did not end. */
export type Verdict = { site: Site; by: string | null }

const minute = 60_000
const report = '.tmp/report.json'

/** Whether anything notices the change: the types first, then the unit tests nearest to it, then the others. */
export async function judge(given: {
  site: Site
  tests: RelatedTests
  workplace: Workplace
}): Promise<Verdict> {
  const { site, tests, workplace } = given
  const runTests = async () =>
    (await findFailing({ workplace, project: 'unit', files: tests.unit })) ??
    (await findFailing({ workplace, project: 'integration', files: tests.integration }))
  const by = await workplace.withChange(site, async () =>
    (await checkTypes(workplace)) ? runTests() : 'types',
  )
  // Tests that do not end without the change either have noticed nothing: the machine is busy.
  const isSlow = by === 'hung' && (await runTests()) === 'hung'
  return { site, by: isSlow ? null : by }
}

/** The tests among these that fail though nothing was changed: what they noticed proves nothing. */
export async function findBroken({
  files,
  workplace,
}: {
  files: string[]
  workplace: Workplace
}): Promise<string[]> {
  const broken: string[] = []
  for (const file of files) {
    const found =
      (await findFailing({ workplace, project: 'unit', files: [file] })) ??
      (await findFailing({ workplace, project: 'integration', files: [file] }))
    if (found) broken.push(file)
  }
  return broken
}

export async function checkTypes(workplace: Workplace): Promise<boolean> {
  const { isGood } = await workplace.run({ args: ['tsc', '--noEmit'], timeoutMs: 5 * minute })
  return isGood
}

type Run = { workplace: Workplace; project: 'unit' | 'integration'; files: string[] }

/** The first of the test files that fails; null when none does. */
async function findFailing({ workplace, project, files }: Run): Promise<string | null> {
  if (files.length === 0) return null
  rmSync(workplace.path(report), { force: true })
  const options = [
    '--bail=1',
    '--maxWorkers=1',
    '--passWithNoTests',
    '--reporter=json',
    `--outputFile=${report}`,
  ]
  const args = ['vitest', 'run', '--project', project, ...options, ...files]
  const { isGood, isHung } = await workplace.run({ args, timeoutMs: 5 * minute })
  if (isHung) return 'hung'
  return isGood ? null : failingFile(workplace)
}

function failingFile(workplace: Workplace): string {
  type Report = { testResults: { name: string; status: string }[] }
  try {
    const { testResults }: Report = JSON.parse(readFileSync(workplace.path(report), 'utf8'))
    const failed = testResults.find((file) => file.status === 'failed')
    return failed ? path.relative(workplace.path('.'), failed.name) : 'an error outside of any test'
  } catch {
    return 'an error outside of any test'
  }
}
