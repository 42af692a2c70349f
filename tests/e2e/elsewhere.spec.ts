import type { BrowserContext, Page } from '@playwright/test'
import { chooseFiles } from './support/desk-page'
import { freshSample } from './support/sample-files'
import { sendDocument } from './support/send-document'
import { sameInEveryLanguage } from './support/tags'
import { expect, test } from './support/test'

test.use({ role: 'uploader' })
test.describe.configure({ timeout: 300_000 })

type Told = { isHidden: boolean; notices: string[] }

/** Makes the tabs of the context say what the test wants of their visibility, and keep the notices they show. */
async function watchNotices(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const told: Told = { isHidden: false, notices: [] }
    Object.assign(window, { told })
    Object.defineProperty(document, 'visibilityState', {
      get: () => (told.isHidden ? 'hidden' : 'visible'),
    })
    class RecordedNotice {
      static permission = 'granted'
      static requestPermission = async () => 'granted'
      constructor(title: string) {
        told.notices.push(title)
      }
    }
    Object.assign(window, { Notification: RecordedNotice })
  })
}

const toldOf = (page: Page) => page.evaluate(() => (window as unknown as { told: Told }).told)

async function hide(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { told } = window as unknown as { told: Told }
    told.isHidden = true
    document.dispatchEvent(new Event('visibilitychange'))
  })
}

test('of two tabs out of sight one tells, once, that a batch has ended; both titles say it', async ({
  page,
  context,
  t,
  language,
}) => {
  await watchNotices(context)
  await page.goto('/account')
  await page.getByRole('switch', { name: t('notices.switch') }).click()
  await expect(page.getByRole('switch', { name: t('notices.switch') })).toBeChecked()
  await page.goto('/')
  const other = await context.newPage()
  await other.goto('/documents')
  await expect(other.getByText(t('line.live')).first()).toBeVisible()
  const names = [`away-1-${language}.pdf`, `away-2-${language}.pdf`]
  await hide(other)
  await chooseFiles({ page, files: names.map((as) => freshSample({ sample: 'invoice.pdf', as })) })
  await hide(page)

  await expect(page).toHaveTitle(/^✓ /, { timeout: 60_000 })
  await expect(other).toHaveTitle(/^✓ /)
  await expect(async () => {
    const notices = [...(await toldOf(page)).notices, ...(await toldOf(other)).notices]
    expect(notices).toEqual([t('notices.over', { done: 2, failed: 0 })])
  }).toPass({ timeout: 60_000 })
})

test('what a person chose about mails and language is there when they come back', async ({ page, t }) => {
  await page.goto('/account')
  const wish = page.getByRole('switch', { name: t('account.mails.done') })
  const before = await wish.getAttribute('aria-checked')
  const saved = page.waitForResponse((response) => response.url().endsWith('/api/account'))
  await wish.click()
  expect((await saved).status()).toBe(200)
  await page.reload()
  await expect(wish).not.toHaveAttribute('aria-checked', before ?? '')
  await expect(page.getByText(t('account.mails.no_server'))).toBeVisible()
})

test('a download says how long it is', { tag: sameInEveryLanguage }, async ({ page, language }) => {
  const file = freshSample({ sample: 'invoice.pdf', as: `long-${language}.pdf` })
  const id = await sendDocument(file)
  const answer = await page.request.get(`/api/documents/${id}/original`)
  expect(answer.headers()['content-length']).toBe(String(file.buffer.length))
})
