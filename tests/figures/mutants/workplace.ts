import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../../support/source-files'
import type { Site } from './sites'

export type Ended = { isGood: boolean; isHung: boolean }

/** A copy of the project in which files may be changed and programs run. */
export type Workplace = {
  /** Does `work` while the change is in force, and takes it back whatever happens. */
  withChange: <Result>(site: Site, work: () => Promise<Result>) => Promise<Result>
  /** Runs a program of the packages; one that does not end in time is ended with all it started. */
  run: (program: { args: string[]; timeoutMs: number }) => Promise<Ended>
  path: (file: string) => string
}

const running = new Set<number>()

/** Copies all that git keeps or would keep; the packages are shared. */
export function openWorkplace(folder: string): Workplace {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(path.join(folder, '.tmp'), { recursive: true })
  for (const file of workingFiles()) cpSync(path.join(root, file), path.join(folder, file))
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))

  const at = (file: string) => path.join(folder, file)
  return {
    path: at,
    withChange: async (site, work) => {
      const text = readFileSync(at(site.path), 'utf8')
      writeFileSync(at(site.path), text.slice(0, site.start) + site.to + text.slice(site.end))
      try {
        return await work()
      } finally {
        writeFileSync(at(site.path), text)
      }
    },
    run: ({ args, timeoutMs }) => runProgram({ args, timeoutMs, folder }),
  }
}

/** Ends what still runs, with everything it started. */
export function endPrograms(): void {
  for (const group of running) endGroup(group)
}

function workingFiles(): string[] {
  const list = (...args: string[]) =>
    execFileSync('git', ['ls-files', '-z', ...args], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 })
      .split('\0')
      .filter(Boolean)
  const gone = new Set(list('--deleted'))
  return list('--cached', '--others', '--exclude-standard').filter((file) => !gone.has(file))
}

type Running = { args: string[]; timeoutMs: number; folder: string }

function runProgram({ args, timeoutMs, folder }: Running): Promise<Ended> {
  return new Promise((resolve) => {
    // A group of its own, so that the processes a test leaves behind end with it.
    const env = { ...process.env, TMPDIR: path.join(folder, '.tmp'), NEXT_TELEMETRY_DISABLED: '1' }
    const child = spawn('npx', args, { cwd: folder, env, stdio: 'ignore', detached: true })
    const group = child.pid ?? 0
    running.add(group)
    let isHung = false
    const timer = setTimeout(() => {
      isHung = true
      endGroup(group)
    }, timeoutMs)
    const end = (isGood: boolean) => {
      clearTimeout(timer)
      endGroup(group)
      running.delete(group)
      resolve({ isGood, isHung })
    }
    child.once('error', () => end(false))
    child.once('exit', (code) => end(code === 0))
  })
}

function endGroup(group: number): void {
  try {
    if (group > 0) process.kill(-group, 'SIGKILL')
  } catch {
    // It has ended.
  }
}
