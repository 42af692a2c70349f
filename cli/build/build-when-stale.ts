import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { SettingError } from '@/base/settings'
import { nextProgram } from '../next-program'
import { root } from '../root'
import { say } from '../terminal'
import { buildProgramsWhenStale } from './build-programs'
import { sourceStamp } from './source-stamp'

const stampFile = path.join(root, '.next', 'source-stamp')

/** Builds the desk unless the build at hand was made from these very sources. Throws SettingError with Next's words. */
export async function buildWhenStale(): Promise<void> {
  await buildPagesWhenStale()
  await buildProgramsWhenStale()
}

async function buildPagesWhenStale(): Promise<void> {
  const stamp = await sourceStamp(root, 'pages')
  if (await isCurrent(stamp)) return
  say('Building the desk (once per version, about half a minute) …')
  const startedAt = Date.now()
  await build()
  await writeFile(stampFile, stamp)
  say(`Built in ${Math.round((Date.now() - startedAt) / 1000)} s.`)
}

async function isCurrent(stamp: string): Promise<boolean> {
  if (!existsSync(path.join(root, '.next', 'BUILD_ID'))) return false
  return (await readFile(stampFile, 'utf8').catch(() => '')) === stamp
}

async function build(): Promise<void> {
  const next = spawn(process.execPath, [nextProgram, 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  process.once('exit', () => next.kill())
  const [output, problems, code] = await Promise.all([
    text(next.stdout),
    text(next.stderr),
    new Promise<number | null>((resolve) => next.once('close', resolve)),
  ])
  if (code !== 0) throw new SettingError(`The desk could not be built.\n${output}${problems}`)
}
