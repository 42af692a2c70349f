import { useQuery } from '@tanstack/react-query'
import { vi } from 'vitest'
import { rememberList } from '@/components/documents/filters/last-list'
import { DocumentPage } from '@/components/review/frame/document-page'
import { OutboxProvider } from '@/components/review/outbox/outbox-provider'
import { usePendingDocument } from '@/components/review/outbox/use-pending-document'
import { PageFocusProvider, usePageFocus } from '@/components/review/page/page-focus'
import { PageMarks } from '@/components/review/page/page-marks'
import { toMarks } from '@/components/review/page/page-view'
import { buildDocumentTree } from '@/components/review/result/document-tree'
import { listValues } from '@/components/review/result/result-tree'
import { useValueKeys } from '@/components/review/values/use-value-keys'
import { ValueSaveProvider } from '@/components/review/values/value-save'
import { ValuesView } from '@/components/review/values/values-view'
import { useI18n } from '@/components/shell/i18n'
import { ShortcutProvider } from '@/components/shell/keys/shortcut-provider'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { documentDetailQuery, documentListQuery } from '@/lib/documents/queries'
import type { Locale } from '@/lib/i18n/catalogues'
import { documentDetail, documentSummary } from './document-summary'
import { createClient, renderDesk } from './render'
import { stubServer } from './stub-server'

const uploader = 'uploader' as const

let person = 0

/** The values of a document as its page shows them, kept true by the cache, beside a page with their marks. */
export function renderValues(known: Partial<DocumentDetail>, { locale = 'en' as Locale } = {}) {
  const client = createClient()
  const document = documentDetail(known)
  client.setQueryData(documentDetailQuery(document.id).queryKey, document)
  person += 1
  const view = renderDesk(
    <ShortcutProvider role={uploader}>
      <OutboxProvider personId={`values_${person}`} personName="Ana">
        <PageFocusProvider>
          <Values id={document.id} />
        </PageFocusProvider>
      </OutboxProvider>
    </ShortcutProvider>,
    { client, locale, timeZone: 'UTC' },
  )
  return { ...view, client, document }
}

function Values({ id }: { id: string }) {
  const { data } = useQuery(documentDetailQuery(id))
  useValueKeys()
  return data?.result ? <Shown saved={data} /> : null
}

function Shown({ saved }: { saved: DocumentDetail }) {
  const { locale } = useI18n()
  const { document } = usePendingDocument(saved)
  const nodes = buildDocumentTree({ document, locale })
  const values = listValues(nodes)
  return (
    <ValueSaveProvider id={document.id}>
      <ValuesView document={document} nodes={nodes} values={values} />
      <Page values={values} />
    </ValueSaveProvider>
  )
}

function Page({ values }: { values: ReturnType<typeof listValues> }) {
  const focus = usePageFocus()
  return (
    <div data-testid="page" data-page={focus?.evidence.page} data-how={focus?.how}>
      <PageMarks
        marks={toMarks({ values, textOf: ({ value }) => String(value) })}
        rotation={0}
        activePath={focus?.path ?? null}
        showAll={false}
        onChoose={() => {}}
      />
    </div>
  )
}

export const pageResult = { supplier: 'Acme', total: 12.5 }
const picture = { name: 'scan.png', contentType: 'image/png', pages: 3, result: pageResult }

/** The page of a picture that was read, reached from a list of three; on a screen too narrow for two panes unless `isWide`. */
export function openPage(
  known: Partial<DocumentDetail> = {},
  { answers = {}, locale = 'en' as Locale, isWide = false } = {},
) {
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    matches: isWide,
    addEventListener: () => {},
    removeEventListener: () => {},
  }))
  const client = createClient()
  const document = documentDetail({ ...picture, ...known })
  rememberList({ q: 'acme' })
  const beside = ['doc_0', 'doc_1', 'doc_2'].map((id) => documentSummary({ id }))
  client.setQueryData(documentDetailQuery('doc_1').queryKey, document)
  client.setQueryData(documentListQuery({ q: 'acme' }).queryKey, {
    pages: [{ documents: beside, nextCursor: null }],
    pageParams: [''],
  })
  const calls = stubServer(answers)
  person += 1
  const view = renderDesk(
    <OutboxProvider personId={`page_${person}`} personName="Ana">
      <DocumentPage id="doc_1" />
    </OutboxProvider>,
    { client, locale, path: '/documents/doc_1' },
  )
  return { ...view, client, calls, document }
}
