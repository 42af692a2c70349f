import { readFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type ScriptProcess, startAlone } from '../support/script-process'
import { childProcesses } from './support/child-processes'
import { cardOf } from './support/desk-page'
import { invoice } from './support/sample-files'
import { sameInEveryLanguage } from './support/tags'
import { expect, test } from './support/test'
import { deskPort, password } from './support/test-desk'

test.describe.configure({ mode: 'serial', timeout: 400_000 })
// The desk goes away under an open page.
test.use({ expectedProblems: [/ERR_/, /Failed to fetch/] })

const port = deskPort + 1
const url = `http://127.0.0.1:${port}`
const ready = 'Ctrl-C stops it.'

/** A desk of its own beside the one of the run. */
const startDesk = (env: Record<string, string>) => startAlone({ file: 'cli/start.ts', env })

let settings: Record<string, string>
let desk: ScriptProcess

test.beforeAll(async () => {
  test.setTimeout(300_000)
  settings = { PORT: String(port), INTRAY_DATA_DIR: await mkdtemp(path.join(tmpdir(), 'intray-start-')) }
  desk = startDesk(settings)
  await desk.untilPrinted(ready)
})
test.afterAll(async () => {
  await desk.stop()
})

test('a first start prints a link that makes the administrator and opens the desk, which reads a sample', async ({
  page,
  t,
}) => {
  const link = /http\S+\/setup\?token=\S+/.exec(desk.printed())?.[0] ?? ''
  await page.goto(link)
  await page.getByLabel(t('account.name')).fill('Ada Lovelace')
  await page.getByLabel(t('account.email')).fill('not an address')
  await page.getByLabel(t('account.password'), { exact: true }).fill('short')
  await page.getByRole('button', { name: t('setup.submit') }).click()
  await expect(page.getByText(t('account.email.problem'))).toBeVisible()
  await expect(page.getByText(t('account.password.problem'))).toBeVisible()

  await page.getByLabel(t('account.email')).fill('ada@desk.test')
  await page.getByLabel(t('account.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: t('setup.submit') }).click()
  await expect(page).toHaveURL(`${url}/`)
  await expect(page.getByRole('button', { name: t('account.menu', { name: 'Ada Lovelace' }) })).toBeVisible()

  for (const file of ['factura.pdf', 'receipt.jpg']) {
    expect((await page.request.get(`${url}/samples/${file}`)).status()).toBe(200)
  }
  await expect(page.getByRole('button', { name: t('samples.factura') })).toBeVisible()
  await expect(page.getByRole('button', { name: t('samples.receipt') })).toBeVisible()
  await page.getByRole('button', { name: t('samples.invoice') }).click()
  const card = cardOf({ page, name: 'invoice.pdf' })
  await expect(card).toContainText(invoice.supplier, { timeout: 90_000 })
  await expect(card).toContainText(t('state.done'))

  await page.goto(link)
  await expect(page.getByText(t('error.auth.setup_closed'))).toBeVisible()
})

test('nothing printed or logged shows a secret', { tag: sameInEveryLanguage }, async () => {
  expect(desk.printed()).not.toContain('dt_local_')
})

test('the engine is given none of the desk’s secrets', { tag: sameInEveryLanguage }, async () => {
  test.skip(process.platform !== 'linux', 'only Linux shows the environment of another process')
  const [engine = 0] = childProcesses({ of: desk.pid, with: 'engine.mjs' })
  const environment = readFileSync(`/proc/${engine}/environ`, 'utf8').split('\0')
  const names = environment.map((variable) => variable.split('=')[0] ?? '')
  expect(names).toContain('ENGINE_API_KEY')
  expect(names.filter((name) => /^(INTRAY|DOCUTRAY|NEXTAUTH|SMTP|FILES|AWS)_/.test(name))).toEqual([])
})

test('no answer to an unknown address is kept', { tag: sameInEveryLanguage }, async ({ request }) => {
  for (const address of ['/no-such-page', '/api/no-such-call', '/api/auth/no-such-call', '/_next/nothing']) {
    const answer = await request.get(url + address)
    expect([400, 404], address).toContain(answer.status())
    expect(answer.headers()['cache-control'], address).toContain('no-store')
  }
})

test('an engine that is killed is started again', { tag: sameInEveryLanguage }, async ({ request }) => {
  const [engine = 0] = childProcesses({ of: desk.pid, with: 'engine.mjs' })
  process.kill(engine, 'SIGKILL')
  await desk.untilPrinted('is started again')
  const another = () => childProcesses({ of: desk.pid, with: 'engine.mjs' }).find((pid) => pid !== engine)
  await expect.poll(another, { timeout: 60_000 }).toBeDefined()
  await expect(async () => {
    const health = await (await request.get(`${url}/api/health`)).json()
    expect(health).toMatchObject({ status: 'ok', upstream: { kind: 'engine', reachable: true } })
  }).toPass({ timeout: 60_000 })
})

test('a second desk on the same folder is refused, and the first goes on', {
  tag: sameInEveryLanguage,
}, async ({ request }) => {
  const second = startDesk({ ...settings, PORT: String(port + 1) })
  expect(await second.ended).toBe(1)
  expect(second.printed()).toContain('is in use by another Intray')
  expect((await request.get(`${url}/api/health`)).status()).toBe(200)
})

test('told to stop it ends both processes within seconds and calls that a success', {
  tag: sameInEveryLanguage,
}, async () => {
  const children = childProcesses({ of: desk.pid, with: '' })
  const askedAt = Date.now()
  expect(await desk.stop()).toBe(0)
  expect(Date.now() - askedAt).toBeLessThan(10_000)
  for (const child of children) expect(() => process.kill(child, 0)).toThrow(/ESRCH/)
})

test('a second start shows no link, and ends with the reason when the web process dies', {
  tag: sameInEveryLanguage,
}, async () => {
  desk = startDesk(settings)
  await desk.untilPrinted(ready)
  expect(desk.printed()).not.toContain('/setup?token=')
  const [web = 0] = childProcesses({ of: desk.pid, with: 'web.mjs' })
  process.kill(web, 'SIGKILL')
  expect(await desk.ended).toBe(1)
  expect(desk.printed()).toContain('The desk ended (signal SIGKILL).')
})
