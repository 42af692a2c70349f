import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'

/** Packs a folder's content into a .tar.gz by the system's tar, which is on Linux, macOS and Windows alike. */
export async function packFolder({ folder, file }: { folder: string; file: string }): Promise<void> {
  // It holds all papers and password hashes; tar keeps the mode of a file that is there.
  await writeFile(file, '', { mode: 0o600 })
  return runTar(['-czf', file, '-C', folder, '.'])
}

export function unpackFolder({ folder, file }: { folder: string; file: string }): Promise<void> {
  return runTar(['-xzf', file, '-C', folder])
}

async function runTar(args: string[]): Promise<void> {
  const tar = spawn('tar', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let words = ''
  tar.stderr.on('data', (chunk) => {
    words += chunk
  })
  const [code] = await once(tar, 'close')
  if (code !== 0) throw new Error(`tar could not do its part: ${words.trim().split('\n').at(-1)}`)
}
