import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build, stop } from 'esbuild'
import { root } from '../root'
import { fromTheirSource } from './from-their-source'
import { sourceStamp } from './source-stamp'

/** What runs in processes of its own outside of Next, by the name of the file it becomes. */
const programs = {
  web: 'cli/serve.ts',
  inspector: 'lib/files/inspect/inspector-child.ts',
  engine: 'engine/main.ts',
  reader: 'engine/work/workers/child.ts',
  processor: 'engine/pipeline/process-document.ts',
}

const folder = path.join(root, '.next', 'programs')
const stampFile = path.join(folder, 'source-stamp')

export function programPath(name: keyof typeof programs): string {
  return path.join(folder, `${name}.mjs`)
}

/** Builds the programs unless those at hand were made from these very sources: takes a second. */
export async function buildProgramsWhenStale(): Promise<void> {
  const stamp = await sourceStamp(root, 'programs')
  if ((await readFile(stampFile, 'utf8').catch(() => '')) !== stamp)
    await buildPrograms({ target: folder, stamp })
}

/** Builds each program, so that a process that starts need not compile itself. */
export async function buildPrograms({ target, stamp }: { target: string; stamp: string }): Promise<void> {
  // Another desk of this installation may be starting its own out of them.
  const unfinished = `${target}.${process.pid}`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true })
  await build({
    absWorkingDir: root,
    entryPoints: programs,
    outdir: unfinished,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // The reader and its processor share what was chosen for them.
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    conditions: ['react-server'],
    alias: { 'server-only': path.join(root, 'node_modules/server-only/empty.js') },
    plugins: [fromTheirSource({ root, programs, target })],
    logLevel: 'silent',
  })
  // Its process would stay beside the launcher: 48 MB.
  await stop()
  await writeFile(path.join(unfinished, path.basename(stampFile)), stamp)
  const old = `${unfinished}.old`
  await rename(target, old).catch(() => undefined)
  await rename(unfinished, target)
  await rm(old, { recursive: true, force: true })
}
