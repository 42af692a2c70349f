import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildWhenStale } from '@/cli/build/build-when-stale'
import { nextProgram } from '@/cli/next-program'
import { freePort } from './ports'

export const benchStep = 'cbenchstep000000000000000'
export const webhookSecret = 'the bench signs its calls'

export type BenchDesk = {
  url: string
  pid: number
  /** The session of the administrator. */
  headers: { cookie: string }
  stop: () => Promise<void>
}

type BenchDeskSettings = {
  upstreamUrl: string
  upstreamKind: 'cloud' | 'engine'
  /** Postgres; without one the embedded database. */
  databaseUrl?: string
}

/** Builds the desk where needed, and starts its web process as the launcher does, on an empty folder of its own. */
export async function startBenchDesk(settings: BenchDeskSettings): Promise<BenchDesk> {
  await buildWhenStale()
  const port = await freePort()
  const folder = await mkdtemp(path.join(tmpdir(), 'intray-bench-'))
  const url = `http://127.0.0.1:${port}`
  const secret = 'a secret of the bench, long enough for a desk'
  const admin = { email: 'admin@desk.test', password: 'correct horse battery' }
  const child = spawn(
    process.execPath,
    [nextProgram, 'start', '--hostname', '127.0.0.1', '--port', `${port}`],
    {
      env: {
        ...process.env,
        DATABASE_URL: settings.databaseUrl ?? '',
        DOCUTRAY_API_KEY: 'dt_live_of_the_bench',
        DOCUTRAY_BASE_URL: settings.upstreamUrl,
        DOCUTRAY_STEPS: JSON.stringify([{ id: benchStep, name: 'Bench' }]),
        DOCUTRAY_WEBHOOK_SECRET: webhookSecret,
        INTRAY_ADMIN_EMAIL: admin.email,
        INTRAY_ADMIN_PASSWORD: admin.password,
        INTRAY_DATA_DIR: folder,
        INTRAY_SECRET: secret,
        INTRAY_UPSTREAM: settings.upstreamKind,
        INTRAY_URL: url,
        LOG_LEVEL: 'error',
        NEXTAUTH_SECRET: secret,
        NEXTAUTH_URL: url,
        NEXT_MANUAL_SIG_HANDLE: 'true',
        NEXT_TELEMETRY_DISABLED: '1',
        NODE_ENV: 'production',
        PORT: `${port}`,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const ended = new Promise((resolve) => child.once('exit', resolve))
  process.once('exit', () => child.kill('SIGKILL'))
  await untilHealthy(url)
  return {
    url,
    pid: child.pid ?? 0,
    headers: { cookie: await signIn({ url, admin }) },
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function untilHealthy(url: string): Promise<void> {
  for (let looks = 0; looks < 600; looks += 1) {
    const answer = await fetch(`${url}/api/health`).catch(() => null)
    if (answer?.ok) return
    await sleep(100)
  }
  throw new Error('the desk did not answer within a minute')
}

/** The cookies of a session, by next-auth's credentials call. */
async function signIn(given: { url: string; admin: { email: string; password: string } }): Promise<string> {
  const { url, admin } = given
  const csrf = await fetch(`${url}/api/auth/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: { cookie: cookiesOf(csrf) },
    body: new URLSearchParams({ ...admin, csrfToken, json: 'true' }),
    redirect: 'manual',
  })
  return cookiesOf(answer)
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
