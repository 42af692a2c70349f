'use client'

import Link from 'next/link'
import { memo } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { Checkbox } from '@/components/ui/controls/checkbox'
import { TruncatedName } from '@/components/ui/truncated-name'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { documentPaths } from '@/lib/documents/queries'
import type { ColumnId } from '@/lib/documents/views/list-columns'
import { Thumbnail } from '../summary/thumbnail'
import { columns, gridTemplate } from './columns'
import { DocumentState, useCell } from './document-cell'

type DocumentRowProps = {
  document: DocumentSummary
  shown: ColumnId[]
  isNarrow: boolean
  isSelected: boolean
  onToggle: (toggled: { id: string; isRange: boolean }) => void
}

/** One document as a line, or as a card where the table is narrow. All of it is the link; the box selects. */
export const DocumentRow = memo(function DocumentRow({
  document,
  shown,
  isNarrow,
  isSelected,
  onToggle,
}: DocumentRowProps) {
  const { t } = useI18n()
  const cell = useCell()
  return (
    <tr
      data-selected={isSelected}
      className={classNames(
        'relative grid scroll-mt-24 items-center gap-x-3 border-b px-4 text-sm transition-colors [contain-intrinsic-size:auto_3.5rem] [content-visibility:auto] last:border-b-0 hover:bg-sunken/50 has-[a:focus-visible]:bg-accent-soft/60 data-[selected=true]:bg-accent-soft print:[content-visibility:visible]',
        isNarrow ? 'grid-cols-[1.5rem_minmax(0,1fr)_auto] py-2.5' : 'py-1.5 print:table-row',
      )}
      style={isNarrow ? undefined : { gridTemplateColumns: gridTemplate(shown) }}
    >
      <td className="relative z-10 flex print:hidden">
        <Checkbox
          checked={isSelected}
          onClick={(event) => onToggle({ id: document.id, isRange: event.shiftKey })}
          aria-label={t('table.select', { name: document.name })}
          className="before:absolute before:-inset-2.5"
        />
      </td>
      <td className="flex min-w-0 items-center gap-3 print:table-cell print:px-1 print:py-1">
        <Thumbnail
          document={document}
          className={isNarrow ? 'h-11 w-9 print:hidden' : 'h-9 w-8 print:hidden'}
        />
        <div className="min-w-0">
          <DocumentName document={document} />
          {isNarrow ? <CardDetails document={document} /> : null}
        </div>
      </td>
      {isNarrow ? (
        <td className="flex flex-col items-end gap-1">
          <span className="figures font-medium">{cell('total', document).content}</span>
          <DocumentState document={document} isAlone />
        </td>
      ) : (
        shown.map((id) => {
          const { content, title } = cell(id, document)
          return (
            <td
              key={id}
              className={classNames(
                'figures truncate print:whitespace-normal print:px-1 print:py-1 print:wrap-anywhere',
                id === 'total' ? 'text-ink' : 'text-ink-soft',
                columns[id].isRight && 'text-right',
              )}
              {...(title ? { title } : {})}
            >
              {content}
            </td>
          )
        })
      )}
    </tr>
  )
})

/** By its supplier where that is known, with the name of the file beneath. */
function DocumentName({ document }: { document: DocumentSummary }) {
  const supplier = document.headline?.from
  return (
    <Link
      href={documentPaths.page(document.id)}
      prefetch={false}
      data-row={document.id}
      className="block min-w-0 font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
    >
      {supplier ? (
        <span className="block truncate print:whitespace-normal">{supplier}</span>
      ) : (
        <TruncatedName name={document.name} />
      )}
      {supplier ? (
        <span className="block font-normal text-ink-faint text-xs">
          <TruncatedName name={document.name} />
        </span>
      ) : null}
    </Link>
  )
}

function CardDetails({ document }: { document: DocumentSummary }) {
  const { format } = useI18n()
  const { headline, receivedAt } = document
  const words = [
    headline?.number,
    headline?.issued ? format.day(headline.issued) : format.dateTime(receivedAt),
  ]
  return <p className="figures truncate text-ink-faint text-xs">{words.filter(Boolean).join(' · ')}</p>
}
