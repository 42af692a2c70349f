import { z } from 'zod'
import { type Output, type PartResult, readReport, reportFile, runProgram } from './part'

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})

type Project = {
  project: 'unit' | 'integration' | 'faults'
  output: Output
  env?: Record<string, string>
  only?: string[]
}

/** Runs one vitest project, or those of its files whose paths contain one of `only`. A file that could not even be loaded counts as one failure. */
export async function runVitest({ project, output, env = {}, only = [] }: Project): Promise<PartResult> {
  const exitCode = await runProgram({
    file: 'npx',
    output,
    env,
    args: [
      'vitest',
      'run',
      '--project',
      project,
      ...only,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile(project)}`,
    ],
  })
  const report = reportSchema.safeParse(readReport(project))
  if (!report.success) return { name: project, passed: 0, failed: 1, skipped: 0, notes: ['no report'] }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = report.data
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const failed = numFailedTests + broken.length
  const leftOut = testResults
    .flatMap((file) => file.assertionResults)
    .filter((test) => ['pending', 'skipped', 'todo'].includes(test.status))
  return {
    name: project,
    passed: numPassedTests,
    // An error outside of any test (a rejection nobody caught) fails the run without failing a test.
    failed: exitCode !== 0 && failed === 0 ? 1 : failed,
    skipped: numPendingTests + numTodoTests,
    notes: [
      ...broken.map((file) => `could not be loaded: ${file.name}`),
      ...leftOut.map((test) => `skipped: ${test.fullName}`),
    ],
  }
}
