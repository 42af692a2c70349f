import type { Ref } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { SearchInput } from '@/components/ui/controls/search-input'

type CardSearchProps = { ref: Ref<HTMLInputElement>; text: string; onText: (text: string) => void }

/** Narrows the cards by name while typing; Escape empties it and then leaves. */
export function CardSearch({ ref, text, onText }: CardSearchProps) {
  const { t } = useI18n()
  return (
    <SearchInput
      ref={ref}
      label={t('cards.filter.text')}
      boxClassName="min-w-40 flex-1 sm:w-44 sm:flex-none"
      value={text}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        if (text) onText('')
        else event.currentTarget.blur()
      }}
      placeholder={t('cards.filter.text')}
    />
  )
}
