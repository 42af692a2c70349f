// @vitest-environment jsdom

import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Box } from '@/lib/documents/attention/evidence'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { documentDetail } from '@/tests/support/document-summary'
import { inSpanish, renderDesk, t } from '@/tests/support/render'
import { OriginalPane } from './original-pane'
import { PageFocusProvider, useSetPageFocus } from './page-focus'
import type { Mark } from './page-view'

const mark = (path: string, box: Box): Mark => ({
  path,
  label: path,
  text: `text of ${path}`,
  evidence: { page: 1, box, text: null, confidence: null },
})
const marks = [mark('total', [0.5, 0.25, 0.2, 0.1]), mark('date', [0, 0, 0.1, 0.1])]

/** The pane is 448 wide and 348 high, of which 24 on each side are margin. */
beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(readonly onResize: () => void) {}
      observe() {
        this.onResize()
      }
      unobserve() {}
      disconnect() {}
    },
  )
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(448)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(348)
})

function Pointer({ shown }: { shown: Mark[] }) {
  const setFocus = useSetPageFocus()
  const [first] = shown
  if (!first) return null
  const { path, evidence } = first
  return (
    <button type="button" onClick={() => setFocus({ path, evidence, how: 'go' })}>
      point
    </button>
  )
}

function openPane({
  originalAvailable = true,
  converted = null as DocumentDetail['converted'],
  shown = marks,
  locale = 'en' as 'en' | 'es',
  hasKeys = true,
} = {}) {
  const onChoose = vi.fn()
  const document = documentDetail({
    name: 'scan.png',
    contentType: 'image/png',
    originalAvailable,
    converted,
  })
  const view = renderDesk(
    <PageFocusProvider>
      <OriginalPane document={document} marks={shown} hasKeys={hasKeys} onChoose={onChoose} />
      <Pointer shown={shown} />
    </PageFocusProvider>,
    { locale },
  )
  return { ...view, onChoose }
}
const picture = () => screen.getByAltText<HTMLImageElement>(t('review.viewer.label', { name: 'scan.png' }))

/** The picture comes as 800 by 600. */
function load() {
  Object.defineProperties(picture(), { naturalWidth: { value: 800 }, naturalHeight: { value: 600 } })
  fireEvent.load(picture())
}
const size = () => [picture().style.width, picture().style.height].map(Number.parseFloat)
const button = (key: Parameters<typeof t>[0]) => screen.getByRole('button', { name: t(key) })
const zoom = () => screen.getByLabelText(/^Zoom \d/).textContent

test('the picture is fetched from the document, and fitted to the width of its pane', () => {
  openPane()
  expect(picture().getAttribute('src')).toBe('/api/documents/doc_1/original')
  expect(screen.getByText(t('review.viewer.loading'))).toBeTruthy()
  load()
  expect(screen.queryByText(t('review.viewer.loading'))).toBeNull()
  expect(size()).toEqual([400, 300])
  expect(zoom()).toBe('50%')
  expect(button('review.viewer.fit_width').getAttribute('aria-pressed')).toBe('true')
})

test('it is fitted whole, zoomed by steps of a fifth, and back to the width', async () => {
  const { user } = openPane()
  load()
  await user.click(button('review.viewer.rotate'))
  // Turned on its side it is 600 wide and 800 high; 400 of width are two thirds.
  expect(zoom()).toBe('67%')
  await user.click(button('review.viewer.fit_page'))
  expect(zoom()).toBe('38%')
  expect(button('review.viewer.fit_width').getAttribute('aria-pressed')).toBe('false')
  await user.click(button('review.viewer.zoom_in'))
  expect(zoom()).toBe('45%')
  expect(button('review.viewer.fit_page').getAttribute('aria-pressed')).toBe('false')
  await user.click(button('review.viewer.zoom_out'))
  await user.click(button('review.viewer.zoom_out'))
  expect(zoom()).toBe('31%')
  await user.click(button('review.viewer.fit_width'))
  expect(zoom()).toBe('67%')
})

test('a quarter turn at a time brings it round', async () => {
  const { user } = openPane()
  load()
  for (const degrees of [90, 180, 270, 0]) {
    await user.keyboard('r')
    expect(picture().style.transform).toContain(`rotate(${degrees}deg)`)
  }
})

