'use client'

import { ArrowUp } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { maxArrivals } from '@/lib/documents/queries'

/** Said and pressed by those who want it: rows never move under a pointer. */
export function ArrivalsButton({ count, onShow }: { count: number; onShow: () => void }) {
  const { t, format } = useI18n()
  const number = `${format.number(count)}${count >= maxArrivals ? '+' : ''}`
  return (
    <span role="status" className="print:hidden mb-2 ml-auto flex h-8 items-center">
      {count > 0 ? (
        <Button size="small" onClick={onShow} className="figures border-accent text-accent">
          <ArrowUp aria-hidden />
          <span>{t('table.arrived', { number })}</span>
        </Button>
      ) : null}
    </span>
  )
}
