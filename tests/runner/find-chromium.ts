import { execFile } from 'node:child_process'
import { accessSync, constants, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

export type Chromium = {
  path: string
  /** Where it finds libraries that the system lacks; empty for a browser of the system. */
  libraries: string
}

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/** The browser of the system, else the one that came with the npm packages, else why there is none. */
export async function findChromium(): Promise<Chromium | { problem: string }> {
  const installed = process.env.CHROMIUM_PATH || findOnPath()
  if (installed) return { path: installed, libraries: '' }
  try {
    return await unpackChromium()
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n').at(-1) : String(error)
    return {
      problem: `no Chromium can run here (${reason}); install one, for example: apt-get install chromium`,
    }
  }
}

function findOnPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const unpack = `
  const { default: packaged } = await import('@sparticuz/chromium')
  process.stdout.write(await packaged.executablePath())
`

/**
 * The package brings the few libraries a bare system lacks, but unpacks them only where it believes to be a lambda. It
 * is told so by the environment, which is why it runs in a process of its own.
 */
async function unpackChromium(): Promise<Chromium> {
  const folder = path.join(tmpdir(), 'intray-chromium')
  mkdirSync(folder, { recursive: true })
  const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' }
  const run = promisify(execFile)
  const { stdout: executable } = await run(process.execPath, ['--input-type=module', '-e', unpack], { env })

  const libraries = path.join(folder, 'al2023', 'lib')
  const answers = (LD_LIBRARY_PATH: string) =>
    run(executable, ['--version'], { env: { ...process.env, LD_LIBRARY_PATH } })
  if (await answers('').catch(() => null)) return { path: executable, libraries: '' }
  await answers(libraries)
  return { path: executable, libraries }
}
