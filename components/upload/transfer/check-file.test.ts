import { beforeEach, expect, test, vi } from 'vitest'
import { checkFile } from './check-file'
import { countPdfPages } from './count-pdf-pages'

vi.mock('./count-pdf-pages', () => ({ countPdfPages: vi.fn() }))
beforeEach(() => void vi.mocked(countPdfPages).mockReset())

const gif = new File(['GIF89a'], 'named.pdf', { type: 'application/pdf' })
const pdf = new File(['%PDF-1.7\n'], 'named.gif', { type: 'image/gif' })

test('a picture is of one page, whatever the file is called', async () => {
  expect(await checkFile(gif)).toEqual({ contentType: 'image/gif', pages: 1 })
  const tiff = new File([Uint8Array.of(0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 0, 0)], 'fax.tif')
  expect(await checkFile(tiff)).toEqual({ contentType: 'image/tiff', pages: null })
  expect(countPdfPages).not.toHaveBeenCalled()
})

test('the pages of a PDF are counted, or unknown where nobody can', async () => {
  vi.mocked(countPdfPages).mockResolvedValueOnce({ pages: 12 }).mockResolvedValueOnce({ pages: null })
  expect(await checkFile(pdf)).toEqual({ contentType: 'application/pdf', pages: 12 })
  expect(await checkFile(pdf)).toEqual({ contentType: 'application/pdf', pages: null })
})

test('a PDF that does not open is refused before a byte of it is sent', async () => {
  vi.mocked(countPdfPages).mockResolvedValue({ problem: 'upload.password_protected' })
  expect(await checkFile(pdf)).toEqual({ problem: 'upload.password_protected' })
})

test('what is empty, too large, of no kind that is read, or gone is refused', async () => {
  const tooLarge = Object.defineProperty(new File(['GIF89a'], 'a.gif'), 'size', { value: 104_857_601 })
  const gone = Object.assign(new File(['GIF89a'], 'a.gif'), {
    slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) }),
  })
  expect(await checkFile(new File([], 'a.pdf'))).toEqual({ problem: 'upload.empty' })
  expect(await checkFile(tooLarge)).toEqual({ problem: 'upload.too_large' })
  expect(await checkFile(new File(['hello'], 'a.pdf'))).toEqual({ problem: 'upload.unsupported_type' })
  expect(await checkFile(gone)).toEqual({ problem: 'file_gone' })
})
