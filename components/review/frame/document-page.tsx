'use client'

import { useQuery } from '@tanstack/react-query'
import { useConnection } from '@/components/shell/live/live-connection'
import { LoadProblem } from '@/components/shell/load-problem'
import { Skeleton } from '@/components/ui/skeleton'
import { isTerminal } from '@/lib/documents/model/status'
import { documentDetailQuery, documentRemovedQuery } from '@/lib/documents/queries'
import { ReplyError } from '@/lib/fetch-json'
import { DocumentReview } from './document-review'
import { NoDocument } from './no-document'

const pollMs = 4_000

/** Fetches the document and keeps it true; without the event stream it asks again while there is something to wait for. */
export function DocumentPage({ id }: { id: string }) {
  const { status: line } = useConnection()
  const { data, error, isPending, refetch } = useQuery({
    ...documentDetailQuery(id),
    refetchInterval: ({ state }) =>
      line !== 'live' && state.data && !isTerminal(state.data.state) ? pollMs : false,
  })
  const { data: isRemoved } = useQuery(documentRemovedQuery(id))
  if (isRemoved) return <NoDocument isDeleted />
  if (error instanceof ReplyError && error.status === 404) return <NoDocument />
  if (data) return <DocumentReview key={id} document={data} />
  return isPending ? <ReviewSkeleton /> : <LoadProblem error={error} onRetry={() => void refetch()} />
}

const lines = ['one', 'two', 'three', 'four', 'five', 'six', 'seven']

function ReviewSkeleton() {
  return (
    <div aria-hidden>
      <Skeleton className="mb-3 h-8 w-28" />
      <Skeleton className="h-7 w-72 max-w-full" />
      <Skeleton className="mt-2 mb-5 h-4 w-96 max-w-full" />
      <div className="grid gap-4 lg:h-[calc(100dvh-10.75rem)] lg:grid-cols-[54fr_46fr]">
        <Skeleton className="hidden rounded-2xl lg:block" />
        <div className="flex flex-col gap-4 rounded-2xl border bg-surface p-5">
          {lines.map((line) => (
            <Skeleton key={line} className="h-5" />
          ))}
        </div>
      </div>
    </div>
  )
}
