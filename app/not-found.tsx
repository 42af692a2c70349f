import { FileQuestion } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/controls/button'
import { EmptyState } from '@/components/ui/empty-state'
import { pageTranslate } from '@/lib/i18n/page'

export default async function NotFound() {
  const t = await pageTranslate()
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <EmptyState
        icon={<FileQuestion aria-hidden />}
        title={t('problem.not_found')}
        actions={
          <Button asChild variant="primary">
            <Link href="/">{t('problem.home')}</Link>
          </Button>
        }
      >
        {t('problem.not_found_hint')}
      </EmptyState>
    </main>
  )
}
