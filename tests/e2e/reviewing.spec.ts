import type { APIRequestContext, Page } from '@playwright/test'
import { expectAccessible } from './support/accessible'
import { invoiceInDoubt } from './support/invoice-in-doubt'
import { sendDocument } from './support/send-document'
import { expect, test } from './support/test'

test.use({ role: 'uploader', expectedProblems: [/ERR_INTERNET_DISCONNECTED/] })
test.describe.configure({ timeout: 300_000 })

/** The page of the queue, narrowed to one supplier: other tests leave documents of their own. */
async function openQueueOf({ page, supplier }: { page: Page; supplier: string }) {
  const { suppliers } = await (await page.request.get('/api/reviews')).json()
  const { id } = suppliers.find(({ name }: { name: string }) => name.toUpperCase() === supplier)
  await page.goto(`/review?${new URLSearchParams({ supplier: id })}`)
}
const read = async (request: APIRequestContext, id: string) =>
  (await request.get(`/api/documents/${id}`)).json()

test('a document is reviewed with one key for each field, saved over a lost line, and taken back', async ({
  page,
  context,
  t,
  language,
}) => {
  const supplier = `NORTHWIND ${language.toUpperCase()} LTD`
  const name = `doubtful-${language}.pdf`
  const id = await sendDocument(invoiceInDoubt({ as: name, supplier }))
  const { toReview } = await read(page.request, id)
  expect(toReview).toBeGreaterThan(2)

  await openQueueOf({ page, supplier })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('to_review.count', { number: 1 }))
  const place = (at: number, count = toReview) => page.getByText(t('review.queue.field_of', { at, count }))
  await expect(place(1)).toBeVisible()
  await expect(page.locator('form input')).toBeFocused()
  await expectAccessible(page)

  await page.keyboard.press('Enter')
  await expect(place(2)).toBeVisible()
  await page.keyboard.press('Shift+Enter')
  await expect(place(1)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(place(2)).toBeVisible()

  await context.setOffline(true)
  const total = page.getByRole('textbox', { name: /^Total, / })
  await expect(total).toBeFocused()
  await page.keyboard.type('119')
  await page.keyboard.press('Enter')
  // The other amounts do not come to that total: one thing more to look at.
  const more = toReview + 1
  await expect(place(3, more)).toBeVisible()
  await expect(page.getByText(t('review.queue.pending', { count: 1 }))).toBeVisible()
  await expectAccessible(page)
  await context.setOffline(false)
  await expect(page.getByText(t('review.queue.pending', { count: 1 }))).toBeHidden()

  for (let at = 3; at <= more; at++) {
    await expect(place(at, more)).toBeVisible()
    await page.keyboard.press('Enter')
  }
  await expect(page.getByText(t('review.queue.checked', { name }))).toBeVisible()
  await expect(page.getByText(t('review.queue.empty_filter'))).toBeVisible()
  await expectAccessible(page)
  await expect(async () => {
    const detail = await read(page.request, id)
    expect([detail.toReview, detail.corrections.total?.value]).toEqual([0, 119])
    expect(detail.checkedAt).not.toBeNull()
  }).toPass()

  await page.getByRole('button', { name: t('review.queue.undo') }).click()
  await expect(place(1)).toBeVisible()
  await expect(async () => expect((await read(page.request, id)).checkedAt).toBeNull()).toPass()
})
