import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../../..')
const shared = resolve(root, process.env.SHARED_DIR ?? '../shared')

/** Data that are kept beside the repository, not in it: where they lie, and whether they are there. */
export function sharedData(name: string): { folder: string; isMissing: boolean } {
  const folder = join(shared, name)
  return { folder, isMissing: !existsSync(folder) }
}
