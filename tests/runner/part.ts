import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { runFolder } from './run-folder'

/** What one part of the tests came to; `notes` say why something was left out. */
export type PartResult = { name: string; passed: number; failed: number; skipped: number; notes: string[] }

export const reportFile = (name: string) => path.join(runFolder, `${name}.json`)

/** The report a runner left, or null when it left none. */
export function readReport(name: string): unknown {
  try {
    return JSON.parse(readFileSync(reportFile(name), 'utf8'))
  } catch {
    return null
  }
}

type Command = { file: string; args: string[]; env?: Record<string, string> }

/** Runs a program with its output in sight; its exit code, or 1 when it could not be run. */
export function runProgram({ file, args, env = {} }: Command): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio: 'inherit', env: { ...process.env, TMPDIR: runFolder, ...env } })
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/** A part that is one yes or no: the linter, the type checker. */
export async function runCheck({ name, ...command }: Command & { name: string }): Promise<PartResult> {
  const passed = (await runProgram(command)) === 0
  return { name, passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0, notes: [] }
}
