// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { AccessToken } from '@/lib/people/tokens/schema'
import { renderDesk, t } from '@/tests/support/render'
import { refusal, stubServer } from '@/tests/support/stub-server'
import { NewToken } from './new-token'
import { toNewToken } from './new-token-form'
import { OwnTokens } from './own-tokens'
import { TokenList } from './token-list'

const token: AccessToken = {
  id: 'tok_1',
  name: 'nightly import',
  last4: 'Qx_9',
  abilities: ['documents', 'review'],
  steps: null,
  monthlyPages: 4769,
  createdAt: '2026-11-01T12:00:00.000Z',
  expiresAt: '2026-11-02T12:00:00.000Z',
  lastUsedAt: null,
  revokedAt: null,
  person: { id: 'usr_1', name: 'Ana' },
}
const secret = `dt_desk_${'x'.repeat(43)}`
const steps = { steps: [{ id: 'cstep', name: 'Invoices' }] }

test('a row says what a token may, and that it has expired', async () => {
  stubServer({
    'GET /api/tokens': { tokens: [token, { ...token, id: 'tok_2', revokedAt: token.createdAt }] },
  })
  renderDesk(<TokenList initial={{ tokens: [token] }} />)
  const row = await screen.findByRole('listitem')
  expect(row.textContent).toContain('nightly import…Qx_9')
  expect(row.textContent).toContain('Documents, Review · 4,769 pages per month · Never used')
  expect(within(row).getByText(t('tokens.expired'))).toBeTruthy()
})

test('revoking asks first, and takes it off the list', async () => {
  const calls = stubServer({
    'GET /api/tokens': { tokens: [] },
    'DELETE /api/tokens/tok_1': new Response(null, { status: 204 }),
  })
  const { user } = renderDesk(<TokenList initial={{ tokens: [token] }} />)
  await user.click(await screen.findByRole('button', { name: 'Revoke nightly import' }))
  expect(calls.some(({ method }) => method === 'DELETE')).toBe(false)
  await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Revoke' }))
  await screen.findByText(t('tokens.none'))
})

test('a renewed token shows its new secret in its row', async () => {
  stubServer({
    'GET /api/tokens': { tokens: [token] },
    'POST /api/tokens/tok_1/rotate': { ...token, token: secret },
  })
  const { user } = renderDesk(<TokenList initial={{ tokens: [token] }} />)
  await user.click(await screen.findByRole('button', { name: 'Renew nightly import' }))
  await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Renew' }))
  expect(await screen.findByText(secret)).toBeTruthy()
})

test('a token that is gone already goes off the list when it is revoked once more', async () => {
  let isGone = false
  stubServer({
    'GET /api/tokens': () => ({ tokens: isGone ? [] : [token] }),
    'DELETE /api/tokens/tok_1': () => {
      isGone = true
      return refusal({ code: 'token.not_found', message: 'Gone.' })
    },
  })
  const { user } = renderDesk(<TokenList initial={{ tokens: [token] }} />)
  await user.click(screen.getByRole('button', { name: t('tokens.revoke_of', { name: token.name }) }))
  await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: t('tokens.revoke') }))
  expect(await screen.findByText(t('tokens.none'))).toBeTruthy()
})

test('an administrator sees whose tokens they are, and renews none of others', async () => {
  renderDesk(<TokenList initial={{ tokens: [token] }} all />)
  const row = await screen.findByRole('listitem')
  expect(row.textContent).toContain('Ana · ')
  expect(within(row).queryByRole('button', { name: /^Renew/ })).toBeNull()
})

test('a new token is made as the form says, and its secret shown', async () => {
  const calls = stubServer({
    'GET /api/steps': steps,
    'GET /api/tokens': { tokens: [token] },
    'POST /api/tokens': { ...token, token: secret },
  })
  const { user } = renderDesk(<OwnTokens initial={{ tokens: [] }} personRole="uploader" />)
  await user.click(screen.getByRole('button', { name: 'New access token' }))
  await user.type(screen.getByLabelText('Name'), 'nightly import')
  await user.type(screen.getByLabelText('Pages per month'), '200')
  await user.click(screen.getByLabelText('Review'))
  await user.click(screen.getByRole('button', { name: 'Create token' }))
  expect(await screen.findByText(secret)).toBeTruthy()
  const sent = calls.find(({ method }) => method === 'POST')?.body
  expect(sent).toMatchObject({ name: 'nightly import', abilities: ['documents'], monthlyPages: 200 })
})

test('pages are typed as people write them, and none at all is no limit', async () => {
  const calls = stubServer({ 'GET /api/steps': steps, 'POST /api/tokens': { ...token, token: secret } })
  const { user } = renderDesk(<NewToken personRole="uploader" />)
  const create = screen.getByRole('button', { name: 'Create token' })
  const pages = screen.getByLabelText('Pages per month')
  await user.type(screen.getByLabelText('Name'), 'x')
  await user.type(pages, '0')
  await user.click(create)
  expect((await screen.findByRole('alert')).textContent).toBe(t('tokens.pages_problem'))
  expect(calls.some(({ method }) => method === 'POST')).toBe(false)
  await user.clear(pages)
  await user.type(pages, '1,000')
  await user.click(create)
  expect(await screen.findByText(secret)).toBeTruthy()
  expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({ monthlyPages: 1000 })
})

test('a token needs a name and at least one thing it may; a refusal is told', async () => {
  const refused = refusal({ code: 'token.too_many', message: 'Revoke one.' })
  const calls = stubServer({ 'GET /api/steps': steps, 'POST /api/tokens': refused })
  const { user } = renderDesk(<NewToken personRole="finance" />)
  const create = screen.getByRole<HTMLButtonElement>('button', { name: 'Create token' })
  await user.click(create)
  expect((await screen.findByRole('alert')).textContent).toBe(t('tokens.name_problem'))
  await user.click(screen.getByLabelText('Usage'))
  expect(create.disabled).toBe(true)
  await user.click(screen.getByLabelText('Usage'))
  expect(calls.some(({ method }) => method === 'POST')).toBe(false)
  await user.type(screen.getByLabelText('Name'), 'x')
  await user.click(create)
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Revoke one.'))
})

test('all that the person may is asked for as such, without an end where none is wished', () => {
  const now = new Date('2026-11-29T12:00:00Z')
  const form = { name: 'x', lifetime: 'never' as const, monthlyPages: null }
  const everything = { abilities: ['usage' as const], offered: ['usage' as const], steps: null, now }
  expect(toNewToken({ form, ...everything })).toEqual({ name: 'x' })
  expect(toNewToken({ form: { ...form, lifetime: '30' }, ...everything })).toEqual({
    name: 'x',
    expiresAt: '2026-12-29T12:00:00.000Z',
  })
})
