import { z } from 'zod'
import { findChromium } from './find-chromium'
import { type Output, type PartResult, readReport, reportFile, runProgram } from './part'

const name = 'browser'

const reportSchema = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  errors: z.array(z.unknown()),
})

/** Runs the browser tests, which start the desk with `npm start`, built before. Without a browser they are skipped, by name. */
export async function runPlaywright(output: Output): Promise<PartResult> {
  const chromium = await findChromium()
  if ('problem' in chromium) {
    return { name, passed: 0, failed: 0, skipped: 1, notes: [`browser tests: ${chromium.problem}`] }
  }
  const exitCode = await runProgram({
    file: 'npx',
    args: ['playwright', 'test', '--reporter=list,json'],
    output,
    env: {
      CHROMIUM_PATH: chromium.path,
      CHROMIUM_LIBRARIES: chromium.libraries,
      PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile(name),
    },
  })
  const report = reportSchema.safeParse(readReport(name))
  if (!report.success) return { name, passed: 0, failed: 1, skipped: 0, notes: ['no report'] }
  const { stats, errors } = report.data
  const failed = stats.unexpected + stats.flaky + errors.length
  return {
    name,
    passed: stats.expected,
    failed: exitCode !== 0 && failed === 0 ? 1 : failed,
    skipped: stats.skipped,
    notes: [],
  }
}
