import { mkdir, unlink } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import path from 'node:path'
import { answerOnLock, askForDump, type Dump } from './dump-line'

export class FolderInUseError extends Error {
  constructor(readonly folder: string) {
    super(`The data folder ${folder} is in use by another Intray process.`)
    this.name = 'FolderInUseError'
  }
}

export type FolderLock = {
  release: () => Promise<void>
  /** From now on whoever may read the folder can ask this process for a dump of what it keeps there. */
  answerWith: (dump: Dump) => void
}

/**
 * Takes the folder for this process alone. PGlite has no lock of its own, and two processes on one folder lose
 * rows silently. A listening socket inside the folder is the lock: the kernel drops it however the process dies,
 * so neither a kill -9 nor a re-used process id can leave it shut.
 *
 * Throws FolderInUseError when another living process holds it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true })
  const address = lockAddress(folder)
  const server = (await listen(address)) ?? (await takeOverDeadLock(folder, address))
  let dump: Dump | null = null
  server.on('connection', (socket) => answerOnLock({ socket, dump }))
  server.unref()
  return {
    release: () => new Promise((resolve) => server.close(() => resolve())),
    answerWith: (given) => {
      dump = given
    },
  }
}

/** The lines of a dump by the living process that holds the folder; null where none does. */
export function askHolderForDump(folder: string): Promise<AsyncIterable<string> | null> {
  return askForDump(lockAddress(folder))
}

async function takeOverDeadLock(folder: string, address: string): Promise<Server> {
  if (await answers(address)) throw new FolderInUseError(folder)
  await unlink(address).catch(() => undefined)
  const server = await listen(address)
  if (!server) throw new FolderInUseError(folder)
  return server
}

/** Unix socket paths end at about 100 bytes, so the shorter of the absolute and the relative path is used. */
function lockAddress(folder: string): string {
  const absolute = path.resolve(folder, '.lock')
  if (process.platform === 'win32') return `\\\\.\\pipe\\intray-${absolute.replace(/[^a-zA-Z0-9]/g, '-')}`
  const relative = path.relative(process.cwd(), absolute)
  return relative.length < absolute.length ? relative : absolute
}

function listen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    )
    server.listen({ path: address }, () => resolve(server))
  })
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ path: address })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
