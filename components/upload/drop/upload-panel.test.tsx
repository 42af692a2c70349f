// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it, test, vi } from 'vitest'
import { liveDocumentsQuery } from '@/lib/documents/queries'
import { documentSummary } from '@/tests/support/document-summary'
import { inSpanish, renderDesk, t } from '@/tests/support/render'
import { refusal, stubServer } from '@/tests/support/stub-server'
import { createUploads, uploadItem } from '@/tests/support/uploads'
import { UploadContext } from '../queue/upload-context'
import { type DetailLine, type UploadChoices, useUploadOptions } from '../queue/use-upload-options'
import { UploadPanel } from './upload-panel'

const resetsAt = '2026-12-01T03:00:00.000Z'
const remaining = {
  timeZone: 'America/Santiago',
  quota: 100,
  used: 60,
  left: 40,
  pending: 10,
  level: 'calm',
  resetsAt,
}

function openPanel(
  choices: Partial<UploadChoices> = {},
  { left = remaining as unknown, items = [] as never[], locale = 'en' as 'en' | 'es', isEmpty = true } = {},
) {
  stubServer({ 'GET /api/usage/remaining': left })
  const uploads = createUploads(items, choices)
  return { ...renderDesk(<UploadPanel isEmpty={isEmpty} />, { uploads, locale }), uploads }
}
const button = (name: string | RegExp) => screen.getByRole('button', { name })

test('files and folders are chosen by button, files by a key as well', async () => {
  const { user, uploads } = openPanel()
  await user.click(button(t('upload.choose_files')))
  await user.click(button(t('upload.choose_folder')))
  await user.keyboard('u')
  expect(uploads.chooseFiles).toHaveBeenCalledTimes(2)
  expect(uploads.chooseFolder).toHaveBeenCalledOnce()
  expect(
    screen.getByText(
      t('upload.limits', { kinds: 'PDF, JPEG, PNG, GIF, BMP, WebP, HEIC, TIFF', limit: '100 MB' }),
    ),
  ).toBeTruthy()
})

test('after the first document there is a bar in its place, with the same choices', async () => {
  const { client, user, uploads } = openPanel()
  expect(screen.getByText(t('upload.drop.hint'))).toBeTruthy()
  act(() => {
    client.setQueryData(liveDocumentsQuery.queryKey, { documents: [documentSummary()], nextCursor: null })
  })
  await waitFor(() => expect(screen.queryByText(t('upload.drop.hint'))).toBeNull())
  expect(screen.getByRole('combobox', { name: t('upload.step') })).toBeTruthy()
  await user.click(button(t('upload.choose_files')))
  await user.click(button(t('upload.choose_folder')))
  await user.keyboard('u')
  expect(uploads.chooseFiles).toHaveBeenCalledTimes(2)
  expect(uploads.chooseFolder).toHaveBeenCalledOnce()
})

test('a desk that has documents shows the bar from the first moment', () => {
  openPanel({}, { isEmpty: false })
  expect(screen.queryByText(t('upload.drop.hint'))).toBeNull()
})

describe('the step', () => {
  const steps = [
    { id: 'a', name: 'Invoices' },
    { id: 'b', name: 'Receipts' },
  ]

  it('of the next files is chosen from those there are', async () => {
    const { user, uploads } = openPanel({ steps, step: steps[0] })
    const box = screen.getByRole('combobox', { name: t('upload.step') })
    expect(box.textContent).toBe('Invoices')
    box.focus()
    await user.keyboard('{Enter}')
    await user.click(screen.getByRole('option', { name: 'Receipts' }))
    expect(uploads.choices.chooseStep).toHaveBeenCalledExactlyOnceWith('b')
  })

  it('that did not load can be asked for again', () => {
    openPanel({ steps: [], step: undefined, status: 'error' })
    expect(within(screen.getByRole('alert')).getByRole('button', { name: t('common.retry') })).toBeTruthy()
  })

  it('of a desk that has none is said to be missing, in the reader’s language', () => {
    openPanel({ steps: [], step: undefined }, { locale: 'es' })
    expect(screen.getByText(inSpanish('upload.step.none'))).toBeTruthy()
  })

  it('is not asked for while it loads', () => {
    openPanel({ steps: [], step: undefined, status: 'pending' })
    expect(screen.queryByText(t('upload.step.none'))).toBeNull()
    expect(screen.queryByRole('combobox')).toBeNull()
  })
})

function PanelWithDetails({ onDetails }: { onDetails: (details: DetailLine[]) => void }) {
  const [details, setDetails] = useState<DetailLine[]>([])
  const change = (next: DetailLine[]) => {
    setDetails(next)
    onDetails(next)
  }
  return (
    <UploadContext value={createUploads([], { details, setDetails: change })}>
      <UploadPanel isEmpty />
    </UploadContext>
  )
}

