import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import { Skeleton } from '@/components/ui/skeleton'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { DocumentCard } from './document-card'

const minCardPx = 320
const gapPx = 14
const rowPx = 190

/** The cards in as many columns as fit; of 500 only the rows in sight are drawn. */
export function CardGrid({ documents, label }: { documents: readonly DocumentSummary[]; label: string }) {
  const box = useRef<HTMLDivElement>(null)
  const { columns, top } = useGridLayout(box)
  const rows = Math.ceil(documents.length / columns)
  const virtual = useWindowVirtualizer({
    count: rows,
    estimateSize: () => rowPx,
    gap: gapPx,
    overscan: 3,
    scrollMargin: top,
    getItemKey: (row) => documents[row * columns]?.id ?? row,
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: cards stand in rows, which a list element may not hold
    <div
      ref={box}
      role="list"
      aria-label={label}
      className="relative"
      style={{ height: virtual.getTotalSize() }}
    >
      {virtual.getVirtualItems().map(({ index, key, start }) => (
        <div
          key={key}
          data-index={index}
          ref={virtual.measureElement}
          role="presentation"
          className="absolute inset-x-0 top-0 grid"
          style={{
            transform: `translateY(${start - top}px)`,
            gap: gapPx,
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
          }}
        >
          {documents.slice(index * columns, (index + 1) * columns).map((document, column) => (
            // biome-ignore lint/a11y/useSemanticElements: a list item must lie in a list element, and the rows between are none
            <div
              key={document.id}
              role="listitem"
              aria-setsize={documents.length}
              aria-posinset={index * columns + column + 1}
            >
              <DocumentCard document={document} />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

/** How many columns fit, and where on the page the grid begins; what stands above it comes and goes. */
function useGridLayout(box: React.RefObject<HTMLDivElement | null>): { columns: number; top: number } {
  const [layout, setLayout] = useState({ columns: 1, top: 0 })
  useLayoutEffect(() => {
    const measure = () => {
      if (!box.current) return
      const { width, top } = box.current.getBoundingClientRect()
      const next = {
        columns: Math.max(1, Math.floor((width + gapPx) / (minCardPx + gapPx))),
        top: Math.round(top + window.scrollY),
      }
      setLayout((before) => (before.columns === next.columns && before.top === next.top ? before : next))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [box])
  return layout
}

/** The first load of the cards, in their shape. */
export function CardSkeletons() {
  return (
    <div aria-hidden className="grid grid-cols-[repeat(auto-fill,minmax(20rem,1fr))] gap-3.5">
      {['a', 'b', 'c'].map((key) => (
        <div key={key} className="flex h-46 flex-col gap-3 rounded-2xl border bg-surface p-3.5">
          <div className="flex gap-3.5">
            <Skeleton className="h-16 w-12.5" />
            <div className="flex-1 space-y-2.5 pt-1">
              <Skeleton className="h-3.5 w-4/5" />
              <Skeleton className="h-3 w-3/5" />
              <Skeleton className="h-5 w-20 rounded-full" />
            </div>
          </div>
          <Skeleton className="mt-auto h-10" />
        </div>
      ))}
    </div>
  )
}
