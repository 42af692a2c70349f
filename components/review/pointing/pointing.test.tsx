// @vitest-environment jsdom
import { useQuery } from '@tanstack/react-query'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { useI18n } from '@/components/shell/i18n'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { documentDetailQuery } from '@/lib/documents/queries'
import { documentDetail } from '@/tests/support/document-summary'
import { createClient, renderDesk, t } from '@/tests/support/render'
import { stubServer } from '@/tests/support/stub-server'
import { OutboxProvider } from '../outbox/outbox-provider'
import { PageFocusProvider } from '../page/page-focus'
import { buildDocumentTree } from '../result/document-tree'
import { listValues } from '../result/result-tree'
import { TableWorkProvider } from '../table/table-work'
import { ValueSaveProvider } from '../values/value-save'
import { ValuesView } from '../values/values-view'
import { PointingProvider } from './pointing'
import { WordLayer } from './word-layer'

const result = {
  supplier: 'Acme',
  total: 1250,
  issued: '2026-03-01',
  lines: [{ item: 'Pens', amount: 4 }],
  _evidence: { total: { page: 1, box: [0.5, 0.3, 0.1, 0.01], text: '1.250', confidence: 0.5 } },
}

const word = (text: string, x: number, y: number) => ({
  text,
  box: [x, y, 0.1, 0.01],
  confidence: 1,
  source: 'text',
})
const words = [
  word('Acme', 0.1, 0.1),
  word('Ltd', 0.21, 0.1),
  word('05/04/2026', 0.7, 0.1),
  word('1.250', 0.5, 0.3),
  word('9.297', 0.5, 0.4),
  word('Total', 0.1, 0.4),
]
const page = { page: 1, width: 595, height: 842, words }

beforeEach(() => {
  // So that a point of the page is a thousandth of it.
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 1000, 1000))
})

function Form({ id }: { id: string }) {
  const { locale } = useI18n()
  const { data: document } = useQuery(documentDetailQuery(id))
  if (!document) return null
  const nodes = buildDocumentTree({ document, locale })
  const values = listValues(nodes)
  return (
    <PageFocusProvider>
      <PointingProvider document={document} values={values}>
        <ValueSaveProvider id={id}>
          <TableWorkProvider document={document} values={values}>
            <ValuesView document={document} nodes={nodes} values={values} />
          </TableWorkProvider>
        </ValueSaveProvider>
        <div data-testid="page">
          <WordLayer page={1} rotation={0} />
        </div>
      </PointingProvider>
    </PageFocusProvider>
  )
}

function openForm({
  kept = [page],
  known = {},
}: {
  kept?: unknown[] | null
  known?: Partial<DocumentDetail>
} = {}) {
  const client = createClient()
  const document = documentDetail({ result, pages: 1, ...known })
  client.setQueryData(documentDetailQuery(document.id).queryKey, document)
  const calls = stubServer({
    'GET /api/documents/doc_1/words': { pageCount: kept && 1, pages: kept },
    'PUT /api/documents/doc_1/values': document,
  })
  const view = renderDesk(
    <OutboxProvider personId="usr_point" personName="Ana">
      <Form id={document.id} />
    </OutboxProvider>,
    { client, timeZone: 'UTC' },
  )
  const bodies = () => calls.filter(({ method }) => method === 'PUT').map(({ body }) => body)
  return { ...view, calls, bodies }
}

const edit = (label: string) => screen.getByRole('button', { name: t('review.edit.open', { label }) })
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(t('review.edit.field', { label }))

async function layer(): Promise<HTMLElement> {
  const found = await waitFor(() => {
    const element = screen.getByTestId('page').querySelector<HTMLElement>(`[data-words="${words.length}"]`)
    if (!element) throw new Error('no words yet')
    return element
  })
  return found
}

/** jsdom knows no pointer events of its own. */
function point(element: HTMLElement, type: string, [x, y]: [number, number]) {
  const event = new MouseEvent(type, {
    bubbles: true,
    cancelable: true,
    clientX: x * 1000,
    clientY: y * 1000,
  })
  fireEvent(element, Object.assign(event, { pointerId: 1, pointerType: 'mouse' }))
}
function draw(element: HTMLElement, from: [number, number], to: [number, number]) {
  point(element, 'pointermove', from)
  point(element, 'pointerdown', from)
  point(element, 'pointermove', to)
  point(element, 'pointerup', to)
}

