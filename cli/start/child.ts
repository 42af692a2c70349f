import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { root } from '../root'
import { complain, say } from '../terminal'
import type { LogFile } from './log-file'
import { toNotice } from './log-line'

const lastLinesMs = 300
const recentMs = 5000

export type Child = {
  pid: number | undefined
  /** Where its whole log is. */
  logFile: string
  /** How it ended, in words. */
  ended: Promise<string>
  /** What it complained about in the last seconds, which is why it ended if it just did. */
  lastNotice: () => string | null
  /** Tells what was held back, but for what is told otherwise, and from now on each notice as it comes. */
  speak: (told?: string) => void
}

export type Program = {
  name: 'web' | 'engine'
  args: string[]
  env: NodeJS.ProcessEnv
  log: LogFile
  /** Also print its whole log (development). */
  verbose: boolean
  /** How long it may take to end once it is asked to. */
  stopMs: number
}

/** The desk ends before the engine, whose answers to what it is sending it still hears so. */
const stopOrder: Program['name'][] = ['web', 'engine']

type Living = Pick<Program, 'name' | 'stopMs'> & { child: ChildProcess; ended: Promise<string> }

const living = new Set<Living>()
let stopping = false

/** True once the launcher ends its children, so that an end is no reason for another start. */
export function isStopping(): boolean {
  return stopping
}

/**
 * Starts a Node program as the leader of its own process group, so that Ctrl-C reaches the launcher alone and the
 * whole group can be ended. The IPC channel tells it when the launcher is gone.
 */
export function startChild({ name, args, env, log, verbose, stopMs }: Program): Child {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let last = { notice: '', at: 0 }
  // Why a start failed is told once, with what failed of it.
  let held: string[] | null = []
  const tell = (notice: string) => (held ? held.push(notice) : complain(`${name}: ${notice}`))

  const read = (stream: Readable | null, isError: boolean) => {
    if (!stream) return
    createInterface({ input: stream }).on('line', (line) => {
      log.write(line)
      const notice = toNotice({ line, isError })
      if (notice) last = { notice, at: Date.now() }
      if (verbose) say(`${name} │ ${line}`)
      else if (notice) tell(notice)
    })
  }
  read(child.stdout, false)
  read(child.stderr, true)

  const ended = whenEnded(child).finally(() => {
    living.delete(one)
    killGroup(child)
  })
  const one: Living = { name, child, ended, stopMs }
  living.add(one)
  return {
    pid: child.pid,
    logFile: log.path,
    ended,
    lastNotice: () => (Date.now() - last.at < recentMs ? last.notice : null),
    speak: (told) => {
      for (const notice of held ?? []) if (notice !== told) complain(`${name}: ${notice}`)
      held = null
    },
  }
}

/** Asks the children to end, one after the other, and after the time of each ends what is left of its group. */
export async function stopChildren(): Promise<void> {
  stopping = true
  for (const name of stopOrder) {
    for (const child of [...living].filter((one) => one.name === name)) await stop(child)
  }
}

/** One that ended while another was stopped is not waited for. */
async function stop({ child, ended, stopMs }: Living): Promise<void> {
  child.kill('SIGTERM')
  const force = setTimeout(() => killGroup(child), stopMs)
  await ended
  clearTimeout(force)
}

/** `close` also waits for the last lines of the log, but a grandchild may keep those open for ever. */
async function whenEnded(child: ChildProcess): Promise<string> {
  const closed = new Promise((resolve) => child.once('close', resolve))
  const how = await new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`))
  })
  await Promise.race([closed, delay(lastLinesMs)])
  return how
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // Nothing is left of the group.
  }
}
