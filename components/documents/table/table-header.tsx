'use client'

import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { Checkbox } from '@/components/ui/controls/checkbox'
import { columnShown, rowGrid } from './table-columns'

type TableHeaderProps = { selected: number; shown: number; onToggleAll: () => void }

/** Stays in sight while the rows pass beneath it. */
export function TableHeader({ selected, shown, onToggleAll }: TableHeaderProps) {
  const { t } = useI18n()
  const checked = selected === 0 ? false : selected === shown ? true : 'indeterminate'
  return (
    <thead className="sticky block top-[4rem] z-20 lg:top-0">
      <tr
        className={classNames(
          rowGrid,
          'rounded-t-2xl border-b bg-surface px-4 py-2.5 font-medium text-ink-faint text-xs [&>th]:text-left [&>th]:font-medium',
        )}
      >
        <th scope="col" className="relative flex">
          <Checkbox
            checked={checked}
            onCheckedChange={onToggleAll}
            aria-label={t('table.select_all')}
            className="before:absolute before:-inset-2.5"
          />
        </th>
        <th scope="col">{t('table.column.document')}</th>
        <th scope="col" className={columnShown.step}>
          {t('table.column.step')}
        </th>
        <th scope="col" className={classNames('text-right!', columnShown.pages)}>
          {t('table.column.pages')}
        </th>
        <th scope="col">{t('table.column.state')}</th>
        <th scope="col" className={classNames('text-right!', columnShown.received)}>
          {t('table.column.received')}
        </th>
        <th
          scope="col"
          className={classNames('text-right!', columnShown.duration)}
          title={t('table.column.duration_hint')}
        >
          {t('table.column.duration')}
        </th>
        <th scope="col" className={columnShown.person}>
          {t('table.column.person')}
        </th>
      </tr>
    </thead>
  )
}
