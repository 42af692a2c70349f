import type { Page } from '@playwright/test'
import { onePagePdf, printed, stream } from '../fixtures/write-pdf'
import { expectAccessible } from './support/accessible'
import { sendDocument } from './support/send-document'
import { expect, test } from './support/test'

test.use({ role: 'admin' })
test.describe.configure({ timeout: 300_000 })

/** A supplier who calls the customer's order as nobody else does. */
function invoiceOf({ supplier, number, order }: { supplier: string; number: string; order: string }) {
  const lines = [
    supplier,
    'INVOICE',
    '',
    `Invoice number: ${number}`,
    'Invoice date: 12 March 2026',
    `Tarvel sign: ${order}`,
    '',
    'Subtotal: 100.00',
    'Tax: 19.00',
    'Total: 119.00',
    'Currency: EUR',
  ]
  const buffer = onePagePdf({ content: stream({ content: printed(lines) }) })
  return { name: `${number}.pdf`, mimeType: 'application/pdf', buffer }
}

async function correct({ page, id, order }: { page: Page; id: string; order: string }) {
  const { result } = await (await page.request.get(`/api/documents/${id}`)).json()
  const was = result.purchase_order ?? null
  expect(was).not.toBe(order)
  const value = await page.request.put(`/api/documents/${id}/values`, {
    data: { path: 'purchase_order', value: order, was },
  })
  expect(value.status(), await value.text()).toBe(200)
  await page.request.put(`/api/documents/${id}/checked`, { data: { checked: true } })
}

test('two corrections teach how the next document is read, until that is forgotten', async ({
  page,
  t,
  language,
}) => {
  const supplier = `TARVEL ${language.toUpperCase()} LTD`
  const send = (number: string, order: string) => sendDocument(invoiceOf({ supplier, number, order }))
  for (const [number, order] of [
    [`${language}-2101`, 'QX-4711'],
    [`${language}-2102`, 'QX-4799'],
  ] as const)
    await correct({ page, id: await send(number, order), order })
  const taught = async () => {
    const { suppliers } = await (await page.request.get('/api/lessons')).json()
    return suppliers.find(({ name }: { name: string }) => name.toUpperCase() === supplier)
  }
  await expect(async () => {
    expect((await taught())?.lessons).toMatchObject([{ path: 'purchase_order', state: 'active' }])
  }).toPass()

  const id = await send(`${language}-2103`, 'QX-5000')
  await page.goto(`/documents/${id}`)
  const value = page.getByRole('button', { name: /QX-5000/ })
  await expect(value).toContainText(t('review.value.learnt', { count: 2, number: '2' }))
  await expectAccessible(page)

  await page.goto('/review')
  await page.getByRole('link', { name: t('lessons.open') }).click()
  const { name } = await taught()
  const lessons = page.getByRole('region', { name })
  await expect(lessons).toContainText(t('lessons.rule.label_right', { label: 'Tarvel sign' }))
  const from = lessons.getByText(t('lessons.from', { count: 2, number: '2' }), { exact: true })
  await from.focus()
  await page.keyboard.press('Enter')
  await expect(lessons.getByRole('link', { name: `${language}-2101.pdf` })).toBeVisible()
  await expectAccessible(page)

  await lessons.getByRole('button', { name: t('lessons.forget_all_of', { name }) }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(lessons).toBeHidden()
  await page.goto(`/documents/${id}`)
  await expect(page.getByRole('heading', { name: `${language}-2103.pdf` })).toBeVisible()
  await expect(page.getByRole('button', { name: /QX-5000/ })).toHaveCount(0)
})
