'use client'

import type { Ref } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { SearchInput } from '@/components/ui/controls/search-input'
import { Kbd } from '@/components/ui/kbd'
import { useTypedSearch } from './use-typed-search'

type SearchBoxProps = { value: string; onSearch: (text: string) => void; ref: Ref<HTMLInputElement> }

export function SearchBox({ value, onSearch, ref }: SearchBoxProps) {
  const { t } = useI18n()
  const { text, setText, press } = useTypedSearch({ value, onSearch })
  return (
    <SearchInput
      ref={ref}
      label={t('table.search_label')}
      boxClassName="col-span-2 sm:w-80"
      className="peer pr-10"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={press}
      placeholder={t('table.search')}
      title={t('table.search_label')}
    >
      <span className="pointer-events-none absolute top-1.5 right-2 hidden peer-placeholder-shown:peer-[:not(:focus)]:sm:block">
        <Kbd>/</Kbd>
      </span>
    </SearchInput>
  )
}
