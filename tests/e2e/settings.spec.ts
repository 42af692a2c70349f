import { expect, test } from './support/test'
import { password } from './support/test-desk'

test.use({ role: 'admin' })
test.describe.configure({ timeout: 120_000 })

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
  await page.getByRole('button', { name: t('settings.invite.send') }).click()
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

test('a quota set by an administrator is what finance sees as included', async ({ page, t }) => {
  const save = async (pages: string) => {
    await page.goto('/settings')
    await page.getByLabel(t('settings.quota.label')).fill(pages)
    await page
      .locator('#quota')
      .getByRole('button', { name: t('common.save') })
      .click()
    await expect(page.getByText(t('common.saved'))).toBeVisible()
  }
  await save('5000')
  await page.goto('/usage')
  await expect(page.getByText(t('usage.included'), { exact: true })).toBeVisible()
  expect((await (await page.request.get('/api/usage')).json()).quota).toBe(5000)
  await save('')
  expect((await (await page.request.get('/api/usage')).json()).quota).toBeNull()
})
