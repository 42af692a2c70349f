import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The temporary folder of everything one run starts: databases, uploads, reports. */
export const runFolder = mkdtempSync(path.join(tmpdir(), 'intray-tests-'))
// A Postgres started by root runs as somebody else, who has to get to its own folder in here.
chmodSync(runFolder, 0o711)

/** After a run that failed the folder stays, with the logs and data that may tell why. */
export function leaveRunFolder({ passed }: { passed: boolean }): void {
  if (passed) rmSync(runFolder, { recursive: true, force: true, maxRetries: 3 })
  else process.stdout.write(`What the tests wrote is kept in ${runFolder}.\n`)
}
