import type { ErrorCode } from '@/lib/errors'
import { createFormatter } from '@/lib/format'
import type { Locale } from '@/lib/i18n/catalogues'
import { errorMessage } from '@/lib/i18n/error-message'
import { createTranslate } from '@/lib/i18n/translate'
import { type RenderedLetter, renderLetter } from '@/lib/mail/letter'

export type FinishedDocument = {
  name: string
  state: 'done' | 'failed'
  errorCode: ErrorCode | null
  toReview: number
}

type Digest = {
  locale: Locale
  timeZone: string
  name: string
  documents: FinishedDocument[]
  /** How many of the person's documents are still on their way. */
  open: number
  lastEndedAt: Date
  /** Without a trailing slash. */
  deskUrl: string
}

const namesShown = 20

/** Tells a person which of their documents ended and how: names and states, and nothing of what was read. */
export function digestLetter(digest: Digest): RenderedLetter {
  const { locale, timeZone, name, documents, open, lastEndedAt, deskUrl } = digest
  const t = createTranslate(locale)
  const format = createFormatter({ locale, timeZone })
  const done = documents.filter(({ state }) => state === 'done')
  const failed = documents.filter(({ state }) => state === 'failed')
  const counts = { done: done.length, failed: failed.length }
  const reason = ({ errorCode }: FinishedDocument) =>
    errorMessage(t, { code: errorCode ?? 'upstream.failed' })
  const named = ({ name: document, toReview }: FinishedDocument) =>
    toReview > 0 ? t('mail.digest.to_review', { name: document, number: format.number(toReview) }) : document
  return renderLetter({
    locale,
    subject: t(`mail.digest.subject_${caseOf(counts)}`, counts),
    blocks: [
      t('mail.hello', { name }),
      `${t(`mail.digest.text_${caseOf(counts)}`, counts)} ${t('mail.digest.last', { open, when: t('time.zoned', { time: format.dateTime(lastEndedAt), zone: format.zone }) })}`,
      ...listed({
        title: t('mail.digest.failed'),
        items: failed.map((one) => `${one.name}: ${reason(one)}`),
      }),
      ...listed({ title: t('mail.digest.done'), items: done.map(named) }),
      { link: `${deskUrl}/documents`, label: t('mail.open_documents') },
    ],
    footer: t('mail.digest.footer', { address: `${deskUrl}/account` }),
  })

  function listed({ title, items }: { title: string; items: string[] }) {
    if (items.length === 0) return []
    const others = items.length - namesShown
    const shown = items.slice(0, namesShown)
    return [title, { list: others > 0 ? [...shown, t('mail.digest.others', { count: others })] : shown }]
  }
}

function caseOf({ done, failed }: { done: number; failed: number }): 'done' | 'failed' | 'both' {
  if (failed === 0) return 'done'
  return done === 0 ? 'failed' : 'both'
}
