import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { fetchJson } from '../fetch-json'
import {
  claimAnswerSchema,
  nextReviewAnswerSchema,
  type QueueFilter,
  reviewQueueSchema,
} from './model/review-queue'

const reviewPaths = {
  queue: (search: URLSearchParams) => `/api/reviews?${search}`,
  next: '/api/reviews/next',
  claim: (documentId: string) => `/api/reviews/${encodeURIComponent(documentId)}`,
}

/** How much waits for a person and who is at it. Others change it, so it is asked for anew. */
export const reviewQueueQuery = (filter: QueueFilter = {}) =>
  queryOptions({
    queryKey: ['reviews', filter],
    queryFn: ({ signal }) =>
      fetchJson({ path: reviewPaths.queue(queueFilterToSearch(filter)), schema: reviewQueueSchema, signal }),
    refetchInterval: 20_000,
  })

export function queueFilterToSearch(filter: QueueFilter): URLSearchParams {
  const chosen = Object.entries(filter).flatMap(([key, value]) => (value ? [[key, String(value)]] : []))
  return new URLSearchParams(chosen)
}

/** Claims the next document for this person; null where none is free. */
export const takeNextReview = (wanted: QueueFilter & { without: string[] }) =>
  fetchJson({ path: reviewPaths.next, method: 'POST', body: wanted, schema: nextReviewAnswerSchema })

/** Holds a document for longer; ReplyError `document.in_review` where another person has it. */
export const claimReview = ({ id, takeOver = false }: { id: string; takeOver?: boolean }) =>
  fetchJson({ path: reviewPaths.claim(id), method: 'PUT', body: { takeOver }, schema: claimAnswerSchema })

export const releaseReview = (id: string, { keepalive = false } = {}) =>
  fetchJson({ path: reviewPaths.claim(id), method: 'DELETE', schema: z.null(), keepalive })
