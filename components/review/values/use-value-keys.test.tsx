// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { t } from '@/tests/support/render'
import { renderValues } from '@/tests/support/review'
import { focusValue } from './use-value-keys'

const claim = (confidence: number) => ({ page: 1, box: [0.1, 0.1, 0.1, 0.1], confidence })
const result = {
  supplier: 'Acme',
  number: 'F-7',
  note: 'without a place',
  total: 12.5,
  _evidence: { supplier: claim(0.9), number: claim(0.3), total: claim(0.3) },
}
const focused = () => (document.activeElement as HTMLElement | null)?.dataset.value

test('j and k walk through the values that have a place, and stop at both ends', async () => {
  const { user } = renderValues({ result })
  await user.keyboard('j')
  expect(focused()).toBe('supplier')
  await user.keyboard('j')
  expect(focused()).toBe('number')
  await user.keyboard('jj')
  expect(focused()).toBe('total')
  await user.keyboard('k')
  expect(focused()).toBe('number')
  await user.keyboard('kk')
  expect(focused()).toBe('supplier')
})

test('n goes on to the next value to check', async () => {
  const { user } = renderValues({ result })
  await user.keyboard('n')
  expect(focused()).toBe('number')
  await user.keyboard('n')
  expect(focused()).toBe('total')
})

test('from the buttons beside a value j goes to the value after it', async () => {
  const { user } = renderValues({ result })
  screen.getByRole('button', { name: t('review.value.copy', { label: 'Supplier' }) }).focus()
  await user.keyboard('j')
  expect(focused()).toBe('number')
})

test('e opens the value in focus for correction', async () => {
  const { user } = renderValues({ result })
  await user.keyboard('e')
  expect(screen.queryByLabelText(t('review.edit.field', { label: 'Supplier' }))).toBeNull()
  await user.keyboard('je')
  expect(document.activeElement).toBe(screen.getByLabelText(t('review.edit.field', { label: 'Supplier' })))
})

test('c copies the value in focus as a program wants it, and says so', async () => {
  const { user } = renderValues({ result })
  await user.keyboard('c')
  expect(screen.queryByText(t('common.copied'))).toBeNull()
  await user.keyboard('jjjc')
  expect(await navigator.clipboard.readText()).toBe('12.5')
  expect(await screen.findByText(t('common.copied'))).toBeTruthy()
})

test('a click on a place of the page leads the keyboard to its value', () => {
  renderValues({ result })
  focusValue('number')
  expect(focused()).toBe('number')
  focusValue('gone')
  expect(focused()).toBe('number')
})

test('the keys are listed behind ?', async () => {
  const { user } = renderValues({ result })
  await user.keyboard('?')
  for (const key of ['values', 'doubtful', 'edit', 'copy'] as const)
    expect(screen.getByText(t(`review.keys.${key}`))).toBeTruthy()
})
