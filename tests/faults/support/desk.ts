import { mkdtempSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '../../support/free-port'
import { createProgram, type Program } from './program'

export const admin = { email: 'admin@desk.test', password: 'correct horse battery' }
export const webhookSecret = 'a secret for webhooks'
export const stepId = 'cinvoice00000000000000000'

const nextProgram = createRequire(import.meta.url).resolve('next/dist/bin/next')
const secret = 'a secret for tests that is long enough'
export const engineKey = 'dt_local_tests_of_faults_use_this_key_alone'

/** A folder for all that one test leaves on the disk. */
export function newRunFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'intray-faults-'))
}

type Web = {
  folder: string
  upstream: { kind: 'cloud' | 'engine'; url: string; key?: string }
  name?: string
  env?: Record<string, string>
}

/** The web process as the launcher starts it. */
export async function createWeb({ folder, upstream, name = 'web', env = {} }: Web): Promise<Program> {
  const port = await freePort()
  return createProgram({
    name,
    args: [nextProgram, 'start', '--hostname', '127.0.0.1', '--port', String(port)],
    url: `http://127.0.0.1:${port}`,
    health: { path: '/api/health' },
    logFolder: folder,
    env: {
      PORT: String(port),
      INTRAY_DATA_DIR: path.join(folder, 'data'),
      INTRAY_SECRET: secret,
      NEXTAUTH_SECRET: secret,
      AUTH_TRUST_HOST: '1',
      INTRAY_ADMIN_EMAIL: admin.email,
      INTRAY_ADMIN_PASSWORD: admin.password,
      INTRAY_TIME_ZONE: 'America/Santiago',
      INTRAY_UPSTREAM: upstream.kind,
      DOCUTRAY_BASE_URL: upstream.url,
      DOCUTRAY_API_KEY: upstream.key ?? 'dt_test_key_of_the_stub',
      ...(upstream.kind === 'cloud' ? cloudSettings : {}),
      NEXT_TELEMETRY_DISABLED: '1',
      NEXT_MANUAL_SIG_HANDLE: 'true',
      ...env,
    },
  })
}

const cloudSettings = {
  DOCUTRAY_STEPS: JSON.stringify([{ id: stepId, name: 'Invoice Processing' }]),
  DOCUTRAY_WEBHOOK_SECRET: webhookSecret,
}

/** The engine in the box as the launcher starts it. */
export async function createEngine({ folder }: { folder: string }): Promise<Program> {
  const port = await freePort()
  return createProgram({
    name: 'engine',
    args: ['.next/programs/engine.mjs'],
    url: `http://127.0.0.1:${port}`,
    health: { path: '/api/steps', headers: { Authorization: `Bearer ${engineKey}` } },
    logFolder: folder,
    env: {
      ENGINE_PORT: String(port),
      ENGINE_API_KEY: engineKey,
      ENGINE_DATA_DIR: path.join(folder, 'data', 'engine'),
      ENGINE_TIME_ZONE: 'America/Santiago',
    },
  })
}
