import type { Metadata } from 'next'
import { DocumentPage } from '@/components/review/document-page'
import { requirePageUser } from '@/lib/auth'
import { getVisibleRow } from '@/lib/documents/get-document'
import { documentPaths } from '@/lib/documents/queries'
import { pageTranslate } from '@/lib/i18n/page'

type Props = { params: Promise<{ documentId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { documentId } = await params
  const user = await requirePageUser({ ability: 'documents', path: documentPaths.page(documentId) })
  const row = await getVisibleRow({ user, id: documentId }).catch(() => null)
  const t = await pageTranslate()
  return { title: row?.name ?? t('review.not_found') }
}

export default async function ReviewPage({ params }: Props) {
  const { documentId } = await params
  await requirePageUser({ ability: 'documents', path: documentPaths.page(documentId) })
  return <DocumentPage id={documentId} />
}
