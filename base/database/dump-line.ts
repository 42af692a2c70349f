import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import type { WriteLine } from './dump-database'

export type Dump = (write: WriteLine) => Promise<void>

const request = 'dump\n'
const patienceMs = 60_000

/**
 * Answers on a folder's lock, which only whoever may read the folder can reach: with a dump where one is asked for.
 * Whoever only asks whether the lock is alive hangs up again.
 */
export function answerOnLock({ socket, dump }: { socket: Socket; dump: Dump | null }): void {
  // A reader that stands still must not stop the database for ever.
  socket.setTimeout(patienceMs, () => socket.destroy())
  socket.on('error', () => socket.destroy())
  socket.once('data', async (said: Buffer) => {
    if (!dump || said.toString() !== request) return void socket.end()
    try {
      await dump(async (line) => {
        if (socket.destroyed) throw new Error('the reader of the dump is gone')
        if (!socket.write(`${line}\n`)) await Promise.race([once(socket, 'drain'), once(socket, 'close')])
      })
      return void socket.end()
    } catch {
      // Without its last line the reader knows that the dump is cut short.
      return void socket.destroy()
    }
  })
}

/** The lines of a dump by the process that holds the lock at `address`; null where nobody does. */
export async function askForDump(address: string): Promise<AsyncIterable<string> | null> {
  const socket = connect({ path: address })
  const isOpen = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
  })
  if (!isOpen) return null
  socket.on('error', () => socket.destroy())
  socket.write(request)
  return createInterface({ input: socket })
}
