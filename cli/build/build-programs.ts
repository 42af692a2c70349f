import path from 'node:path'
import { build } from 'esbuild'
import { root } from '../root'

/** Programs that the launcher and the processes start, by the name of the file they become. */
const programs = { web: 'cli/serve.ts' }

const folder = path.join(root, '.next', 'programs')

export function programPath(name: keyof typeof programs): string {
  return path.join(folder, `${name}.mjs`)
}

/** Builds the programs that run outside of Next, each into one file: a process that starts need not compile itself. */
export async function buildPrograms(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: programs,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    conditions: ['react-server'],
    alias: { 'server-only': path.join(root, 'node_modules/server-only/empty.js') },
    logLevel: 'silent',
  })
}
