import { documents } from './abilities/documents'
import { lessons } from './abilities/lessons'
import { review } from './abilities/review'
import type { Role } from './abilities/role'
import { settings } from './abilities/settings'
import { usage } from './abilities/usage'

export { type Role, roles } from './abilities/role'

/** Who may do what: one file for each noun. Routes, pages and menus ask `can` and `may`. */
const rolesWith = { documents, review, lessons, usage, settings } satisfies Record<string, readonly Role[]>

export type Ability = keyof typeof rolesWith

export const abilities = Object.keys(rolesWith) as [Ability, ...Ability[]]

/** What an access token narrows its person to. */
export type TokenScope = {
  id: string
  /** Null for all that its person may. */
  abilities: Ability[] | null
  /** To which it may send documents; null for all. */
  steps: string[] | null
  /** What its documents may take of a month; null without a limit of its own. */
  monthlyPages: number | null
}

export type SignedInUser = { id: string; email: string; name: string; role: Role; token?: TokenScope }

export function can(role: Role, ability: Ability): boolean {
  return rolesWith[ability].includes(role)
}

/** What the caller may: never more than the person, with a token perhaps less. */
export function may(caller: Pick<SignedInUser, 'role' | 'token'>, ability: Ability): boolean {
  return can(caller.role, ability) && (caller.token?.abilities?.includes(ability) ?? true)
}

export function homePath(role: Role): string {
  return can(role, 'documents') ? '/' : '/usage'
}
