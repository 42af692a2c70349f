'use client'

import { useQuery } from '@tanstack/react-query'
import { useLine } from '@/components/shell/live/live-line'
import { LoadProblem } from '@/components/shell/load-problem'
import { documentDetailQuery, documentRemovedQuery } from '@/lib/documents/queries'
import { isTerminal } from '@/lib/documents/status'
import { ReplyError } from '@/lib/http/fetch-json'
import { DocumentReview } from './document-review'
import { NoDocument } from './no-document'
import { ReviewSkeleton } from './review-skeleton'

const askAgainMs = 4_000

/** Fetches the document and keeps it true; without the event stream it asks again while there is something to wait for. */
export function DocumentPage({ id }: { id: string }) {
  const { status: line } = useLine()
  const { data, error, isPending, refetch } = useQuery({
    ...documentDetailQuery(id),
    refetchInterval: ({ state }) =>
      line !== 'live' && state.data && !isTerminal(state.data.state) ? askAgainMs : false,
  })
  const { data: isRemoved } = useQuery(documentRemovedQuery(id))
  if (isRemoved) return <NoDocument wasHere />
  if (error instanceof ReplyError && error.status === 404) return <NoDocument />
  if (data) return <DocumentReview key={id} document={data} />
  return isPending ? <ReviewSkeleton /> : <LoadProblem error={error} onRetry={() => void refetch()} />
}
