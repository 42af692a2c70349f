'use client'

import { useWords } from '@/components/shell/words'
import { Input } from '@/components/ui/controls/input'
import type { PageView } from './page-view'

type PageNumberProps = { view: PageView; onGo: (page: number) => void }

/** Says the page in sight and goes to the one typed in. */
export function PageNumber({ view, onGo }: PageNumberProps) {
  const { t, format } = useWords()
  const go = (text: string) => {
    const page = Math.round(Number(text))
    if (page >= 1 && page <= view.pageCount) onGo(page)
  }
  return (
    <span className="figures flex items-center gap-2 pl-1 text-ink-soft text-sm">
      <Input
        // A new key takes the page in sight over what stands in the box.
        key={view.page}
        defaultValue={view.page}
        inputMode="numeric"
        aria-label={t('review.viewer.page')}
        onBlur={(event) => go(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && go(event.currentTarget.value)}
        className="h-7 w-12 px-1 text-center shadow-none"
      />
      {t('review.viewer.page_of', { pages: format.number(view.pageCount) })}
    </span>
  )
}
