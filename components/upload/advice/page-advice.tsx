import { TriangleAlert } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import type { PageFault } from './judge-page'

/** What could make a page hard to read: advice, which keeps nobody from sending it. */
export function PageAdvice({ page, faults }: { page: number; faults: readonly PageFault[] }) {
  const { t } = useI18n()
  return (
    <p role="status" className="flex min-h-6 items-center justify-center gap-1.5 pt-2 text-attention text-sm">
      {faults.length > 0 ? <TriangleAlert aria-hidden className="size-4 shrink-0" /> : null}
      <span>{faults.map((fault) => t(`photo.advice.${fault}`, { page })).join(' ')}</span>
    </p>
  )
}
