// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { readFixture } from '@/tests/fixtures/fixture'
import { inSpanish, renderDesk, t } from '@/tests/support/render'
import { stubServer } from '@/tests/support/stub-server'
import { createUploads } from '@/tests/support/uploads'
import { UploadPanel } from '../drop/upload-panel'
import { joinShots } from './join-shots'
import type { Shot } from './shot'

const receipt = await readFixture('receipt.jpg')
let taken = 0
const photo = () => new File([new Uint8Array(receipt)], `image-${++taken}.jpg`, { type: 'image/jpeg' })

beforeEach(() => {
  Object.assign(URL, { createObjectURL: () => 'blob:photo', revokeObjectURL: () => {} })
})

function openPanel({ isPhone = true, locale = 'en' as 'en' | 'es' } = {}) {
  stubServer({})
  vi.spyOn(window, 'matchMedia').mockImplementation(
    (media) =>
      ({
        media,
        matches: isPhone,
        addEventListener() {},
        removeEventListener() {},
      }) as unknown as MediaQueryList,
  )
  const uploads = createUploads()
  return { ...renderDesk(<UploadPanel isEmpty />, { uploads, locale }), uploads }
}

const camera = () => document.querySelector<HTMLInputElement>('input[data-camera]')
/** What the camera gives back. */
function shoot(file = photo()) {
  const input = camera()
  if (!input) throw new Error('no camera')
  fireEvent.change(input, { target: { files: [file] } })
  return file
}
const button = (name: string) => screen.getByRole('button', { name })
const page = (number: number) => button(t('photo.page', { page: number }))

test('a phone is offered its camera before its files, a desk is not', async () => {
  const { unmount } = openPanel()
  const buttons = screen.getAllByRole('button').map(({ textContent }) => textContent)
  expect(buttons.slice(0, 2)).toEqual([t('photo.take'), t('upload.choose_files')])
  expect(camera()?.getAttribute('capture')).toBe('environment')
  unmount()
  openPanel({ isPhone: false })
  expect(screen.queryByRole('button', { name: t('photo.take') })).toBeNull()
  expect(camera()).toBeNull()
})

test('several photos are sent as one PDF, named by their time', async () => {
  const { user, uploads } = openPanel()
  shoot()
  shoot()
  expect(await screen.findByRole('dialog', { name: t('photo.title') })).toBeTruthy()
  expect(page(2).getAttribute('aria-current')).toBe('true')
  await user.click(button(t('photo.send', { pages: 2 })))
  await waitFor(() => expect(uploads.addFiles).toHaveBeenCalledOnce())
  const [sent] = uploads.addFiles.mock.calls.flat(2) as unknown as File[]
  expect(sent?.name).toMatch(/^Photo \d{4}-\d\d-\d\d \d\d\.\d\d\.pdf$/)
  expect(sent?.size).toBeGreaterThan(2 * receipt.length)
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(button(t('photo.take'))).toBeTruthy()
})

test('one photo is sent as the camera wrote it', async () => {
  const { user, uploads } = openPanel()
  shoot()
  await user.click(await screen.findByRole('button', { name: t('photo.send', { pages: 1 }) }))
  await waitFor(() => expect(uploads.addFiles).toHaveBeenCalledOnce())
  const [sent] = uploads.addFiles.mock.calls.flat(2) as unknown as File[]
  expect([sent?.name.endsWith('.jpg'), sent?.size]).toEqual([true, receipt.length])
})

test('a page is put before another, turned, taken anew and removed', async () => {
  const { user } = openPanel()
  shoot()
  shoot()
  await user.click(await screen.findByRole('button', { name: t('photo.earlier', { page: 2 }) }))
  expect(page(1).getAttribute('aria-current')).toBe('true')
  await user.click(button(t('photo.turn', { page: 1 })))
  expect(screen.getByRole('img', { name: t('photo.page', { page: 1 }) }).style.transform).toBe(
    'rotate(90deg)',
  )
  await user.click(button(t('photo.retake', { page: 1 })))
  shoot()
  await waitFor(() => expect(screen.getAllByRole('button', { name: /^Page \d/ })).toHaveLength(2))
  await user.click(button(t('photo.remove', { page: 1 })))
  expect(screen.getAllByRole('button', { name: /^Page \d/ })).toHaveLength(1)
})

test('pages that were not sent yet wait for their reader', async () => {
  const { user } = openPanel()
  shoot()
  await user.click(await screen.findByRole('button', { name: t('common.close') }))
  await user.click(button(t('photo.waiting', { pages: 1 })))
  expect(await screen.findByRole('dialog')).toBeTruthy()
})

test('in Spanish too', async () => {
  openPanel({ locale: 'es' })
  expect(button(inSpanish('photo.take'))).toBeTruthy()
})

test('a photo that the browser cannot read makes no PDF', async () => {
  const broken: Shot = { id: '1', file: new File(['nonsense'], 'a.heic'), turn: 90 }
  await expect(joinShots({ shots: [broken], name: 'x' })).rejects.toThrow()
})
