'use client'

import { Files, SearchX } from 'lucide-react'
import Link from 'next/link'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { EmptyState } from '@/components/ui/empty-state'

type NoDocumentsProps = { filtered: boolean; onClear: () => void }

/** Nothing for these filters is not the same as nothing at all. */
export function NoDocuments({ filtered, onClear }: NoDocumentsProps) {
  const { t } = useI18n()
  if (filtered) {
    return (
      <EmptyState
        icon={<SearchX aria-hidden />}
        title={t('table.none')}
        actions={<Button onClick={onClear}>{t('table.filter.clear')}</Button>}
      >
        {t('table.none_hint')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={<Files aria-hidden />}
      title={t('table.empty')}
      actions={
        <Button asChild variant="primary">
          <Link href="/">{t('table.empty_action')}</Link>
        </Button>
      }
    >
      {t('table.empty_hint')}
    </EmptyState>
  )
}
