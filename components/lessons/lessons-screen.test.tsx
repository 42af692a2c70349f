// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Lesson, LessonPage } from '@/lib/lessons/schema'
import { inSpanish, renderDesk, t } from '@/tests/support/render'
import { refusal, stubServer } from '@/tests/support/stub-server'
import { LessonsScreen } from './lessons-screen'

const lesson = (known: Partial<Lesson> = {}): Lesson => ({
  id: 'les_1',
  path: 'purchase_order',
  label: { en: 'Purchase order', es: 'Orden de compra' },
  rule: {
    kind: 'label',
    label: 'Ref. Cliente',
    side: 'right',
    pick: 'first',
    read: { as: 'text', shape: null, words: 1, hasFigures: true },
  },
  state: 'active',
  certainty: 0.78,
  tried: 15,
  right: 14,
  answeredRight: 2,
  used: 14,
  usedRight: 13,
  documents: [
    { id: 'doc_1', name: 'march.pdf' },
    { id: 'doc_2', name: null },
  ],
  learntAt: '2026-11-29T10:00:00.000Z',
  ...known,
})

const pageOf = (...lessons: Lesson[]): LessonPage => ({
  suppliers: [{ id: 'sup_1', name: 'Acme', step: { id: 's', name: 'Invoice Processing' }, lessons }],
  nextCursor: null,
})
const nothing: LessonPage = { suppliers: [], nextCursor: null }
const named = { field: 'Purchase order', name: 'Acme' }

test('a rule is told in words, with its record and the documents it came from', async () => {
  stubServer({ 'GET /api/lessons': () => pageOf(lesson()) })
  const view = renderDesk(<LessonsScreen />)
  const section = within(await screen.findByRole('region', { name: 'Acme' }))
  expect(section.getByText('To the right of “Ref. Cliente”.')).toBeTruthy()
  expect(
    section.getByText(/Right on 14 of 15 documents · without it on 2 · Applied to 14 checked/),
  ).toBeTruthy()
  await view.user.click(section.getByText('From 2 documents'))
  expect(section.getByRole('link', { name: 'march.pdf' }).getAttribute('href')).toBe('/documents/doc_1')
  expect(section.getByText(t('lessons.document_removed'))).toBeTruthy()
})

test('it is told in the reader’s language', async () => {
  stubServer({ 'GET /api/lessons': () => pageOf(lesson({ state: 'resting' })) })
  renderDesk(<LessonsScreen />, { locale: 'es' })
  expect(await screen.findByText('Orden de compra')).toBeTruthy()
  expect(screen.getByText(inSpanish('step.invoice'))).toBeTruthy()
  expect(screen.getByText('A la derecha de «Ref. Cliente».')).toBeTruthy()
  expect(screen.getByText(inSpanish('lessons.state.resting'))).toBeTruthy()
})

test('a lesson is switched off where it stands', async () => {
  let state: Lesson['state'] = 'active'
  const calls = stubServer({
    'GET /api/lessons': () => pageOf(lesson({ state })),
    'PATCH /api/lessons': () => {
      state = 'off'
      return null
    },
  })
  const view = renderDesk(<LessonsScreen />)
  await view.user.click(await screen.findByRole('switch', { name: t('lessons.switch', named) }))
  expect(await screen.findByText(t('lessons.state.off'))).toBeTruthy()
  const sent = calls.filter(({ method }) => method === 'PATCH').map(({ body }) => body)
  expect(sent).toEqual([{ id: 'les_1', enabled: false }])
})

test('forgetting asks first; a refusal is told beside the lesson', async () => {
  let forgotten = 0
  stubServer({
    'GET /api/lessons': () => (forgotten > 1 ? nothing : pageOf(lesson())),
    'DELETE /api/lessons': () => {
      forgotten += 1
      return forgotten === 1 ? refusal({ message: 'Not now.' }) : null
    },
  })
  const view = renderDesk(<LessonsScreen />)
  const forget = async () => {
    await view.user.click(await screen.findByRole('button', { name: t('lessons.forget_of', named) }))
    const dialog = within(screen.getByRole('alertdialog'))
    expect(dialog.getByText(t('lessons.forget_question', named))).toBeTruthy()
    await view.user.click(dialog.getByRole('button', { name: t('lessons.forget') }))
  }
  await forget()
  expect(await screen.findByText('Not now.')).toBeTruthy()
  await forget()
  await waitFor(() => expect(screen.getByText(t('lessons.empty'))).toBeTruthy())
})