test('a click on a word puts its value into the field, as the paper writes it, and its place is saved with it', async () => {
  const { user, bodies } = openForm()
  await user.click(edit('Total'))
  draw(await layer(), [0.55, 0.405], [0.55, 0.405])
  expect(field('Total').value).toBe('9297')
  expect(bodies()).toEqual([])
  await user.keyboard('{Enter}')
  await waitFor(() =>
    expect(bodies()).toEqual([
      {
        path: 'total',
        value: 9297,
        was: 1250,
        place: { page: 1, box: [0.5, 0.4, 0.1, 0.01], text: '9.297' },
      },
    ]),
  )
})

test('a drag takes all words it goes over; typed over, the place is gone', async () => {
  const { user, bodies } = openForm()
  await user.click(edit('Supplier'))
  draw(await layer(), [0.15, 0.105], [0.26, 0.105])
  expect(field('Supplier').value).toBe('Acme Ltd')
  expect(document.activeElement).toBe(field('Supplier'))
  await user.keyboard('.{Enter}')
  await waitFor(() => expect(bodies()).toEqual([{ path: 'supplier', value: 'Acme Ltd.', was: 'Acme' }]))
})

test('what does not fit the field is said beside it, and nothing is put in or saved', async () => {
  const { user, bodies } = openForm()
  await user.click(edit('Total'))
  draw(await layer(), [0.15, 0.405], [0.15, 0.405])
  expect(screen.getByRole('alert').textContent).toBe(
    t('review.point.misfit', { text: 'Total', kind: 'number' }),
  )
  expect(field('Total').value).toBe('1250')
  expect(bodies()).toEqual([])
})

test('a day is understood from the page too, in the cell of a table as well', async () => {
  const { user, bodies } = openForm()
  await user.click(edit('Issued'))
  draw(await layer(), [0.75, 0.105], [0.75, 0.105])
  expect(field('Issued').value).toBe('2026-05-04')
  await user.keyboard('{Escape}')
  await user.click(screen.getAllByRole('gridcell')[1] as HTMLElement)
  draw(await layer(), [0.55, 0.305], [0.55, 0.305])
  expect(field('Amount').value).toBe('1250')
  await user.keyboard('{Enter}')
  await waitFor(() =>
    expect(bodies()).toMatchObject([{ path: 'lines.0.amount', value: 1250, place: { text: '1.250' } }]),
  )
})

test('Alt and the arrows go through what fits, from where the value was read, and round', async () => {
  const { user, bodies } = openForm()
  await user.click(edit('Total'))
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await waitFor(() => expect(field('Total').value).toBe('9297'))
  const status = { text: '9.297', page: '1', at: '2', count: '2' }
  expect(await screen.findByText(t('review.point.at', status))).toBeTruthy()
  expect(screen.getByTestId('page').querySelector('[data-chosen]')).toBeTruthy()
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await waitFor(() => expect(field('Total').value).toBe('1250'))
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
  await waitFor(() => expect(field('Total').value).toBe('9297'))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(bodies()).toMatchObject([{ value: 9297, place: { page: 1, text: '9.297' } }]))
})

test('with Shift one word more or less; what was typed is where the way begins', async () => {
  const { user } = openForm()
  await user.click(edit('Supplier'))
  await user.clear(field('Supplier'))
  await user.keyboard('acm{Alt>}{ArrowDown}{/Alt}')
  await waitFor(() => expect(field('Supplier').value).toBe('Acme'))
  await user.keyboard('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}')
  await waitFor(() => expect(field('Supplier').value).toBe('Acme Ltd'))
  await user.keyboard('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}')
  await waitFor(() => expect(field('Supplier').value).toBe('Acme'))
})

test('where nothing fits, that is said; without a field no word can be pointed at', async () => {
  const { user } = openForm({ kept: null })
  expect(screen.getByTestId('page').children).toHaveLength(0)
  await user.click(edit('Total'))
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  expect(await screen.findByText(t('review.point.none'))).toBeTruthy()
})
