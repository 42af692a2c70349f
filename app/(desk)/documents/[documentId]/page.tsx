import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { DocumentPage } from '@/components/review/frame/document-page'
import { documentPaths } from '@/lib/documents/queries'
import { requireVisible } from '@/lib/documents/read/get-document'
import { AppError } from '@/lib/errors'
import { requirePageUser } from '@/lib/http/auth'
import { pageTranslate } from '@/lib/i18n/page'

type Props = { params: Promise<{ documentId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const name = await findName((await params).documentId)
  return { title: name ?? (await pageTranslate())('review.not_found') }
}

export default async function ReviewPage({ params }: Props) {
  const { documentId } = await params
  if ((await findName(documentId)) === null) notFound()
  return <DocumentPage id={documentId} />
}

/** The name of a document the reader may see, else null. Asked once for title and page. */
const findName = cache(async (id: string): Promise<string | null> => {
  const user = await requirePageUser({ ability: 'documents', path: documentPaths.page(id) })
  try {
    return (await requireVisible({ user, id })).name
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'document.not_found') return null
    throw thrown
  }
})
