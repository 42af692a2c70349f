import path from 'node:path'
import { publicUrl, type Settings } from '@/lib/env'
import { programPath } from '../build/build-programs'
import { root } from '../root'
import type { ServeSettings } from '../serve'
import { waitUntilAnswers } from './answers'
import { type Child, startChild } from './child'
import type { DataFolder } from './data-folder'
import { openLogFile } from './log-file'

export type Upstream = { kind: 'cloud' | 'engine'; url: string; key: string }

/** It waits 20 s for the answers to what it is sending (lib/start), and then closes its database. */
const stopMs = 24_000

type WebStart = { settings: Settings; folder: DataFolder; upstream: Upstream; development: boolean }

/** Starts Next and resolves once the desk answers. Throws SettingError when it does not. */
export async function runWeb({ settings, folder, upstream, development }: WebStart): Promise<Child> {
  const child = startChild({
    name: 'web',
    args: [programPath('web'), JSON.stringify(serveSettings({ settings, development }))],
    env: {
      ...webEnvironment({ settings, folder, upstream }),
      NODE_ENV: development ? 'development' : 'production',
    },
    log: openLogFile({ file: path.join(folder.logs, 'web.log') }),
    verbose: development,
    stopMs,
  })
  await waitUntilAnswers({
    name: 'The desk',
    url: `${localAddress(settings)}/api/health`,
    child,
  })
  return child
}

function serveSettings({ settings, development }: Pick<WebStart, 'settings' | 'development'>): ServeSettings {
  return {
    folder: root,
    host: settings.HOST,
    port: settings.PORT,
    development,
    isSecure: publicUrl(settings).startsWith('https:'),
    trustedProxies: settings.INTRAY_TRUSTED_PROXIES,
  }
}

function webEnvironment({ settings, folder, upstream }: Omit<WebStart, 'development'>): NodeJS.ProcessEnv {
  return {
    ...process.env,
    INTRAY_SECRET: folder.secret,
    NEXTAUTH_SECRET: folder.secret,
    // Without a public address the one in the request is the desk's: loopback, a name in the local network, …
    ...(settings.INTRAY_URL ? { NEXTAUTH_URL: settings.INTRAY_URL } : { AUTH_TRUST_HOST: '1' }),
    DOCUTRAY_API_KEY: upstream.key,
    DOCUTRAY_BASE_URL: upstream.url,
    INTRAY_UPSTREAM: upstream.kind,
    NEXT_TELEMETRY_DISABLED: '1',
    // lib/start ends the process itself: the work in hand is finished and the database closed.
    NEXT_MANUAL_SIG_HANDLE: 'true',
  }
}

/** The address of the web process from this machine. */
function localAddress({ HOST, PORT }: Settings): string {
  if (HOST === '0.0.0.0') return `http://127.0.0.1:${PORT}`
  if (HOST === '::') return `http://[::1]:${PORT}`
  return `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`
}
