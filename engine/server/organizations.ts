import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Organization } from '../settings/config'
import { log } from '../settings/log'
import type { EngineSettings } from '../settings/read-settings'

/**
 * The organizations of this engine: those configured, else a single one whose key lies in the data folder, made on
 * the first start and readable by its owner alone.
 */
export async function readOrganizations({ organizations, dataDir }: EngineSettings): Promise<Organization[]> {
  if (organizations) return organizations
  const file = path.join(dataDir, 'api-key')
  const key = (await readKey(file)) ?? (await createKey({ dataDir, file }))
  log.info({ file }, 'no organization is configured; the key of the default one is in this file')
  return [{ id: 'org_default', name: 'Default', keys: [key], revokedKeys: [], monthlyPages: null }]
}

async function readKey(file: string): Promise<string | null> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.trim() || null
}

async function createKey({ dataDir, file }: { dataDir: string; file: string }): Promise<string> {
  const key = `dt_live_${randomBytes(43).toString('base64url')}`
  await mkdir(dataDir, { recursive: true })
  await writeFile(file, `${key}\n`, { mode: 0o600 })
  return key
}
