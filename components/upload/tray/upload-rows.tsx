import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { UploadItem } from '../transfer/upload-item'
import { UploadRow } from './upload-row'

const rowPx = 62

/** The rows of a drop; of 500 only those in sight are drawn. */
export function UploadRows({ items, label }: { items: readonly UploadItem[]; label: string }) {
  const box = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 6,
  })
  return (
    <div ref={box} className="max-h-[22rem] overflow-y-auto border-t">
      <ul aria-label={label} className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index]
          return item ? (
            <li
              key={key}
              data-index={index}
              ref={virtual.measureElement}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0 border-b last:border-b-0"
              style={{ transform: `translateY(${start}px)` }}
            >
              <UploadRow item={item} />
            </li>
          ) : null
        })}
      </ul>
    </div>
  )
}
