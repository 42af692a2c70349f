'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useI18n } from '@/components/shell/i18n'
import { useUploadRows } from '../queue/upload-context'
import { UploadActions } from './upload-actions'
import { UploadSummary } from './upload-summary'

/** Keeps the uploads in sight on all pages but the desk, where they have their own place. */
export function UploadTray() {
  const { t } = useI18n()
  const { items, totals } = useUploadRows()
  const isOnDesk = usePathname() === '/'
  if (isOnDesk || items.length === 0 || totals.files === 0) return null
  return (
    <section
      aria-label={t('uploads.title')}
      className="animate-enter fixed right-3 bottom-20 left-3 z-30 rounded-xl border bg-raised p-3 pl-4 shadow-large sm:left-auto sm:w-96 lg:right-5 lg:bottom-5"
    >
      <div className="flex items-start gap-3">
        <UploadSummary totals={totals} />
        <UploadActions totals={totals} />
      </div>
      <Link href="/" className="mt-1 inline-block py-0.5 text-accent text-sm underline">
        {t('uploads.show')}
      </Link>
    </section>
  )
}
