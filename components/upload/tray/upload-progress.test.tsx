// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, test, vi } from 'vitest'
import { inSpanish, renderDesk, t } from '@/tests/support/render'
import { createUploads, uploadItem } from '@/tests/support/uploads'
import type { UploadItem, UploadPhase } from '../transfer/upload-item'
import { UploadAnnouncer } from './upload-announcer'
import { UploadDock } from './upload-dock'
import { UploadProgress } from './upload-progress'

const sending = (sentBytes: number, isInterrupted = false): UploadPhase => ({
  kind: 'sending',
  sentBytes,
  isInterrupted,
})
const received: UploadPhase = { kind: 'received', documentId: 'doc_1' }
const failed: UploadPhase = { kind: 'failed', problem: { code: 'line_lost' } }
const refused: UploadPhase = { kind: 'refused', problem: { code: 'upload.empty' } }
const unfinished: UploadPhase = { kind: 'unfinished', sentBytes: 0, upload: null }
const duplicate: UploadPhase = { kind: 'duplicate', documentId: 'doc_0', uploadUrl: null }

const items = (phases: UploadPhase[], known: Partial<UploadItem> = {}) =>
  phases.map((phase, index) => uploadItem(phase, { id: `u${index}`, name: `${phase.kind}.pdf`, ...known }))

// A box with a height lets its rows be drawn.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
})

function openTray(
  phases: UploadPhase[],
  { part = <UploadProgress />, path = '/', locale = 'en' as 'en' | 'es' } = {},
) {
  const uploads = createUploads(items(phases))
  return { ...renderDesk(part, { uploads, path, locale }), uploads }
}
const panel = () => screen.findByRole('region', { name: t('uploads.title') })
const open = (user: ReturnType<typeof renderDesk>['user']) =>
  user.click(screen.getByRole('button', { expanded: false }))
const button = (key: Parameters<typeof t>[0]) => screen.getByRole('button', { name: t(key) })

test('what needs a person comes first, then what moves, then what waits; what was received is a card and no row', async () => {
  const { user } = openTray([
    { kind: 'cancelled' },
    { kind: 'queued' },
    sending(1),
    refused,
    received,
    failed,
    unfinished,
    { kind: 'checking' },
    duplicate,
    { kind: 'held' },
  ])
  await panel()
  await open(user)
  const names = screen
    .getAllByRole('listitem')
    .flatMap((row) => row.querySelector('[title]')?.getAttribute('title') ?? [])
  expect(names).toEqual(
    [
      'unfinished',
      'refused',
      'failed',
      'duplicate',
      'sending',
      'queued',
      'checking',
      'held',
      'cancelled',
    ].map((kind) => `${kind}.pdf`),
  )
})

test('without uploads there is nothing', () => {
  openTray([])
  expect(screen.queryByRole('region', { name: t('uploads.title') })).toBeNull()
})

describe('one line for all', () => {
  it('says how many of all arrived and how many did not, draws it, and lists no file before it is opened', async () => {
    const { user } = openTray([received, sending(500_000), { kind: 'queued' }, refused])
    const line = await panel()
    expect(line.textContent).toContain(
      `${t('uploads.sending', { done: 1, files: 4 })} · ${t('uploads.count.refused', { count: 1 })}`,
    )
    expect(screen.queryByRole('list')).toBeNull()
    const bar = screen.getByRole('progressbar', { name: t('uploads.progress') })
    expect(bar.getAttribute('aria-valuetext')).toBe(
      t('uploads.progress_text', { percent: '50%', sent: '1.5 MB', total: '3 MB' }),
    )
    await open(user)
    expect(screen.getByRole('list', { name: t('uploads.title') })).toBeTruthy()
  })

  it.each([
    [[{ kind: 'checking' }, { kind: 'checking' }], t('uploads.checking', { count: 2 })],
    [[{ kind: 'held' }], t('uploads.held', { count: 1 })],
    [[received, received], t('uploads.finished', { count: 2 })],
    [[sending(1, true)], t('uploads.interrupted')],
    [[sending(1, true), sending(1)], t('uploads.sending', { done: 0, files: 2 })],
  ] as [UploadPhase[], string][])('of %j says %s', async (phases, words) => {
    openTray(phases)
    expect((await panel()).textContent).toContain(words)
  })

  it('counts each kind of trouble', async () => {
    openTray([failed, refused, duplicate, { kind: 'cancelled' }, unfinished, unfinished])
    const line = await panel()
    for (const kind of ['failed', 'refused', 'duplicate', 'cancelled'] as const)
      expect(line.textContent).toContain(t(`uploads.count.${kind}`, { count: 1 }))
    expect(line.textContent).toContain(t('uploads.count.unfinished', { count: 2 }))
    expect(screen.queryByRole('progressbar', { name: t('uploads.progress') })).toBeNull()
  })

  it('says roughly how long it will take, once that has held for ten seconds', async () => {
    vi.useFakeTimers({ now: 0 })
    const { uploads } = openTray([sending(0)])
    const go = async (seconds: number) => {
      for (let second = 0; second < seconds; second++) {
        const [item] = uploads.list.all()
        const sentBytes = item?.phase.kind === 'sending' ? item.phase.sentBytes + 1_000 : 0
        act(() => uploads.list.setPhase('u0', sending(sentBytes)))
        await act(() => vi.advanceTimersByTimeAsync(1_000))
      }
    }
    const line = () => screen.getByRole('region', { name: t('uploads.title') }).textContent
    await go(11)
    expect(line()).not.toContain('about')
    await go(8)
    // A kilobyte a second, of 1.25 MB with the share of the file as such.
    expect(line()).toContain(t('uploads.time_left.minutes', { minutes: 25 }))
    act(() => uploads.list.setPhase('u0', sending(500_000, true)))
    await act(() => vi.advanceTimersByTimeAsync(100))
    expect(line()).not.toContain('about')
  })

  it('groups what did not arrive by its cause, each said once', async () => {
    const { user } = openTray([
      refused,
      failed,
      refused,
      { kind: 'refused', problem: { code: 'upload.unreadable' } },
    ])
    await panel()
    await open(user)
    const said = screen.getAllByText(/^(Refused|Failed): /).map((title) => title.textContent)
    expect(said).toEqual([
      `${t('row.refused')}: ${t('error.upload.empty')}`,
      `${t('row.failed')}: ${t('problem.line_lost')}`,
      `${t('row.refused')}: ${t('error.upload.unreadable')}`,
    ])
    expect(screen.getByText(t('uploads.group.count', { count: 2 }))).toBeTruthy()
  })

  it('gives the list of what did not arrive as a file', async () => {
    const saved = vi.fn((_: Blob) => 'blob:x')
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: saved, revokeObjectURL: () => {} }))
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
    const { user } = openTray([refused, received])
    await panel()
    await user.click(button('uploads.list'))
    expect(saved.mock.calls[0]?.[0]?.type).toBe('text/csv')
  })
})

