import type { APIRequestContext, Page } from '@playwright/test'
import type { Translate } from '@/lib/i18n/translate-messages'
import { expectAccessible } from './support/accessible'
import { invoiceInDoubt } from './support/invoice-in-doubt'
import { sendDocument } from './support/send-document'
import { expect, test } from './support/test'

test.use({ role: 'uploader' })
test.describe.configure({ timeout: 300_000 })

const read = async (request: APIRequestContext, id: string) =>
  (await request.get(`/api/documents/${id}`)).json()

/** The middle of a word on the page, once the page is drawn with its words over it. */
async function placeOfWord({ page, id, text }: { page: Page; id: string; text: string }) {
  const { pages } = await (await page.request.get(`/api/documents/${id}/words?page=1`)).json()
  const { box } = pages[0].words.find((word: { text: string }) => word.text === text)
  const layer = page.locator('[data-words]:not([data-words="0"])')
  await expect(layer).toBeVisible()
  const sheet = await layer.boundingBox()
  if (!sheet) throw new Error('the page is in sight')
  const [x, y, width, height] = box
  return { x: sheet.x + sheet.width * (x + width / 2), y: sheet.y + sheet.height * (y + height / 2) }
}

/** Opens the document and its total; the field is what is typed into. */
async function editTotal({ page, t, id }: { page: Page; t: Translate; id: string }) {
  await page.goto(`/documents/${id}`)
  await page
    .getByRole('button', { name: /^Total: / })
    .first()
    .focus()
  await page.keyboard.press('e')
  return page.getByRole('textbox', { name: t('review.edit.field', { label: 'Total' }) })
}

test('a click on a word of the page corrects a value, and its place is shown afterwards', async ({
  page,
  t,
  language,
}) => {
  const supplier = `POINTED ${language.toUpperCase()} LTD`
  const id = await sendDocument(invoiceInDoubt({ as: `pointed-${language}.pdf`, supplier }))
  const field = await editTotal({ page, t, id })
  await expect(field).toBeFocused()

  const label = await placeOfWord({ page, id, text: 'Subtotal:' })
  await page.mouse.move(label.x, label.y)
  await page.mouse.click(label.x, label.y)
  await expect(page.getByText(t('review.point.misfit', { text: 'Subtotal:', kind: 'number' }))).toBeVisible()
  const amount = await placeOfWord({ page, id, text: '19.00' })
  await page.mouse.click(amount.x, amount.y)
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('19')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(async () => {
    const { corrections } = await read(page.request, id)
    expect(corrections.total).toMatchObject({ value: 19, place: { page: 1, text: '19.00' } })
  }).toPass()

  await page.reload()
  await page
    .getByRole('button', { name: /^Total: / })
    .first()
    .hover()
  const mark = page.locator('.page [title^="Total"]')
  await expect(mark).toBeVisible()
  const shown = await mark.boundingBox()
  expect(Math.abs((shown?.y ?? 0) + (shown?.height ?? 0) / 2 - amount.y)).toBeLessThan(20)
})

test('the keyboard alone goes through what fits on the page', async ({ page, t, language }) => {
  const supplier = `KEYBOARD ${language.toUpperCase()} LTD`
  const id = await sendDocument(invoiceInDoubt({ as: `keyboard-${language}.pdf`, supplier }))
  const field = await editTotal({ page, t, id })
  await expect(field).toHaveValue('150')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(field).toHaveValue('19')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(field).toHaveValue('100')
  await expect(page.locator('[data-chosen]')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(async () => {
    expect((await read(page.request, id)).corrections.total).toMatchObject({
      value: 100,
      place: { text: '100.00' },
    })
  }).toPass()
})
