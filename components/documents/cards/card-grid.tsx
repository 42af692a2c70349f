import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import type { DocumentSummary } from '@/lib/documents/schema'
import { DocumentCard } from './document-card'

const leastCardPx = 320
const gapPx = 14
const rowPx = 190

/** The cards in as many columns as fit; of 500 only the rows in sight are drawn. */
export function CardGrid({ documents, label }: { documents: readonly DocumentSummary[]; label: string }) {
  const box = useRef<HTMLDivElement>(null)
  const { columns, top } = useGridPlace(box)
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
          {documents.slice(index * columns, (index + 1) * columns).map((document, place) => (
            // biome-ignore lint/a11y/useSemanticElements: see above
            <div
              key={document.id}
              role="listitem"
              aria-setsize={documents.length}
              aria-posinset={index * columns + place + 1}
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
function useGridPlace(box: React.RefObject<HTMLDivElement | null>): { columns: number; top: number } {
  const [place, setPlace] = useState({ columns: 1, top: 0 })
  useLayoutEffect(() => {
    const measure = () => {
      if (!box.current) return
      const { width, top } = box.current.getBoundingClientRect()
      const next = {
        columns: Math.max(1, Math.floor((width + gapPx) / (leastCardPx + gapPx))),
        top: Math.round(top + window.scrollY),
      }
      setPlace((before) => (before.columns === next.columns && before.top === next.top ? before : next))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [box])
  return place
}
