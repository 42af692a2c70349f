'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { GraduationCap } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { LoadProblem } from '@/components/shell/load-problem'
import { PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/controls/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Skeleton } from '@/components/ui/skeleton'
import { lessonsQuery } from '@/lib/lessons/queries'
import { SupplierLessons } from './supplier-lessons'

/** What was learnt from corrections, supplier by supplier. */
export function LessonsScreen() {
  const { t } = useI18n()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery(lessonsQuery)
  const suppliers = data?.pages.flatMap((page) => page.suppliers) ?? []
  return (
    <>
      <PageHeader title={t('lessons.title')} description={t('lessons.description')} />
      {data ? (
        <div className="flex flex-col gap-4">
          {suppliers.map((supplier) => (
            <SupplierLessons key={supplier.id} supplier={supplier} />
          ))}
          {suppliers.length === 0 ? (
            <EmptyState icon={<GraduationCap aria-hidden />} title={t('lessons.empty')}>
              {t('lessons.empty_hint')}
            </EmptyState>
          ) : null}
          {hasNextPage ? (
            <div className="flex justify-center">
              <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t('lessons.more')}
              </Button>
            </div>
          ) : null}
        </div>
      ) : error ? (
        <LoadProblem error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton className="h-64 rounded-2xl" />
      )}
    </>
  )
}
