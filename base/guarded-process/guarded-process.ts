import { type ChildProcess, fork } from 'node:child_process'
import type { Logger } from 'pino'
import { lowerPriority } from './lower-priority'
import { residentBytes } from './resident-memory'
import type { GuardedMessage } from './serve-tasks'
import { watchStandstill } from './standstill'

export type GuardedProgram = {
  /** The file of a module that calls `serveTasks`: a built one, or a source, which tsx reads. */
  module: string
  args?: string[]
  /** Where tsx and the import alias are found. */
  cwd: string
  execArgv?: string[]
  /** All of its environment: a process that opens strangers' files is given no secret. */
  env: NodeJS.ProcessEnv
  /** More than this its own objects may not take, on any system; the rest is watched from outside. */
  heapBytes: number
  /** Lets all other processes go first. */
  isBackground?: boolean
}

export type TaskLimits = {
  /** CPU time without progress, or time without work, from the moment the process is ready. */
  taskMs: number
  /** Resident memory of the process and of what it started; on Windows nobody tells. */
  memoryBytes: number
}

/** `start`: it never came to be ready, which is not the task's fault. */
export type Lost = { kind: 'lost'; why: 'start' | 'time' | 'memory' | 'crash' | 'closed'; detail: string }
export type Outcome<Reply> = Exclude<GuardedMessage<Reply>, { kind: 'ready' | 'progress' }> | Lost

export type GuardedProcess<Task, Reply> = {
  isAlive: () => boolean
  residentBytes: () => Promise<number | null>
  /** One task at a time; losing the process is an outcome too. */
  run: (input: { task: Task; limits: TaskLimits }) => Promise<Outcome<Reply>>
  /** Ends the process and whatever it started. */
  kill: () => void
}

const startMs = 30_000
/** Reading /proc costs next to nothing, asking elsewhere a process. */
const memoryLookMs = process.platform === 'linux' ? 250 : 1_000

/** Starts a process that opens files of strangers: it may hang, swell or die over them, and takes nobody along. */
export function startGuardedProcess<Task, Reply>({
  program,
  log,
}: {
  program: GuardedProgram
  log: Logger
}): GuardedProcess<Task, Reply> {
  const child = forkProgram(program)
  const state: State = { isReady: false, exit: null, lastWords: '' }
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    state.lastWords = (state.lastWords + text).slice(-2_000)
    log.warn({ pid: child.pid, text }, 'a guarded process says')
  })
  child.once('message', () => {
    state.isReady = true
  })
  child.on('error', (error) => {
    state.exit ??= error.message
  })
  child.on('exit', (code, signal) => {
    state.exit ??= signal ?? `exit code ${code}`
  })
  return {
    isAlive: () => state.exit === null,
    residentBytes: () => residentBytesOf(child),
    run: (order) => new Promise((resolve) => superviseTask({ child, state, ...order, resolve })),
    kill: () => killGroup(child),
  }
}

type State = { isReady: boolean; exit: string | null; lastWords: string }

function superviseTask<Task, Reply>({
  child,
  state,
  task,
  limits,
  resolve,
}: {
  child: ChildProcess
  state: State
  task: Task
  limits: TaskLimits
  resolve: (outcome: Outcome<Reply>) => void
}): void {
  let isOver = false
  const settle = (outcome: Outcome<Reply>) => {
    isOver = true
    watch.stop()
    clearInterval(memoryLook)
    child.off('message', onMessage).off('exit', onExit).off('error', onExit)
    resolve(outcome)
  }
  const lose = (why: Lost['why']) => {
    if (isOver) return
    killGroup(child)
    settle({ kind: 'lost', why, detail: `${state.exit ?? ''} ${state.lastWords}`.trim() })
  }
  const onExit = () => lose(state.isReady ? 'crash' : 'start')
  const onMessage = (message: GuardedMessage<Reply>) => {
    if (message.kind === 'reply' || message.kind === 'fault') return settle(message)
    if (message.kind === 'progress') return watch.progress()
    watch.stop()
    watch = watchFor('time')
  }
  const watchFor = (why: 'start' | 'time') =>
    watchStandstill({
      pid: child.pid ?? 0,
      limitMs: why === 'start' ? startMs : limits.taskMs,
      onStandstill: () => lose(why),
    })
  let watch = watchFor(state.isReady ? 'time' : 'start')
  const memoryLook = setInterval(async () => {
    if (((await residentBytesOf(child)) ?? 0) > limits.memoryBytes) lose('memory')
  }, memoryLookMs)
  child.on('message', onMessage).on('exit', onExit).on('error', onExit)
  if (state.exit === null) child.send(task as object, (error) => error && onExit())
  else onExit()
}

async function residentBytesOf({ pid }: ChildProcess): Promise<number | null> {
  return pid === undefined ? null : residentBytes(pid)
}

function forkProgram({
  module,
  args = [],
  execArgv = [],
  heapBytes,
  isBackground,
  ...options
}: GuardedProgram) {
  const heap = `--max-old-space-size=${Math.round(heapBytes / 1_048_576)}`
  const child = fork(module, args, {
    ...options,
    execArgv: [heap, ...execArgv, ...(module.endsWith('.ts') ? ['--import', 'tsx'] : [])],
    // Its own session and group: what it starts can be ended with it.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  child.unref()
  child.channel?.unref()
  if (isBackground && child.pid !== undefined) void lowerPriority(child.pid)
  return child
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Nobody is left in the group.
  }
  child.kill('SIGKILL')
}
