import type { Translate } from '@/lib/i18n/translate-messages'
import type { UploadItem, UploadPhaseKind } from '../transfer/upload-item'
import { causeOf } from './cause'

/** Files that one thing can be said of: the same trouble, or that they are on their way. */
export type UploadGroup = {
  kind: 'unfinished' | 'failed' | 'refused' | 'duplicate' | 'going' | 'cancelled'
  title: string
  items: UploadItem[]
}

type GroupKind = UploadGroup['kind']

/** What needs a person first, then what moves, then what waits. What was received is a card and not a row. */
const places: Record<UploadPhaseKind, { rank: number; kind: GroupKind | null }> = {
  unfinished: { rank: 0, kind: 'unfinished' },
  failed: { rank: 1, kind: 'failed' },
  refused: { rank: 1, kind: 'refused' },
  duplicate: { rank: 2, kind: 'duplicate' },
  sending: { rank: 3, kind: 'going' },
  queued: { rank: 4, kind: 'going' },
  held: { rank: 4, kind: 'going' },
  checking: { rank: 4, kind: 'going' },
  cancelled: { rank: 5, kind: 'cancelled' },
  received: { rank: 6, kind: null },
}

/** The files of the tray by what there is to say of them; equals keep their order of arrival. */
export function groupUploads({ t, items }: { t: Translate; items: readonly UploadItem[] }): UploadGroup[] {
  const groups = new Map<string, UploadGroup>()
  const ordered = [...items].sort((one, other) => rankOf(one) - rankOf(other))
  for (const item of ordered) {
    const { kind } = places[item.phase.kind]
    if (!kind) continue
    const title = titleOf({ t, kind, item })
    const group = groups.get(title) ?? { kind, title, items: [] }
    group.items.push(item)
    groups.set(title, group)
  }
  return [...groups.values()]
}

function rankOf({ phase }: UploadItem): number {
  return places[phase.kind].rank
}

type Titled = { t: Translate; kind: GroupKind; item: UploadItem }

function titleOf({ t, kind, item }: Titled): string {
  if (kind === 'going') return t('uploads.group.going')
  if (kind === 'cancelled') return t('row.cancelled')
  if (kind === 'unfinished') return `${t('row.unfinished')}: ${t('row.unfinished.hint')}`
  return `${t(`row.${kind}`)}: ${causeOf({ t, item })}`
}