test('details are named and given in lines, added and taken away', async () => {
  stubServer({ 'GET /api/usage/remaining': remaining })
  const onDetails = vi.fn()
  const { user } = renderDesk(<PanelWithDetails onDetails={onDetails} />)
  await user.click(button(t('upload.details.count', { count: 0 })))
  expect(onDetails).toHaveBeenLastCalledWith([{ id: 1, name: '', value: '' }])
  await user.type(screen.getByLabelText(t('upload.details.name')), 'order')
  await user.type(screen.getByLabelText(t('upload.details.value')), '7')
  await user.click(button(t('upload.details.add')))
  expect(onDetails).toHaveBeenLastCalledWith([
    { id: 1, name: 'order', value: '7' },
    { id: 2, name: '', value: '' },
  ])
  await user.click(button(t('upload.details.remove', { name: t('upload.details.unnamed') })))
  expect(onDetails).toHaveBeenLastCalledWith([{ id: 1, name: 'order', value: '7' }])
  await user.keyboard('{Escape}')
  await user.click(button(t('upload.details.count', { count: 1 })))
  expect(screen.getAllByLabelText(t('upload.details.name'))).toHaveLength(1)
})

describe('the pages left', () => {
  const words = async (left: number) => screen.findByText(t('upload.pages_left', { left }))
  const busy = (pages: number) => [uploadItem({ kind: 'queued' }, { pages })] as never[]

  it('this month stand beside the drop area, with when they come again', async () => {
    openPanel()
    expect((await words(40)).title).toBe(
      t('upload.pages_left.title', { date: 'Dec 1, 2026', zone: 'Santiago' }),
    )
    expect((await words(40)).className).not.toContain('text-attention')
  })

  it.each([
    [30, false],
    [31, true],
  ])(
    'are said to be short with %d pages on their way, and ten that are being read: %s',
    async (pages, isShort) => {
      openPanel({}, { items: busy(pages) })
      await waitFor(async () => expect((await words(40)).className.includes('text-attention')).toBe(isShort))
    },
  )

  it('are said to be short where there are none but those being read', async () => {
    openPanel({}, { left: { ...remaining, left: 10 } })
    expect((await words(10)).className).toContain('text-attention')
  })

  it.each([{ ...remaining, quota: null, left: null }, refusal({ status: 500 })])(
    'are not spoken of where there is no quota, or nobody knows',
    async (left) => {
      const { client } = openPanel({}, { left })
      await waitFor(() => expect(client.isFetching()).toBe(0))
      expect(screen.queryByText(/left this month/)).toBeNull()
    },
  )
})

const steps = [
  { id: 'a', name: 'Invoices' },
  { id: 'b', name: 'Receipts' },
]

function Options() {
  const { step, chooseStep, setDetails, readOptions } = useUploadOptions()
  const [read, setRead] = useState('')
  const details = [
    { id: 1, name: ' order ', value: ' 7 ' },
    { id: 2, name: ' ', value: 'lost' },
    { id: 3, name: 'order', value: '8' },
  ]
  return (
    <>
      <p>{step?.name ?? 'none'}</p>
      <button type="button" onClick={() => chooseStep('b')}>
        choose
      </button>
      <button type="button" onClick={() => setDetails(details)}>
        details
      </button>
      <button type="button" onClick={async () => setRead(JSON.stringify(await readOptions()))}>
        read
      </button>
      <output>{read}</output>
    </>
  )
}
const options = async () => JSON.parse((await screen.findByText(/stepId/)).textContent ?? '')

test('files go to the first step, or to the one chosen in this browser before', async () => {
  stubServer({ 'GET /api/steps': { steps } })
  const { user, unmount } = renderDesk(<Options />)
  expect(await screen.findByText('Invoices')).toBeTruthy()
  await user.click(button('choose'))
  expect(screen.getByText('Receipts')).toBeTruthy()
  unmount()
  renderDesk(<Options />)
  expect(await screen.findByText('Receipts')).toBeTruthy()
})

test('what goes along has names without blanks around them; of two with one name the later counts', async () => {
  stubServer({ 'GET /api/steps': { steps } })
  const { user } = renderDesk(<Options />)
  await user.click(button('details'))
  await user.click(button('read'))
  expect(await options()).toEqual({ stepId: 'a', metadata: { order: '8' } })
})

test('files dropped before the steps are there wait for them; without any step they have none', async () => {
  localStorage.setItem('intray.step', 'b')
  stubServer({ 'GET /api/steps': { steps } })
  const { user, unmount } = renderDesk(<Options />)
  await user.click(button('read'))
  expect(await options()).toEqual({ stepId: 'b', metadata: {} })
  unmount()
  stubServer({})
  const offline = renderDesk(<Options />)
  await offline.user.click(button('read'))
  expect(await options()).toEqual({ stepId: '', metadata: {} })
})
