// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderDesk, t } from '@/tests/support/render'
import { PanelBoundary } from './panel-boundary'

test('one panel that fails leaves the others standing, and can be tried again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  let isBroken = true
  const Fragile = () => {
    if (isBroken) throw new Error('broken')
    return <p>whole again</p>
  }
  const { user } = renderDesk(
    <>
      <PanelBoundary>
        <Fragile />
      </PanelBoundary>
      <PanelBoundary>
        <p>beside it</p>
      </PanelBoundary>
    </>,
  )
  expect(screen.getByText('beside it')).toBeTruthy()
  expect(screen.getByText(t('problem.title'))).toBeTruthy()
  await user.click(screen.getByRole('button', { name: t('common.retry') }))
  expect(screen.getByText(t('problem.title'))).toBeTruthy()
  isBroken = false
  await user.click(screen.getByRole('button', { name: t('common.retry') }))
  expect(screen.getByText('whole again')).toBeTruthy()
})
