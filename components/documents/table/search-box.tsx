'use client'

import { Search } from 'lucide-react'
import { type KeyboardEvent, type Ref, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { Input } from '@/components/ui/controls/input'
import { Kbd } from '@/components/ui/kbd'

const pauseMs = 250

type SearchBoxProps = { value: string; onSearch: (text: string) => void; ref: Ref<HTMLInputElement> }

/** Searches when the typing pauses, at once with Enter; Escape empties it. A `value` changed elsewhere replaces the text. */
export function SearchBox({ value, onSearch, ref }: SearchBoxProps) {
  const { t } = useI18n()
  const [text, setText] = useState(value)
  const sent = useRef(value)

  const searchNow = () => {
    sent.current = text.trim()
    if (sent.current !== value) onSearch(sent.current)
  }
  const searchAfterPause = useEffectEvent(searchNow)
  useEffect(() => {
    if (text.trim() === sent.current) return
    const timer = setTimeout(() => searchAfterPause(), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setText(value)
  }, [value])

  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') searchNow()
    if (event.key === 'Escape') text ? setText('') : event.currentTarget.blur()
  }
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
