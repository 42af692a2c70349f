import { expectAccessible } from './support/accessible'
import { freshSample } from './support/sample-files'
import { expect, test } from './support/test'

test.use({ role: 'uploader' })
test.describe.configure({ timeout: 300_000 })

test('a script sends a document with a token made on the account page, until it is revoked', async ({
  page,
  playwright,
  baseURL,
  t,
  language,
}) => {
  const name = `nightly ${language}`
  await page.goto('/account')
  await page.getByRole('button', { name: t('tokens.new') }).click()
  await page.getByLabel(t('tokens.name'), { exact: true }).fill(name)
  await expectAccessible(page)
  await page.getByRole('button', { name: t('tokens.create') }).click()
  const token = await page.getByText(/^dt_desk_[\w-]{43}$/).innerText()
  await expectAccessible(page)

  const script = await playwright.request.newContext({
    ...(baseURL ? { baseURL } : {}),
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
    storageState: { cookies: [], origins: [] },
  })
  const file = freshSample({ sample: 'invoice.pdf', as: `by-script-${language}.pdf` })
  const { steps } = await (await script.get('/api/steps')).json()
  const sent = await script.post('/api/documents', {
    multipart: { step: steps[0].id, file },
  })
  expect(sent.status()).toBe(201)
  const { documents } = await (await script.get(`/api/documents?q=by-script-${language}`)).json()
  await page.goto(`/documents/${documents[0].id}`)
  await page.getByRole('tab', { name: t('review.tab.details') }).click()
  await expect(page.getByText(t('review.details.sent_with', { token: name }))).toBeVisible()

  await page.goto('/account')
  await page.getByRole('button', { name: t('tokens.revoke_of', { name }) }).click()
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: t('tokens.revoke') })
    .click()
  await expect(page.getByRole('button', { name: t('tokens.revoke_of', { name }) })).toBeHidden()
  expect((await script.get('/api/documents')).status()).toBe(401)
  await script.dispose()
})
