import { existsSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, launch, type Page } from 'puppeteer-core'
import { freshSample } from './support/sample-files'
import { sameInEveryLanguage } from './support/tags'
import { expect, test } from './support/test'
import { deskUrl, emailOf, password } from './support/test-desk'

const places = [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox']
const firefox = places.find((place) => place && existsSync(place))

test.describe.configure({ timeout: 300_000 })
test.use({ locale: 'en-GB' })

let browser: Browser
let page: Page
const complaints: string[] = []

test.beforeAll(async () => {
  if (!firefox) return
  browser = await launch({ browser: 'firefox', executablePath: firefox, headless: true, timeout: 120_000 })
  page = await browser.newPage()
  page.setDefaultTimeout(120_000)
  await page.setViewport({ width: 1440, height: 900 })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.exposeFunction('tellOfPolicy', (words: string) => complaints.push(words))
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const { tellOfPolicy } = window as unknown as { tellOfPolicy: (words: string) => void }
      tellOfPolicy(`${violatedDirective}: ${blockedURI}`)
    })
  })
})
test.afterAll(() => browser?.close())

/** Waits until the text stands on the page. */
const see = (text: string) =>
  page.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, text)

/** The card of this name says this. */
const seeCard = (card: { name: string; state: string }) =>
  page.waitForFunction(
    ({ name, state }) =>
      [...document.querySelectorAll('article')].some(
        ({ textContent }) => textContent?.includes(name) && textContent.includes(state),
      ),
    {},
    card,
  )

test('Firefox: sign-in, an upload, a drop, live cards, a page and the chart, without a complaint', {
  tag: sameInEveryLanguage,
}, async ({ t }) => {
  test.skip(!firefox, 'no Firefox on this machine: install firefox-esr, or name it in FIREFOX_PATH')
  await page.setExtraHTTPHeaders({ 'accept-language': 'en-GB' })
  await page.goto(`${deskUrl}/login`)
  await page.type('input[name=email]', emailOf('admin'))
  await page.type('input[name=password]', password)
  await page.click('button[type=submit]')
  await see(t('nav.documents'))

  const chosen = freshSample({ sample: 'invoice.pdf', as: 'firefox-chosen.pdf' })
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'intray-firefox-')), chosen.name)
  await writeFile(file, chosen.buffer)
  const input = await page.waitForSelector('input[type=file]:not([webkitdirectory])')
  await (input as Awaited<ReturnType<typeof page.$<'input'>>>)?.uploadFile(file)
  await seeCard({ name: chosen.name, state: t('state.done') })

  const dropped = freshSample({ sample: 'receipt.jpg', as: 'firefox-dropped.jpg' })
  await page.evaluate(
    ({ name, type, base64 }) => {
      const transfer = new DataTransfer()
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      transfer.items.add(new File([bytes], name, { type }))
      for (const kind of ['dragenter', 'dragover', 'drop'])
        document
          .querySelector('main')
          ?.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: transfer }))
    },
    { name: dropped.name, type: dropped.mimeType, base64: dropped.buffer.toString('base64') },
  )
  await seeCard({ name: dropped.name, state: t('state.done') })

  await page.evaluate((name) => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('article a, a')]
    links.find((link) => link.textContent?.includes(name) || link.title.includes(name))?.click()
  }, chosen.name)
  await page.waitForSelector('.pdfViewer canvas, canvas')
  await see(t('review.tab.values'))
  const tabs = await page.$eval('[role=tablist]', (list) => ({
    bar: list instanceof HTMLElement ? list.offsetWidth - list.clientWidth : 0,
    edge: getComputedStyle(list).overflowY,
  }))
  expect(tabs).toEqual({ bar: 0, edge: 'hidden' })

  await page.goto(`${deskUrl}/usage`)
  await page.waitForSelector('.recharts-bar-rectangle path')
  expect(complaints).toEqual([])
})
