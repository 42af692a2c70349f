import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { log } from '@/engine/log'
import type { DocumentToProcess } from '@/engine/pipeline/process-document'
import type { OcrSettings } from '@/engine/readers/ocr-settings'
import { lowerPriority } from './lower-priority'
import type { Progress, WorkerReply } from './messages'

export type Exited = { kind: 'exited'; detail: string }

export type Worker = {
  pid: number | undefined
  isAlive: () => boolean
  /** Reads one document at a time; an exit is an answer too. */
  read: (document: DocumentToProcess) => Promise<WorkerReply | Exited>
  /** Tells whenever the reading gets on; one listener at a time. */
  onProgress: (listener: () => void) => void
  /** Ends the process and whatever it started. */
  kill: () => void
}

const projectFolder = fileURLToPath(new URL('../../../', import.meta.url))

export type ReadingProgram = {
  /** The module that exports `processDocument`. */
  processor: URL
  ocr: OcrSettings
  /** More than this its own objects may not take, on any system; the rest is watched from outside. */
  memoryBytes: number
}

/** Starts a reading process. */
export function startWorker({ processor, ocr, memoryBytes }: ReadingProgram): Worker {
  const child = fork(new URL('./child.ts', import.meta.url), [processor.href, JSON.stringify(ocr)], {
    // tsx finds the import alias by the folder it runs in.
    cwd: projectFolder,
    execArgv: [
      `--max-old-space-size=${Math.round(memoryBytes / 1_048_576)}`,
      '--import',
      import.meta.resolve('tsx'),
    ],
    env: childEnvironment(),
    // Its own session and group: what it starts can be ended with it.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  if (child.pid !== undefined) void lowerPriority(child.pid)
  child.stderr?.setEncoding('utf8').on('data', (text: string) => log.warn({ pid: child.pid, text }, 'worker'))

  let answer: ((reply: WorkerReply | Exited) => void) | null = null
  let exit: Exited | null = null
  const settle = (reply: WorkerReply | Exited) => {
    answer?.(reply)
    answer = null
  }
  const end = (detail: string) => {
    exit ??= { kind: 'exited', detail }
    settle(exit)
  }
  let tellProgress: () => void = () => undefined
  child.on('message', (message) => {
    // Nobody but child.ts sends on this channel.
    const told = message as WorkerReply | Progress
    if (told.kind === 'progress') tellProgress()
    else settle(told)
  })
  child.on('error', (error) => end(error.message))
  child.on('exit', (code, signal) => end(signal ?? `exit code ${code}`))

  return {
    pid: child.pid,
    isAlive: () => exit === null,
    read: (document) =>
      new Promise((resolve) => {
        if (exit) return resolve(exit)
        answer = resolve
        child.send(document)
      }),
    onProgress: (listener) => {
      tellProgress = listener
    },
    kill: () => killGroup(child),
  }
}

const neededVariables = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LANG', 'TESSDATA_PREFIX']

/** Without the engine's key and database address: they are not for a process that parses strangers' files. */
function childEnvironment(): NodeJS.ProcessEnv {
  const present = neededVariables.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))
  return { NODE_ENV: process.env.NODE_ENV, ...Object.fromEntries(present) }
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Nobody is left in the group.
  }
  child.kill('SIGKILL')
}
