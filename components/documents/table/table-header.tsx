'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import type { CSSProperties } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { Checkbox } from '@/components/ui/controls/checkbox'
import { type ListOrder, type ListSort, naturalOrder, reversed } from '@/lib/documents/model/list-filter'
import type { ColumnId } from '@/lib/documents/views/list-columns'
import type { MessageKey } from '@/lib/i18n/catalogues'
import { columns, gridTemplate, printedWidth, sortOf } from './columns'

type TableHeaderProps = {
  shown: ColumnId[]
  isNarrow: boolean
  selected: number
  count: number
  list: ListOrder
  onToggleAll: () => void
  onOrder: (list: ListOrder) => void
}

/** Stays in sight while the rows pass beneath it. Its heads put the list in order; pressed again the other way round. */
export function TableHeader({
  shown,
  isNarrow,
  selected,
  count,
  list,
  onToggleAll,
  onOrder,
}: TableHeaderProps) {
  const { t } = useI18n()
  const checked = selected === 0 ? false : selected === count ? true : 'indeterminate'
  return (
    <thead className="sticky block top-[4rem] z-20 lg:top-0 low:static print:static print:table-header-group">
      <tr
        className={classNames(
          'grid items-center gap-x-3 rounded-t-2xl border-b bg-surface px-4 py-2.5 font-medium text-ink-faint text-xs [&>th]:text-left [&>th]:font-medium',
          isNarrow ? 'grid-cols-[1.5rem_minmax(0,1fr)_auto]' : 'print:table-row',
        )}
        style={isNarrow ? undefined : { gridTemplateColumns: gridTemplate(shown) }}
      >
        <th scope="col" className="relative flex print:hidden">
          <Checkbox
            checked={checked}
            onCheckedChange={onToggleAll}
            aria-label={t('table.select_all')}
            className="before:absolute before:-inset-2.5"
          />
        </th>
        <SortHead
          label="table.column.supplier"
          sort="supplier"
          printed={printedWidth({ id: null, shown })}
          list={list}
          onOrder={onOrder}
        />
        {isNarrow ? (
          <th scope="col">{t('table.column.state')}</th>
        ) : (
          shown.map((id) => {
            const { label, isRight = false } = columns[id]
            const sort = sortOf(id)
            const printed = printedWidth({ id, shown })
            return sort ? (
              <SortHead
                key={id}
                label={label}
                sort={sort}
                isRight={isRight}
                printed={printed}
                list={list}
                onOrder={onOrder}
              />
            ) : (
              <th
                key={id}
                scope="col"
                className={classNames('truncate', printedHead, isRight && 'text-right!')}
                style={printedStyle(printed)}
                {...(id === 'duration' ? { title: t('table.column.duration_hint') } : {})}
              >
                {t(label)}
              </th>
            )
          })
        )}
      </tr>
    </thead>
  )
}

const printedHead = 'print:w-(--printed) print:px-1 print:py-1.5'
const printedStyle = (printed: string) => ({ '--printed': printed }) as CSSProperties

type SortHeadProps = {
  label: MessageKey
  sort: ListSort
  isRight?: boolean
  printed: string
} & Pick<TableHeaderProps, 'list' | 'onOrder'>

function SortHead({ label, sort, isRight = false, printed, list, onOrder }: SortHeadProps) {
  const { t } = useI18n()
  const isBy = list.sort === sort
  const Arrow = list.order === 'asc' ? ArrowUp : ArrowDown
  return (
    <th
      scope="col"
      className={classNames('min-w-0', printedHead, isRight && 'text-right!')}
      style={printedStyle(printed)}
      {...(isBy ? { 'aria-sort': list.order === 'asc' ? 'ascending' : 'descending' } : {})}
    >
      <button
        type="button"
        className={classNames(
          'inline-flex max-w-full items-center gap-1 rounded-sm hover:text-ink',
          isBy && 'text-ink',
        )}
        onClick={() => onOrder({ sort, order: isBy ? reversed[list.order] : naturalOrder(sort) })}
      >
        <span className="truncate">{t(label)}</span>
        {isBy ? <Arrow aria-hidden className="size-3.5 shrink-0" /> : null}
      </button>
    </th>
  )
}
