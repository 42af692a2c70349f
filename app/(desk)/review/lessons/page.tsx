import type { Metadata } from 'next'
import { LessonsScreen } from '@/components/lessons/lessons-screen'
import { requirePageUser } from '@/lib/http/auth'
import { pageTranslate } from '@/lib/i18n/page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageTranslate()
  return { title: t('lessons.title') }
}

export default async function LessonsPage() {
  await requirePageUser({ ability: 'lessons', path: '/review/lessons' })
  return <LessonsScreen />
}
