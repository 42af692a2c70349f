import 'server-only'
import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { log } from '@/lib/log'
import type { InspectorMessage, InspectorTask } from './inspector-protocol'

type Answer = Exclude<InspectorMessage, { kind: 'ready' }>

export type InspectorLimits = {
  /** For one task, from the moment the process has it. */
  taskMs: number
  idleMs: number
  /** Resident memory at which the process is killed. */
  killBytes: number
  /** Resident memory after a task at which it is replaced: what WebAssembly once took it never gives back. */
  retireBytes: number
}

const defaultLimits: InspectorLimits = {
  taskMs: 30_000,
  idleMs: 60_000,
  killBytes: 1_500_000_000,
  retireBytes: 500_000_000,
}
const startMs = 30_000
const memoryLookMs = 200

export type Inspector = {
  /** Runs the task to an answer, or throws InspectorLost when the process was killed for it or died of it. */
  run: (task: InspectorTask) => Promise<Answer>
  /** Starts the process, where there is none, for a task that is about to come. */
  prepare: () => void
  /** Tasks under way and in line. */
  pending: () => number
  stop: () => void
}

/** The process went away under the task; `why` is for the log. */
export class InspectorLost extends Error {
  override name = 'InspectorLost'

  constructor(readonly why: 'time' | 'memory' | 'crash') {
    super(`the inspector was lost: ${why}`)
  }
}

/** One inspector process: started when needed, one task at a time in order, let go after a while without work. */
export function createInspector(given: Partial<InspectorLimits> & { modulePath?: string } = {}): Inspector {
  const { modulePath = path.join(process.cwd(), 'lib/files/inspect/inspector-child.ts'), ...some } = given
  const limits = { ...defaultLimits, ...some }
  let child: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined
  let queue: Promise<unknown> = Promise.resolve()
  let pending = 0

  const stop = () => {
    child?.kill('SIGKILL')
    child = undefined
  }

  const requireChild = async (): Promise<ChildProcess> => {
    clearTimeout(idle)
    child ??= await startChild(modulePath)
    return child
  }

  const letGoLater = () => {
    idle = setTimeout(stop, limits.idleMs).unref()
  }

  const perform = async (task: InspectorTask): Promise<Answer> => {
    const child = await requireChild()
    try {
      const answer = await ask({ child, task, limits })
      const isSpent = answer.kind === 'problem' && answer.isSpent
      if (isSpent || answer.residentBytes > limits.retireBytes) stop()
      return answer
    } catch (error) {
      stop()
      throw error
    } finally {
      letGoLater()
    }
  }

  return {
    prepare: () => {
      // What keeps it from starting is told to the task.
      queue = queue.then(requireChild).then(letGoLater, () => undefined)
    },
    run: (task) => {
      pending += 1
      const result = queue
        .then(() => perform(task))
        .finally(() => {
          pending -= 1
        })
      queue = result.catch(() => undefined)
      return result
    },
    pending: () => pending,
    stop,
  }
}

/** A child with nothing in its environment that a hostile file could carry off. */
async function startChild(modulePath: string): Promise<ChildProcess> {
  const child = fork(modulePath, [], {
    execArgv: ['--conditions=react-server', '--import', 'tsx', '--max-old-space-size=512'],
    env: { NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let words = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    words = (words + chunk).slice(-2_000)
  })
  await new Promise<void>((resolve, reject) => {
    const fail = () => reject(new Error(`the file inspector does not start: ${words.trim()}`))
    const timer = setTimeout(() => child.kill('SIGKILL'), startMs)
    child.once('error', fail).once('exit', fail)
    child.once('message', () => {
      clearTimeout(timer)
      child.off('exit', fail)
      resolve()
    })
  })
  child.on('error', (error) => log.warn({ err: error }, 'the file inspector reported an error'))
  child.unref()
  child.channel?.unref()
  return child
}

function ask(given: { child: ChildProcess; task: InspectorTask; limits: InspectorLimits }): Promise<Answer> {
  const { child, task, limits } = given
  return new Promise<Answer>((resolve, reject) => {
    const lose = (why: InspectorLost['why']) => finish(() => reject(new InspectorLost(why)))
    const onExit = () => lose('crash')
    const onMessage = (message: InspectorMessage) => {
      if (message.kind !== 'ready') finish(() => resolve(message))
    }
    const timer = setTimeout(() => lose('time'), limits.taskMs)
    const watch = setInterval(async () => {
      if ((await residentBytes(child.pid)) > limits.killBytes) lose('memory')
    }, memoryLookMs)
    const finish = (settle: () => void) => {
      clearTimeout(timer)
      clearInterval(watch)
      child.off('message', onMessage).off('exit', onExit)
      settle()
    }
    child.on('message', onMessage).once('exit', onExit)
    child.send(task, (error) => error && lose('crash'))
  })
}

/** Linux tells it; elsewhere the time limit must do. */
async function residentBytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(status.match(/^VmRSS:\s+(\d+) kB/m)?.[1] ?? 0) * 1024
}
