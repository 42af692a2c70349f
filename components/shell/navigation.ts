import { ChartColumn, Files, Inbox, ListChecks, type LucideIcon, Settings } from 'lucide-react'
import type { MessageKey } from '@/lib/i18n/catalogues'
import { type Ability, can, type Role } from '@/lib/people/roles'

type Destination = { path: string; label: MessageKey; icon: LucideIcon; ability: Ability; key: string }

/** The rooms of the desk; `key` after `g` goes there. */
const destinations: Destination[] = [
  { path: '/', label: 'nav.desk', icon: Inbox, ability: 'documents', key: 'h' },
  { path: '/documents', label: 'nav.documents', icon: Files, ability: 'documents', key: 'd' },
  { path: '/review', label: 'nav.review', icon: ListChecks, ability: 'review', key: 'r' },
  { path: '/usage', label: 'nav.usage', icon: ChartColumn, ability: 'usage', key: 'u' },
  { path: '/settings', label: 'nav.settings', icon: Settings, ability: 'settings', key: 's' },
]

export function destinationsFor(role: Role): Destination[] {
  return destinations.filter((destination) => can(role, destination.ability))
}

export function isCurrent({
  destination,
  pathname,
}: {
  destination: Destination
  pathname: string
}): boolean {
  return destination.path === '/' ? pathname === '/' : pathname.startsWith(destination.path)
}
