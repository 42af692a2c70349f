import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { runFolder } from './run-folder'

/** Where what a part prints goes: to the terminal as it comes, or into a file until the part has ended. */
export type Output = 'inherit' | number

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

type Command = { file: string; args: string[]; output: Output; env?: Record<string, string> }

/** Runs a program; its exit code, or 1 when it could not be run. */
export function runProgram({ file, args, output, env = {} }: Command): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      stdio: ['inherit', output, output],
      env: { ...process.env, TMPDIR: runFolder, ...env },
    })
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/** A part that is one yes or no: the linter, the type checker. */
export async function runCheck({ name, ...command }: Command & { name: string }): Promise<PartResult> {
  const passed = (await runProgram(command)) === 0
  return { name, passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0, notes: [] }
}

type QuietPart = { name: string; run: (output: Output) => Promise<PartResult> }

/** Runs a part with its output kept, and shows it at once when the part has ended. */
export async function runQuietly({ name, run }: QuietPart): Promise<PartResult> {
  const log = path.join(runFolder, `${name}.log`)
  const output = openSync(log, 'w')
  try {
    return await run(output)
  } finally {
    closeSync(output)
    process.stdout.write(`\n── ${name} ──\n${readFileSync(log, 'utf8')}`)
  }
}
