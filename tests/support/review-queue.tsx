import { screen } from '@testing-library/react'
import { OutboxProvider } from '@/components/review/outbox/outbox-provider'
import { type ReviewChange, withPending } from '@/components/review/outbox/review-change'
import { ReviewQueue } from '@/components/review/queue/review-queue'
import { ShortcutProvider } from '@/components/shell/keys/shortcut-provider'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { documentDetail } from './document-summary'
import { renderDesk } from './render'
import { type Call, stubServer } from './stub-server'

export const claim = { page: 1, confidence: 0.4, text: 'printed' }
export const result = {
  supplier: 'Acme',
  total: 12.5,
  _evidence: { supplier: claim, total: claim },
}
const role = 'uploader' as const
export const by = { id: 'usr_1', name: 'Ana' }
let person = 0

/** What a call asks for, as the server does it. */
function toChange({ id, call: { path, body } }: { id: string; call: Call }): ReviewChange {
  const made = { key: '1', documentId: id, at: '2026-11-21T10:00:00.000Z' }
  const kind = path.endsWith('/values') ? 'correct' : path.endsWith('/checked') ? 'check' : 'confirm'
  return { kind, ...made, ...(body as object) } as ReviewChange
}

/** The queue of a person of their own, with documents handed out one after the other. */
export function openQueue(
  documents: Partial<DocumentDetail>[],
  { answers = {}, locale = 'en' as 'en' | 'es', claimed = [] as unknown[] } = {},
) {
  const known = new Map(
    documents.map((one) => {
      const document = documentDetail({ result, originalAvailable: false, ...one })
      return [document.id, document]
    }),
  )
  const answer = (call: Call) => {
    const id = call.path.split('/')[3] ?? ''
    const before = known.get(id) ?? documentDetail()
    const after = withPending({ document: before, changes: [toChange({ id, call })], by })
    known.set(id, { ...after, version: before.version + 1 })
    return known.get(id)
  }
  const calls = stubServer({
    'GET /api/reviews': { documents: known.size, steps: [], suppliers: [], claimed },
    'POST /api/reviews/next': ({ body }: Call) => {
      const { without } = body as { without: string[] }
      return { document: [...known.values()].find(({ id }) => !without.includes(id)) ?? null }
    },
    ...Object.fromEntries(
      [...known.keys()].flatMap((id) =>
        ['confirmations', 'values', 'checked'].map((part) => [`PUT /api/documents/${id}/${part}`, answer]),
      ),
    ),
    'GET /api/steps': { steps: [] },
    ...answers,
  })
  localStorage.clear()
  Element.prototype.scrollIntoView = () => {}
  person += 1
  const view = renderDesk(
    <ShortcutProvider role={role}>
      <OutboxProvider personId={`usr_${person}`} personName={by.name}>
        <ReviewQueue person={by} />
      </OutboxProvider>
    </ShortcutProvider>,
    { locale, path: '/review', timeZone: 'UTC' },
  )
  const sent = () =>
    calls.flatMap(({ method, path, body }) =>
      method === 'PUT' && path.startsWith('/api/documents') ? [[path.split('/').at(-1), body]] : [],
    )
  const detailOf = (id: string) => known.get(id) ?? documentDetail()
  return { ...view, calls, sent, detailOf }
}
export const field = (name: RegExp) => screen.findByRole('textbox', { name })
export const supplier = /^Supplier, 1 of 2/
export const total = /^Total, 2 of 2/
