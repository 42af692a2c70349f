import { Search } from 'lucide-react'
import type { Ref } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { Input } from '@/components/ui/controls/input'

type CardSearchProps = { ref: Ref<HTMLInputElement>; text: string; onText: (text: string) => void }

/** Narrows the cards by name while typing; Escape empties it and then leaves. */
export function CardSearch({ ref, text, onText }: CardSearchProps) {
  const { t } = useI18n()
  return (
    <div className="relative min-w-40 flex-1 sm:w-44 sm:flex-none">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-faint"
      />
      <Input
        ref={ref}
        type="search"
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          if (text) onText('')
          else event.currentTarget.blur()
        }}
        placeholder={t('cards.filter.text')}
        aria-label={t('cards.filter.text')}
        className="h-9 pl-9 [&::-webkit-search-cancel-button]:hidden"
      />
    </div>
  )
}