describe('what can be done to all', () => {
  it('while files are on their way: stop them', async () => {
    const { user, uploads } = openTray([sending(1), { kind: 'queued' }])
    await panel()
    await user.click(button('uploads.cancel_all'))
    expect(uploads.list.all().map(({ phase }) => phase.kind)).toEqual(['cancelled', 'cancelled'])
    expect(screen.queryByRole('button', { name: t('uploads.retry_failed') })).toBeNull()
  })

  it('with failed ones: try them again', async () => {
    const { user, uploads } = openTray([failed, refused])
    await panel()
    await user.click(button('uploads.retry_failed'))
    expect(uploads.list.all().map(({ phase }) => phase.kind)).toEqual(['sending', 'refused'])
  })

  it('at the end: clear the list, all but what was left unfinished', async () => {
    const { user, uploads } = openTray([received, refused, unfinished])
    await panel()
    await user.click(button('uploads.clear'))
    expect(uploads.list.all().map(({ phase }) => phase.kind)).toEqual(['unfinished'])
  })

  it('with files whose bytes are gone: one button to choose all of them again', async () => {
    const { user, uploads } = openTray([unfinished, unfinished])
    await panel()
    await user.click(screen.getByRole('button', { name: t('uploads.choose_again', { count: 2 }) }))
    expect(uploads.chooseAgain).toHaveBeenCalledOnce()
  })

  it('with nothing but unfinished ones: give them up', async () => {
    const { user, uploads } = openTray([unfinished])
    await panel()
    await user.click(button('uploads.discard'))
    expect(uploads.list.all()).toEqual([])
  })
})

describe('on the other pages', () => {
  const tray = { part: <UploadDock />, path: '/documents' }

  it('the uploads stay in sight, with the way to them', async () => {
    openTray([sending(1)], tray)
    expect(
      within(await panel())
        .getByRole('link', { name: t('uploads.show') })
        .getAttribute('href'),
    ).toBe('/')
  })

  it.each([
    ['on the desk itself', [sending(1)], '/'],
    ['with nothing but what was left unfinished', [unfinished], '/documents'],
    ['when all has arrived', [received], '/documents'],
  ] as [string, UploadPhase[], string][])('but not %s', async (_where, phases, path) => {
    const { uploads } = openTray(phases, { ...tray, path })
    await waitFor(() => expect(uploads.list.getSnapshot()).toHaveLength(1))
    expect(screen.queryByRole('region', { name: t('uploads.title') })).toBeNull()
  })
})

test('screen readers hear the start, each quarter and the end, with what needs a look', async () => {
  vi.useFakeTimers()
  const { uploads } = openTray([{ kind: 'queued' }, { kind: 'queued' }], {
    part: <UploadAnnouncer />,
    locale: 'es',
  })
  const show = async (id: string, phase: UploadPhase) => {
    act(() => uploads.list.setPhase(id, phase))
    await act(() => vi.advanceTimersByTimeAsync(100))
    return screen.getByRole('status').textContent
  }
  await act(() => vi.advanceTimersByTimeAsync(100))
  expect(screen.getByRole('status').textContent).toBe(inSpanish('uploads.said.started', { count: 2 }))
  expect(await show('u0', sending(400_000))).toBe(inSpanish('uploads.said.started', { count: 2 }))
  expect((await show('u0', sending(500_000)))?.replace(/\s%/, '%')).toBe('25% subido.')
  expect(await show('u0', received)).toContain('50')
  expect(await show('u1', refused)).toBe(inSpanish('uploads.said.finished', { received: 1, trouble: 1 }))
})
