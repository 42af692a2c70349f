import type { APIRequestContext, Page } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { freshSample } from './support/sample-files'
import { sendDocument } from './support/send-document'
import { expect, test } from './support/test'

test.use({ role: 'uploader' })
test.describe.configure({ timeout: 300_000 })

const read = async (request: APIRequestContext, id: string) =>
  (await request.get(`/api/documents/${id}`)).json()
const cell = (page: Page, row: number, column: number) =>
  page.locator('[role="grid"] tbody tr').nth(row).locator('td').nth(column)

test('line items are worked on as in a spreadsheet, and the sum says whether they are right', async ({
  page,
  context,
  t,
  language,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const id = await sendDocument(freshSample({ sample: 'invoice.pdf', as: `lines-${language}.pdf` }))
  const { result } = await read(page.request, id)
  const rows: { quantity: number; amount: number }[] = result.line_items
  await page.goto(`/documents/${id}`)
  const equal = page.getByText(/ = Subtotal$/)
  await expect(equal).toBeVisible()

  // Quantity of the first row: 0, which its price and amount contradict.
  await cell(page, 0, 1).click()
  await page.keyboard.type('0')
  await page.keyboard.press('Enter')
  await expect(cell(page, 1, 1)).toBeFocused()
  const offer = page.getByText(/^= /)
  await expect(offer).toHaveCount(1)
  await expectAccessible(page)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('=')
  await expect(offer).toHaveCount(0)

  await page.keyboard.press('End')
  await page.keyboard.type('1')
  await page.keyboard.press('Tab')
  await expect(page.getByText(/≠ Subtotal/)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(equal).toBeVisible()

  // A row in front of the second, from the clipboard.
  await cell(page, 1, 0).click()
  await page.keyboard.press('Insert')
  await expect(page.locator('[role="grid"] tbody tr')).toHaveCount(rows.length + 1)
  await expect(cell(page, 1, 0)).toBeFocused()
  await page.evaluate(() => navigator.clipboard.writeText('Ribbon\t2\t1\t2\n'))
  await page.keyboard.press('ControlOrMeta+v')
  await expect(cell(page, 1, 0)).toContainText('Ribbon')
  await expect(page.getByText(/≠ Subtotal/)).toBeVisible()
  await expectAccessible(page)
  await expect(async () => {
    const { corrections } = await read(page.request, id)
    const added = `line_items.${rows.length}`
    expect(corrections[added]).toMatchObject({ added: true, before: 'line_items.1' })
    expect(corrections[`${added}.amount`]).toMatchObject({ value: 2 })
    expect(corrections['line_items.0.quantity']).toBeUndefined()
  }).toPass()

  await page.keyboard.press('Shift+Delete')
  await expect(page.locator('[role="grid"] tbody tr')).toHaveCount(rows.length)
  await expect(equal).toBeVisible()
  await page.reload()
  await expect(equal).toBeVisible()
  await expect(cell(page, 0, 1)).toContainText(String(rows[0]?.quantity))
  await expect(page.getByText(t('review.row.removed', { rows: 1 }))).toBeVisible()
})
