// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderDesk, t } from '@/tests/support/render'
import { ShortcutProvider, useShortcutHints } from './shortcut-provider'
import { setLetterKeys, useShortcuts } from './use-shortcuts'

const admin = 'admin' as const
const finance = 'finance' as const
const hints = [{ keys: 'j k', label: 'table.keys.move' as const }]

function Page({ actions }: { actions: Record<string, () => void> }) {
  useShortcutHints(hints)
  useShortcuts(actions)
  return <input aria-label="field" />
}

function openPage(actions: Record<string, () => void> = {}) {
  return renderDesk(
    <ShortcutProvider role={admin}>
      <Page actions={actions} />
    </ShortcutProvider>,
  )
}

test('a key runs its action, and not while a person types or holds Alt', async () => {
  const x = vi.fn()
  const { user } = openPage({ x })
  await user.keyboard('x')
  expect(x).toHaveBeenCalledOnce()
  await user.keyboard('{Alt>}x{/Alt}')
  await user.type(screen.getByLabelText('field'), 'x')
  expect(x).toHaveBeenCalledOnce()
})

test('Ctrl or ⌘ with a key is another key', async () => {
  const actions = { Enter: vi.fn(), 'Mod+Enter': vi.fn() }
  const { user } = openPage(actions)
  await user.keyboard('{Control>}{Enter}{/Control}')
  await user.keyboard('{Meta>}{Enter}{/Meta}')
  expect(actions['Mod+Enter']).toHaveBeenCalledTimes(2)
  expect(actions.Enter).not.toHaveBeenCalled()
})

test('single letters are silent where the reader switched them off; other keys are not', async () => {
  const actions = { x: vi.fn(), Enter: vi.fn() }
  const { user } = openPage(actions)
  setLetterKeys(false)
  await user.keyboard('x{Enter}')
  expect(actions.x).not.toHaveBeenCalled()
  expect(actions.Enter).toHaveBeenCalledOnce()
  setLetterKeys(true)
  await user.keyboard('x')
  expect(actions.x).toHaveBeenCalledOnce()
})

test.each([
  [1_199, ['/documents']],
  [1_200, []],
])('g and, %d ms later, a letter lead to %j', async (laterMs, expected) => {
  const { user, router } = openPage()
  const clock = vi.spyOn(Date, 'now').mockReturnValue(10_000)
  await user.keyboard('g')
  clock.mockReturnValue(10_000 + laterMs)
  await user.keyboard('d')
  expect(router.push.mock.calls.map(([path]) => path)).toEqual(expected)
})

test('? lists the keys of the page and those of everywhere; no key runs while the list is open', async () => {
  const j = vi.fn()
  const { user } = openPage({ j })
  await user.keyboard('?')
  const list = screen.getByRole('dialog', { name: t('keys.title') })
  const rows = [...list.querySelectorAll('dl > div')].map((row) => row.textContent)
  expect(rows).toEqual([
    `${t('table.keys.move')}jk`,
    `${t('keys.show')}?`,
    `${t('keys.desk')}gh`,
    `${t('keys.documents')}gd`,
    `${t('keys.review')}gr`,
    `${t('keys.usage')}gu`,
    `${t('keys.settings')}gs`,
    `${t('keys.close')}Esc`,
  ])
  await user.keyboard('j')
  expect(j).not.toHaveBeenCalled()
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('a page without keys of its own lists none, and a role only the rooms it may enter', async () => {
  const { user } = renderDesk(
    <ShortcutProvider role={finance}>
      <main>page</main>
    </ShortcutProvider>,
  )
  await user.keyboard('?')
  expect(screen.queryByText(t('keys.here'))).toBeNull()
  expect(screen.getByText(t('keys.usage'))).toBeTruthy()
  expect(screen.queryByText(t('keys.documents'))).toBeNull()
})

test('the switch in the list turns the letters off and is found as it was left', async () => {
  const { user } = openPage()
  await user.keyboard('?')
  await user.click(screen.getByRole('switch', { name: new RegExp(t('keys.letters')) }))
  expect(localStorage.getItem('intray.letter-keys')).toBe('off')
  await user.keyboard('{Escape}')
  await user.keyboard('?')
  expect(screen.queryByRole('dialog')).toBeNull()
})
