import type { Page } from '@playwright/test'
import { documentSummary } from '../support/document-summary'
import { pdfText, placedTexts } from '../support/pdf-text'
import { freshSample, invoice } from './support/sample-files'
import { sendDocument } from './support/send-document'
import { expect, test } from './support/test'

test.use({
  role: 'admin',
  colorScheme: 'dark',
  // pdf.js tells of its viewer when that is hidden for the print.
  expectedProblems: [/offsetParent is not set/],
})
test.describe.configure({ timeout: 300_000 })

/** Readers of PDFs guess where words end: spaces are left out of account. */
const compact = (text: string) => text.replaceAll(/\s+/g, '')
const sheetsOf = async (file: Buffer) => (await pdfText(file)).map(compact)

const rows = 60
const listed = Array.from({ length: rows }, (_, at) =>
  documentSummary({
    ...{ id: `doc_${at}`, name: `paper-${String(at).padStart(3, '0')}.pdf`, state: 'done' },
    headline: {
      from: `Supplier ${at} and Sons`,
      number: `N-${at}`,
      issued: '2026-11-01',
      due: null,
      total: at,
      currency: 'EUR',
    },
  }),
)

/** What would be printed on each sheet, or over the rows. */
async function expectPlainPaper(page: Page) {
  await page.emulateMedia({ media: 'print' })
  const [background, floating] = await page.evaluate(() => [
    getComputedStyle(document.documentElement).backgroundColor,
    [...document.querySelectorAll('body *')]
      .filter(
        (one) =>
          ['fixed', 'sticky'].includes(getComputedStyle(one).position) && one.getClientRects().length > 0,
      )
      .map((one) => one.className.toString()),
  ])
  expect(background).toBe('rgb(255, 255, 255)')
  expect(floating).toEqual([])
  await page.emulateMedia({ media: null })
}

test('a list is printed with its filter and date, its heads on every sheet, and nothing else over its rows', async ({
  page,
  t,
}) => {
  await page.route('**/api/documents?*', (route) =>
    route.fulfill({ json: { documents: listed, nextCursor: null } }),
  )
  const nothing = { contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }
  await page.route('**/thumbnail', (route) => route.fulfill(nothing))
  await page.goto('/documents?q=paper&state=done')
  await expect(page.getByRole('row')).toHaveCount(rows + 1)
  await expectPlainPaper(page)
  const file = await page.pdf({ preferCSSPageSize: true })
  const sheets = await sheetsOf(file)
  expect(sheets.length).toBeGreaterThan(1)
  for (const sheet of sheets) {
    expect(sheet).toContain(compact(t('table.column.number')))
    expect(sheet).not.toContain(compact(t('nav.settings')))
  }
  const all = sheets.join('\n')
  for (const { name } of listed) expect(all.split(name)).toHaveLength(2)
  expect(sheets[0]).toContain(compact(t('print.filter', { label: t('print.search'), value: 'paper' })))
  expect(sheets[0]).toContain(compact(t('print.as_of', { time: '' }).trim()))
  expect(sheets[0]).not.toContain(compact(t('table.columns')))
})

test('the consumption is printed within the sheet, its chart too', async ({ page, t, language }) => {
  await sendDocument(freshSample({ sample: 'invoice.pdf', as: `printed-usage-${language}.pdf` }))
  await page.goto('/usage')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(t('usage.title'))
  const chart = page.locator('.recharts-surface').first()
  await expect(chart).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  expect((await chart.boundingBox())?.height).toBeGreaterThan(50)
  await expectPlainPaper(page)
  const file = await page.pdf({ preferCSSPageSize: true })
  for (const { text, x, width } of await placedTexts(file)) {
    expect(x, text).toBeGreaterThanOrEqual(0)
    expect(x + width, text).toBeLessThanOrEqual(1)
  }
  const sheets = await sheetsOf(file)
  expect(sheets.join()).not.toContain(compact(t('usage.save_months')))
  expect(sheets[0]).toContain(compact(t('print.as_of', { time: '' }).trim()))
})

test('a document is printed with all its values, over as many sheets as they need', async ({
  page,
  t,
  language,
}) => {
  const id = await sendDocument(freshSample({ sample: 'invoice.pdf', as: `print-${language}.pdf` }))
  await page.goto(`/documents/${id}`)
  const values = page.locator('[data-value-path], td, dd').filter({ hasText: /\d/ })
  await expect(values.first()).toBeVisible()
  await expectPlainPaper(page)
  const sheets = await sheetsOf(await page.pdf({ preferCSSPageSize: true }))
  expect(sheets.join()).toContain(`print-${language}`)
  const { supplier, number, items } = invoice
  for (const value of [supplier, number, ...items.map(({ description }) => description)])
    expect(sheets.join('')).toContain(compact(value))
  expect(sheets.join()).not.toContain(compact(t('review.back')))
  expect(sheets.join()).not.toContain(compact(t('review.tab.json')))
})
