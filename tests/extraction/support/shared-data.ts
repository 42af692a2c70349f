import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../../..')
const shared = resolve(root, process.env.SHARED_DIR ?? '../shared')

/**
 * Data that are kept beside the repository, not in it: where they lie, and whether they are there. The papers that
 * others made may lie elsewhere, at `SAMPLES_DIR`.
 */
export function sharedData(name: string): { folder: string; isMissing: boolean } {
  const chosen = name === 'samples' ? process.env.SAMPLES_DIR : undefined
  const folder = chosen ? resolve(root, chosen) : join(shared, name)
  return { folder, isMissing: !existsSync(folder) }
}
