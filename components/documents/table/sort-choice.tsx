'use client'

import { useI18n } from '@/components/shell/i18n'
import { Select } from '@/components/ui/controls/select'
import { type ListOrder, listSorts, naturalOrder, reversed } from '@/lib/documents/model/list-filter'
import { columns } from './columns'

type SortChoiceProps = { list: ListOrder; onOrder: (list: ListOrder) => void }

/** The order of a list of cards, which have no heads to press. */
export function SortChoice({ list, onOrder }: SortChoiceProps) {
  const { t } = useI18n()
  const options = listSorts.flatMap((sort) => {
    const order = naturalOrder(sort)
    return [
      { sort, order },
      { sort, order: reversed[order] },
    ]
  })
  const labelOf = ({ sort, order }: ListOrder) => {
    const label = t(sort === 'supplier' ? 'table.column.supplier' : columns[sort].label)
    return `${label} ${order === 'asc' ? '↑' : '↓'}`
  }
  return (
    <Select
      aria-label={t('table.sort')}
      value={`${list.sort} ${list.order}`}
      onChange={(value) => {
        const chosen = options.find(({ sort, order }) => `${sort} ${order}` === value)
        if (chosen) onOrder(chosen)
      }}
      options={options.map((option) => ({ value: `${option.sort} ${option.order}`, label: labelOf(option) }))}
      className="mb-2 h-9 w-auto"
    />
  )
}
