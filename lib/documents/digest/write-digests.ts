import 'server-only'
import { organisationTimeZone, publicUrl } from '@/lib/env'
import { isErrorCode } from '@/lib/errors'
import { defaultLocale } from '@/lib/i18n/catalogues'
import { isDigestDue } from './digest-due'
import { digestLetter, type FinishedDocument } from './digest-letter'
import { type DigestCandidate, listDigestCandidates, writeDigestOnce } from './digest-store'

/**
 * Writes a digest for everyone who wants one and is due. What is told is read from the documents themselves, so nothing
 * is lost when a process dies; the mail and the mark of what was told are one transaction.
 */
export async function writeDigests(now = new Date()): Promise<void> {
  for (const candidate of await listDigestCandidates()) {
    if (isDigestDue({ ...candidate, now })) await writeDigest(candidate)
  }
}

function writeDigest({ id, open, lastEndedAt }: DigestCandidate): Promise<void> {
  return writeDigestOnce({
    personId: id,
    compose: ({ person, documents, upTo }) => ({
      ...digestLetter({
        locale: person.locale ?? defaultLocale,
        timeZone: organisationTimeZone(),
        name: person.name,
        documents: documents.map(toFinished),
        open,
        lastEndedAt,
        deskUrl: publicUrl(),
      }),
      kind: 'digest',
      key: `digest/${id}/${upTo.toISOString()}`,
      recipient: person.email,
    }),
  })
}

type EndedRow = { name: string; state: string; errorCode: string | null; toReview: number }

function toFinished(row: EndedRow): FinishedDocument {
  const errorCode = row.errorCode && isErrorCode(row.errorCode) ? row.errorCode : null
  const { name, toReview } = row
  return { name, state: row.state === 'failed' ? 'failed' : 'done', errorCode, toReview }
}
