import { expectAccessible } from './support/accessible'
import { expect, test } from './support/test'
import { password } from './support/test-desk'

test.use({ role: 'admin' })
test.describe.configure({ timeout: 300_000 })

test('an administrator invites a person, who comes in by the link and is locked out again', async ({
  page,
  t,
  browser,
  language,
}) => {
  const email = `guest-${language}-${Date.now()}@desk.test`
  const name = `Guest ${email}`
  await page.goto('/settings')
  await page.getByLabel(t('settings.invite.email')).fill(email)
  await page.getByRole('button', { name: t('settings.invite.send'), exact: true }).click()
  const link = await page.getByText(/\/invite\?token=/).innerText()

  const guest = await browser.newPage({ storageState: { cookies: [], origins: [] } })
  await guest.goto(link)
  await expect(guest.getByLabel(t('account.email'))).toHaveValue(email)
  await guest.getByLabel(t('account.name')).fill(name)
  await guest.getByLabel(t('account.password'), { exact: true }).fill(password)
  await guest.getByRole('button', { name: t('invite.submit') }).click()
  await expect(guest).toHaveURL(/:\d+\/$/)
  await expect(guest.getByText(name).first()).toBeVisible()

  await page.reload()
  await page.getByRole('button', { name: t('settings.people.disable', { name }) }).click()
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: t('settings.people.disable_short') })
    .click()
  await expect(page.getByRole('button', { name: t('settings.people.enable', { name }) })).toBeVisible()
  await guest.goto('/documents')
  await expect(guest).toHaveURL(/\/login/)
  await guest.close()
})

test('who forgot the password gets a link to a new one, and comes in with it', async ({
  page,
  browser,
  t,
  language,
}) => {
  const email = `forgetful-${language}@desk.test`
  const invited = await page.request.post('/api/people/invitations', { data: { email, role: 'finance' } })
  const token = new URL((await invited.json()).link).searchParams.get('token')
  const account = { token, name: `Forgetful ${language}`, password: 'soon to be forgotten' }
  expect((await page.request.post('/api/invitations/accept', { data: account })).status()).toBe(201)

  await page.goto('/settings')
  await page.getByRole('button', { name: t('settings.people.password_of', { name: account.name }) }).click()
  const link = await page.getByText(/\/password\?token=/).innerText()
  await expectAccessible(page)

  const elsewhere = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const guest = await elsewhere.newPage()
  await guest.goto(link)
  await expectAccessible(guest)
  await guest.getByLabel(t('password.new'), { exact: true }).fill('a password to remember')
  await guest.getByRole('button', { name: t('password.submit') }).click()
  await expect(guest).toHaveURL(/\/usage/)
  await guest.goto(link)
  await expect(guest.getByText(t('error.auth.link_invalid'))).toBeVisible()
  await elsewhere.close()
})

test('a quota set by an administrator is what finance sees as included', async ({ page, t }) => {
  const save = async (pages: string) => {
    await page.goto('/settings')
    const button = page.locator('#quota').getByRole('button', { name: t('common.save') })
    // What was typed before the scripts came is typed again: a field emptied so early is filled by them.
    await expect(async () => {
      await page.getByLabel(t('settings.quota.label')).fill(pages)
      await expect(button).toBeEnabled({ timeout: 2_000 })
    }).toPass()
    await button.click()
    await expect(page.getByText(t('common.saved'))).toBeVisible()
  }
  await save('5000')
  await page.goto('/usage')
  await expect(page.getByText(t('usage.included'), { exact: true })).toBeVisible()
  expect((await (await page.request.get('/api/usage')).json()).quota).toBe(5000)
  await save('')
  expect((await (await page.request.get('/api/usage')).json()).quota).toBeNull()
})

test('an administrator tries the connection, and every part of it with the engine in the box is in order', async ({
  page,
  t,
}) => {
  await page.goto('/settings')
  await page.getByRole('button', { name: t('settings.test.now') }).click()
  const found = page.getByRole('table', { name: t('settings.test.caption') })
  const row = (name: string) => found.getByRole('row').filter({ has: page.getByText(name, { exact: true }) })
  await expect(row(t('settings.connection.key'))).toContainText(t('settings.test.key_accepted'))
  await expect(row(t('settings.test.clock'))).toContainText(t('settings.test.clock_same'))
  await expect(found.getByText(t('settings.test.step_known')).first()).toBeVisible()
  await expect(found.getByText(t('settings.test.outcome.bad'))).toHaveCount(0)
  await expectAccessible(page)
})
