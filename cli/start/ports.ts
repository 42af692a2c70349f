import { createServer } from 'node:net'
import { SettingError } from '@/base/settings'

type Address = { host: string; port: number }

/** Throws SettingError naming the setting when nothing can listen on the address. */
export async function requireFreePort({ setting, ...address }: Address & { setting: string }): Promise<void> {
  const problem = await tryListening(address)
  if (!problem) return
  throw new SettingError(explain({ problem, setting, ...address }))
}

/** The first free port from `port` on. Throws SettingError when the next hundred are all taken. */
export async function findFreePort({ host, port }: Address): Promise<number> {
  for (let candidate = port; candidate < port + 100; candidate += 1) {
    if (!(await tryListening({ host, port: candidate }))) return candidate
  }
  throw new SettingError(`No free port from ${port} on. Name a free one with ENGINE_PORT.`)
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
