/** Who may do what: the one table. Pages, handlers and menus ask `can`. */
const abilities = {
  admin: ['documents', 'review', 'usage', 'settings'],
  /** Of their own documents, unless all were opened to them. */
  uploader: ['documents', 'review'],
  /** Of everybody's. */
  reviewer: ['documents', 'review'],
  finance: ['usage'],
} as const

export type Role = keyof typeof abilities
export type SignedInUser = { id: string; email: string; name: string; role: Role }
export type Ability = (typeof abilities)[Role][number]

export const roles = Object.keys(abilities) as [Role, ...Role[]]

export function can(role: Role, ability: Ability): boolean {
  return (abilities[role] as readonly Ability[]).includes(ability)
}

export function homePath(role: Role): string {
  return can(role, 'documents') ? '/' : '/usage'
}
