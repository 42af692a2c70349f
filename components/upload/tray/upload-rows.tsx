import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import type { UploadItem } from '../transfer/upload-item'
import { groupUploads, type UploadGroup } from './upload-groups'
import { UploadRow } from './upload-row'

const rowPx = 44

type Entry = { id: string; group: UploadGroup } | { id: string; item: UploadItem }

/** The files of a drop under what there is to say of them; of 500 only those in sight are drawn. */
export function UploadRows({ items, label }: { items: readonly UploadItem[]; label: string }) {
  const { t } = useI18n()
  const entries = useMemo(() => toEntries(groupUploads({ t, items })), [t, items])
  const box = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => entries[index]?.id ?? index,
    overscan: 6,
  })
  return (
    <div ref={box} className="max-h-[22rem] overflow-y-auto border-t">
      <ul aria-label={label} className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const entry = entries[index]
          return entry ? (
            <li
              key={key}
              data-index={index}
              ref={virtual.measureElement}
              aria-setsize={entries.length}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0 border-b last:border-b-0"
              style={{ transform: `translateY(${start}px)` }}
            >
              {'group' in entry ? <GroupTitle group={entry.group} /> : <UploadRow item={entry.item} />}
            </li>
          ) : null
        })}
      </ul>
    </div>
  )
}

function toEntries(groups: UploadGroup[]): Entry[] {
  return groups.flatMap((group): Entry[] => [
    { id: group.title, group },
    ...group.items.map((item) => ({ id: item.id, item })),
  ])
}

const needsLook: readonly UploadGroup['kind'][] = ['unfinished', 'duplicate']
const isBad: readonly UploadGroup['kind'][] = ['failed', 'refused']

function GroupTitle({ group: { kind, title, items } }: { group: UploadGroup }) {
  const { t } = useI18n()
  return (
    <p className="flex items-baseline gap-2 bg-sunken px-4 py-1.5 text-sm">
      <span
        className={classNames(
          'min-w-0 font-medium',
          needsLook.includes(kind) && 'text-attention',
          isBad.includes(kind) && 'text-bad',
        )}
      >
        {title}
      </span>
      <span className="figures shrink-0 text-ink-soft">
        {t('uploads.group.count', { count: items.length })}
      </span>
    </p>
  )
}
