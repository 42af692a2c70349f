import { cardOf, chooseFiles } from './support/desk-page'
import { freshSample, invoice } from './support/sample-files'
import { sendDocument } from './support/send-document'
import { sameInEveryLanguage } from './support/tags'
import { expect, test } from './support/test'
import { nameOf } from './support/test-desk'
import { translatePages } from './support/translate-pages'

test.use({ role: 'uploader' })
test.describe.configure({ timeout: 300_000 })

test('a page that the browser translates takes files, lives on and goes on changing its words', async ({
  page,
  t,
  language,
}) => {
  const names = ['a', 'b', 'c'].map((letter) => `translated-${letter}-${language}.pdf`)
  await translatePages(page)
  await page.goto('/')
  await expect(page.locator('h1 font font')).toHaveText(t('nav.desk'))
  await chooseFiles({ page, files: names.map((as) => freshSample({ sample: 'invoice.pdf', as })) })
  for (const name of names) {
    const card = cardOf({ page, name })
    await expect(card).toContainText(invoice.supplier)
    await expect(card).toContainText(t('state.done'))
  }
  for (const link of [t('nav.documents'), t('account.menu', { name: nameOf('uploader') }), t('nav.desk')]) {
    const target = page.getByRole('link', { name: link }).or(page.getByRole('button', { name: link }))
    await target.first().click()
    await page.keyboard.press('Escape')
    await expect(page.getByText(t('problem.title'))).toHaveCount(0)
  }
})

test('a browser that believes to be offline shows what answers', { tag: sameInEveryLanguage }, async ({
  page,
}) => {
  const name = 'offline-browser.pdf'
  await sendDocument(freshSample({ sample: 'invoice.pdf', as: name }))
  await page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { get: () => false }))
  await page.goto('/documents')
  await page.evaluate(() => window.dispatchEvent(new Event('offline')))
  await page.reload()
  await expect(page.getByRole('link', { name })).toBeVisible()
})

test('no page does what the policy of pages forbids', { tag: sameInEveryLanguage }, async ({ page, t }) => {
  const forbidden: string[] = []
  await page.exposeFunction('tellForbidden', (what: string) => forbidden.push(what))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
      const { tellForbidden } = window as unknown as { tellForbidden: (what: string) => void }
      tellForbidden(`${location.pathname}: ${effectiveDirective} ${blockedURI}`)
    })
  })
  for (const path of ['/', '/documents', '/account']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByText(t('line.live')).first()).toBeVisible()
  }
  expect(forbidden).toEqual([])
})

test('any number of tabs go on, live, over the six connections a browser has', {
  tag: sameInEveryLanguage,
}, async ({ page, context, t }) => {
  const tabs = [page]
  while (tabs.length < 8) tabs.push(await context.newPage())
  for (const tab of tabs) {
    await tab.goto('/documents')
    await expect(tab.getByText(t('line.live')).first()).toBeVisible()
  }
  const name = 'seen-in-every-tab.pdf'
  await sendDocument(freshSample({ sample: 'invoice.pdf', as: name }))
  for (const tab of tabs) await expect(tab.getByText(name).first()).toBeVisible()
})

test('a document with a wide table fits a phone', async ({ page, language }) => {
  const id = await sendDocument(freshSample({ sample: 'invoice.pdf', as: `phone-${language}.pdf` }))
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/documents/${id}`)
  await expect(page.getByText(invoice.number).first()).toBeVisible()
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, 'pixels beyond the right edge').toBeLessThanOrEqual(0)
})

test('at 400 % no bar lies over the page', { tag: sameInEveryLanguage }, async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 })
  for (const path of ['/', '/documents']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const bars = await page.evaluate(() =>
      [...document.querySelectorAll('header, header ~ div, thead, nav')].flatMap((bar) => {
        const { position, display } = getComputedStyle(bar)
        return display !== 'none' && ['fixed', 'sticky'].includes(position)
          ? [bar.outerHTML.slice(0, 80)]
          : []
      }),
    )
    expect(bars).toEqual([])
  }
})

test('where the reader chooses the colours, the page one is on has an edge', {
  tag: sameInEveryLanguage,
}, async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/')
  const current = page.locator('nav [aria-current="page"]').first()
  await expect(current).toBeVisible()
  expect(await current.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe('solid')
})
