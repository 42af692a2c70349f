import { createHash } from 'node:crypto'
import type { Organization } from '@/engine/settings/config'

export type Authenticate = (authorization: string | undefined) => Organization | null

/**
 * Finds the organization of an `Authorization: Bearer <key>` header. Keys are looked up by their hash, so the time it
 * takes says nothing about them. A revoked key stays revoked when it is listed among the valid ones too.
 */
export function createAuthenticate(organizations: Organization[]): Authenticate {
  const byHash = new Map<string, Organization>()
  for (const organization of organizations) {
    for (const key of organization.keys) byHash.set(hashOf(key), organization)
  }
  for (const organization of organizations) {
    for (const key of organization.revokedKeys) byHash.delete(hashOf(key))
  }
  return (authorization) => {
    const key = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
    return (key && byHash.get(hashOf(key))) || null
  }
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64')
}
