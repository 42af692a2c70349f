// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { inSpanish, renderDesk, t } from '@/tests/support/render'
import { FileAdvice } from './file-advice'
import type { PageFault } from './judge-page'

const told = vi.hoisted(() => ({ faults: [] as PageFault[], asked: 0 }))
vi.mock('./judge-photo', () => ({
  judgePhoto: async () => {
    told.asked += 1
    return told.faults
  },
}))
const photo = new File(['x'], 'page.jpg')

test('what may be wrong with a chosen picture is said beside it, in both languages', async () => {
  told.faults = ['blurred', 'cut']
  const { unmount } = renderDesk(<FileAdvice file={photo} contentType="image/jpeg" />)
  expect(await screen.findByText(`${t('uploads.advice.blurred')} ${t('uploads.advice.cut')}`)).toBeTruthy()
  unmount()
  renderDesk(<FileAdvice file={photo} contentType="image/jpeg" />, { locale: 'es' })
  expect(await screen.findByText(new RegExp(inSpanish('uploads.advice.blurred')))).toBeTruthy()
})

test('a PDF and a file whose bytes are gone are not looked at', () => {
  told.asked = 0
  renderDesk(
    <>
      <FileAdvice file={photo} contentType="application/pdf" />
      <FileAdvice file={null} contentType="image/jpeg" />
    </>,
  )
  expect(told.asked).toBe(0)
})
