'use client'

import { Search } from 'lucide-react'
import type { Ref } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { Input } from '@/components/ui/controls/input'
import { Kbd } from '@/components/ui/kbd'
import { useTypedSearch } from './use-typed-search'

type SearchBoxProps = { value: string; onSearch: (text: string) => void; ref: Ref<HTMLInputElement> }

export function SearchBox({ value, onSearch, ref }: SearchBoxProps) {
  const { t } = useI18n()
  const { text, setText, press } = useTypedSearch({ value, onSearch })
  return (
    <div className="relative col-span-2 sm:w-80">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-faint"
      />
      <Input
        ref={ref}
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
        placeholder={t('table.search')}
        aria-label={t('table.search_label')}
        title={t('table.search_label')}
        className="peer h-9 pr-10 pl-9 [&::-webkit-search-cancel-button]:hidden"
      />
      <span className="pointer-events-none absolute top-1.5 right-2 hidden peer-placeholder-shown:peer-[:not(:focus)]:sm:block">
        <Kbd>/</Kbd>
      </span>
    </div>
  )
}
