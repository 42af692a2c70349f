'use client'

import { useId } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { Input } from '@/components/ui/controls/input'
import { useTypedSearch } from './use-typed-search'

type SupplierBoxProps = {
  supplier: string
  /** Names to choose from. */
  known: string[]
  onChange: (supplier: string | undefined) => void
}

/** Any part of a supplier's name, or one of those in sight. */
export function SupplierBox({ supplier, known, onChange }: SupplierBoxProps) {
  const { t } = useI18n()
  const listId = useId()
  const { text, setText, press } = useTypedSearch({
    value: supplier,
    onSearch: (name) => onChange(name || undefined),
  })
  return (
    <>
      <Input
        list={listId}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
        placeholder={t('table.column.supplier')}
        aria-label={t('table.filter.supplier')}
        autoComplete="off"
        className="h-9 sm:w-40"
      />
      <datalist id={listId}>
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}
