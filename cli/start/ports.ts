import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'
import { SettingError } from '@/base/settings'

type Address = { host: string; port: number }

/** Throws SettingError naming the setting when nothing can listen on the address. */
export async function requireFreePort({ setting, ...address }: Address & { setting: string }): Promise<void> {
  const problem = await tryListening(address)
  if (!problem) return
  throw new SettingError(explain({ problem, setting, ...address }))
}

/**
 * The first free port from `port` on, kept for this process: two desks that start at once find two, though it takes
 * seconds until one listens there. Throws SettingError when the next hundred are all taken.
 */
export async function reserveFreePort({ host, port }: Address): Promise<number> {
  for (let candidate = port; candidate < port + 100; candidate += 1) {
    const address = { host, port: candidate }
    if ((await reserve(address)) && !(await tryListening(address))) return candidate
  }
  throw new SettingError(`No free port from ${port} on. Name a free one with ENGINE_PORT.`)
}

/**
 * Takes the UDP port of the same number, which nobody else wants, as the sign that it is ours: the system gives it back
 * however this process ends. False where another has it.
 */
function reserve({ host, port }: Address): Promise<boolean> {
  return new Promise((resolve) => {
    const sign = createSocket('udp4')
    sign.once('error', () => resolve(false))
    sign.bind({ address: host, port, exclusive: true }, () => resolve(true))
    sign.unref()
  })
}

/** The error code of listening there (`EADDRINUSE`, `EACCES`, …), or null when it works. */
function tryListening({ host, port }: Address): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)))
  })
}

function explain({ problem, setting, host, port }: Address & { problem: string; setting: string }): string {
  if (problem === 'EADDRINUSE') {
    return `Port ${port} is in use by another program. Stop it, or choose another port with ${setting}.`
  }
  if (problem === 'EACCES') {
    return `Port ${port} is not allowed to this user. Choose one above 1024 with ${setting}.`
  }
  return `Nothing can listen on ${host} port ${port} (${problem}). Check HOST and ${setting}.`
}
