import type { Metadata } from 'next'
import { ReviewQueue } from '@/components/review/queue/review-queue'
import { requirePageUser } from '@/lib/http/auth'
import { pageTranslate } from '@/lib/i18n/page'
import { can } from '@/lib/people/roles'

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageTranslate()
  return { title: t('review.queue.title') }
}

export default async function ReviewPage() {
  const { id, name, role } = await requirePageUser({ ability: 'review', path: '/review' })
  return <ReviewQueue person={{ id, name }} seesLessons={can(role, 'lessons')} />
}