test('zooming ends at a tenth and at eight times the size', async () => {
  const { user } = openPane()
  load()
  await user.keyboard('-'.repeat(12))
  expect(zoom()).toBe('10%')
  await user.keyboard('+'.repeat(30))
  expect(zoom()).toBe('800%')
  await user.keyboard('=')
  expect(zoom()).toBe('800%')
})

test('all places are shown where they are asked for, and lead to their values', async () => {
  const { user, onChoose } = openPane()
  load()
  const place = (name: string) =>
    screen.queryByTitle(t('review.viewer.mark', { label: name, value: `text of ${name}` }))
  expect([place('total'), place('date')]).toEqual([null, null])
  await user.click(button('review.viewer.marks_show'))
  expect(place('date')).toBeTruthy()
  expect(place('total')?.style).toMatchObject({
    left: 'calc(50% - 3px)',
    top: 'calc(25% - 2px)',
    width: 'calc(20% + 6px)',
    height: 'calc(10% + 4px)',
  })
  fireEvent.click(place('total') as HTMLElement)
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('total')
  await user.keyboard('b')
  expect(place('date')).toBeNull()
})

test('a place turns with its page', async () => {
  const { user } = openPane()
  load()
  await user.keyboard('br')
  const place = screen.getByTitle(/^date/)
  expect([place.style.left, place.style.top]).toEqual(['calc(90% - 3px)', 'calc(0% - 2px)'])
})

test('the place of the value looked at is shown alone and brought into sight', async () => {
  const scrollBy = vi.spyOn(Element.prototype, 'scrollBy')
  const { user } = openPane()
  load()
  await user.click(screen.getByRole('button', { name: 'point' }))
  await waitFor(() => expect(screen.getByTitle(/^total/)).toBeTruthy())
  expect(screen.queryByTitle(/^date/)).toBeNull()
  expect(scrollBy).toHaveBeenCalled()
})

test('on a turned page the place is brought into sight where it is now', async () => {
  const scrollBy = vi.spyOn(Element.prototype, 'scrollBy')
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return new DOMRect(0, 0, 100, this.tagName === 'SECTION' ? 100 : 1000)
  })
  const { user } = openPane()
  load()
  await user.keyboard('r')
  await user.click(screen.getByRole('button', { name: 'point' }))
  await waitFor(() => expect(scrollBy).toHaveBeenCalled())
  const [[place] = []] = scrollBy.mock.calls as unknown as { top: number; left: number }[][]
  expect([place?.top, place?.left].map((part) => Math.round(part ?? 0))).toEqual([550, 20])
})

test('a page drawn out of sight leaves its keys to another', async () => {
  const { user } = openPane({ hasKeys: false })
  load()
  await user.keyboard('r')
  expect(picture().style.transform).toContain('rotate(0deg)')
})

test('where no place is known there is none to show', () => {
  openPane({ shown: [] })
  load()
  expect(screen.queryByRole('button', { name: t('review.viewer.marks_show') })).toBeNull()
})

test('a picture that cannot be shown can be downloaded, or opened anew', async () => {
  const { user } = openPane()
  fireEvent.error(picture())
  expect(screen.getByText(t('review.viewer.failed'))).toBeTruthy()
  const link = screen.getByRole('link', { name: t('review.download.original') })
  expect([link.getAttribute('href'), link.getAttribute('download')]).toEqual([
    '/api/documents/doc_1/original',
    'scan.png',
  ])
  await user.click(button('common.retry'))
  expect(picture()).toBeTruthy()
})

test('an original that is no longer kept says so, in the reader’s language', () => {
  const { container } = openPane({ originalAvailable: false, locale: 'es' })
  expect(within(container).getByText(inSpanish('review.viewer.gone'))).toBeTruthy()
  expect(container.querySelector('img')).toBeNull()
})

test('what was converted is shown in the place of the original, and said where pictures were left out', () => {
  const converted = { contentType: 'image/jpeg', bytes: 9, pictures: 1 }
  const { unmount } = openPane({ converted })
  expect(picture().getAttribute('src')).toBe('/api/documents/doc_1/converted')
  expect(screen.queryByRole('note')).toBeNull()
  unmount()
  openPane({ converted: { ...converted, pictures: 7 } })
  expect(screen.getByRole('note').textContent).toBe(t('review.converted.main_only', { count: 7 }))
})
