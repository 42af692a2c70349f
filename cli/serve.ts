import next from 'next'
import { parseTrustedProxies } from '@/lib/trusted-proxies'
import { createDeskServer } from './serve/desk-server'

/** What the launcher has checked and hands on. */
export type ServeSettings = {
  folder: string
  host: string
  port: number
  development: boolean
  isSecure: boolean
  trustedProxies: string
}

// The web process: Next behind a server of our own. Built by cli/build, started by cli/start with its settings as JSON.
const settings = JSON.parse(process.argv[2] ?? '') as ServeSettings
const { host: hostname, port, development: dev, folder: dir } = settings

const desk = next({ dev, dir, hostname, port })
await desk.prepare()
const server = createDeskServer((request, response) => desk.getRequestHandler()(request, response), {
  ...settings,
  trusted: parseTrustedProxies(settings.trustedProxies),
})
if (dev) server.on('upgrade', (...upgrade) => desk.getUpgradeHandler()(...upgrade))
server.listen(port, hostname)
