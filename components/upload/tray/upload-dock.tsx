'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { useUploadRows } from '../queue/upload-context'
import { countTrouble } from '../queue/upload-totals'
import { UploadBar } from './upload-bar'
import { UploadSummary } from './upload-summary'

/**
 * Keeps the uploads in sight on all pages but the desk, where they have their own place; gone once all is there. It
 * has a place of its own in the frame of the page, so that it never lies over anything.
 */
export function UploadDock({ className }: { className?: string }) {
  const { t } = useI18n()
  const { totals } = useUploadRows()
  const isOnDesk = usePathname() === '/'
  if (isOnDesk || totals.busy + countTrouble(totals) === 0) return null
  return (
    <section
      aria-label={t('uploads.title')}
      className={classNames('rounded-xl border bg-raised p-2.5 shadow-small', className)}
    >
      <UploadSummary totals={totals} />
      <UploadBar totals={totals} className="mt-1.5" />
      <Link href="/" className="mt-1 inline-block py-0.5 text-accent text-sm underline">
        {t('uploads.show')}
      </Link>
    </section>
  )
}
