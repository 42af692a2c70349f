import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { expect, test } from './support/test'
import { emailOf, nameOf, password } from './support/test-desk'

test.use({ expectedProblems: [/status of 401/] })

test('a person signs in, arrives where the link led, and signs out', async ({ page, t }) => {
  await page.goto('/documents?q=invoice')
  await expect(page).toHaveURL(/\/login\?next=/)
  await page.getByLabel(t('account.email')).fill(emailOf('uploader'))
  await page.getByLabel(t('account.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: t('login.submit') }).click()
  await expect(page).toHaveURL(({ pathname }) => pathname === '/documents')

  await page.getByRole('button', { name: t('account.menu', { name: nameOf('uploader') }) }).click()
  await page.getByRole('menuitem', { name: t('account.sign_out') }).click()
  await expect(page).toHaveURL(/\/login/)
  await page.goto('/documents')
  await expect(page.getByRole('heading', { name: t('login.title') })).toBeVisible()
})

test('signed out in one tab, another asks for the sign-in in place and goes on after it', async ({
  page,
  context,
  t,
}) => {
  const signIn = async ({ of }: { of: Page }) => {
    await of.getByLabel(t('account.password'), { exact: true }).fill(password)
    await of.getByRole('button', { name: t('login.submit') }).click()
  }
  await page.goto('/login?next=/documents')
  await page.getByLabel(t('account.email')).fill(emailOf('uploader'))
  await signIn({ of: page })
  await expect(page).toHaveURL(({ pathname }) => pathname === '/documents')
  const other = await context.newPage()
  await other.goto('/documents')
  await expect(other.getByText(t('line.live'), { exact: true }).filter({ visible: true })).toBeVisible()
  const search = other.getByRole('searchbox')
  await search.fill('half a thought')

  await page.getByRole('button', { name: t('account.menu', { name: nameOf('uploader') }) }).click()
  await page.getByRole('menuitem', { name: t('account.sign_out') }).click()
  const dialog = other.getByRole('alertdialog', { name: t('session.over.title') })
  await expect(dialog).toBeVisible()
  await expect(dialog.getByLabel(t('account.email'))).toHaveValue(emailOf('uploader'))
  await expect(other.getByText(t('line.live'), { exact: true }).filter({ visible: true })).toHaveCount(0)
  await expectAccessible(other)

  await signIn({ of: other })
  await expect(dialog).toBeHidden()
  await expect(search).toHaveValue('half a thought')
  await expect(other.getByText(t('line.live'), { exact: true }).filter({ visible: true })).toBeVisible()
})

test('a wrong password is told in the page, and guessing makes the page wait aloud', async ({ page, t }) => {
  const email = `nobody-${Date.now()}@desk.test`
  await page.goto('/login')
  const tryOnce = async () => {
    await page.getByLabel(t('account.email')).fill(email)
    await page.getByLabel(t('account.password'), { exact: true }).fill('not the password')
    await page.locator('button[type=submit]:enabled').click()
  }
  await tryOnce()
  await expect(page.getByText(t('error.auth.bad_credentials'))).toBeVisible()
  await expectAccessible(page)
  // The fifth miss costs two seconds, each later one double; on a busy machine the first waits may pass unseen.
  const wait = page.getByRole('alert').filter({ hasText: /\d/ })
  await expect(async () => {
    const answered = page.waitForResponse(/callback\/credentials/)
    await tryOnce()
    await answered
    await expect(wait).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 120_000 })
  await expect(page.locator('button[type=submit]')).toBeDisabled()
  await expect(page.getByRole('button', { name: t('login.submit'), exact: true })).toBeEnabled()
})

test('the language is chosen before signing in, and stays', async ({ page, language }) => {
  const other = language === 'en' ? 'es' : 'en'
  await page.goto('/login')
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  await page.getByRole('radio', { name: { en: 'English', es: 'Español' }[other] }).click()
  await expect(
    page.getByRole('heading', { name: { en: 'Sign in', es: 'Iniciar sesión' }[other] }),
  ).toBeVisible()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', other)
})
