import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, pdfBytes, submit, submitJson, waitFor } from './calls'
import { type EngineProcess, keyA, keyB, startEngineProcess, stepB } from './engine-process'

let engine: EngineProcess

beforeAll(async () => {
  engine = await startEngineProcess({
    organizations: [
      { id: 'org_a', keys: [keyA] },
      { id: 'org_b', keys: [keyB], monthlyPages: 5 },
    ],
    // Usage is outside the rate limit, and every test here must stay so.
    limits: { requestsPerMinute: 5_000 },
  })
})
afterAll(() => engine.dispose())

const usage = (query = '', key: string | null = keyA) => call({ engine, path: `/api/usage${query}`, key })

const thisMonth = () => {
  const clock = new Intl.DateTimeFormat('en', {
    timeZone: 'America/Santiago',
    year: 'numeric',
    month: 'numeric',
  })
  const part = (type: string) => Number(clock.formatToParts().find((found) => found.type === type)?.value)
  return { year: part('year'), month: part('month') }
}

describe('what is asked', () => {
  test('a month without a record, the future included, is four integers and zeros', async () => {
    const { status, body } = await usage('?year=2099&month=12')
    expect(status).toBe(200)
    expect(body).toEqual({ year: 2099, month: 12, successful_pages: 0, successful_conversions: 0 })
  })

  test.each([
    ['?year=2026&month=0', 'Invalid month. Must be an integer between 1 and 12.'],
    ['?year=2026&month=13', 'Invalid month. Must be an integer between 1 and 12.'],
    ['?year=2026&month=x', 'Invalid month. Must be an integer between 1 and 12.'],
    ['?year=2026&month=1.5', 'Invalid month. Must be an integer between 1 and 12.'],
    ['?year=2019&month=1', 'Invalid year. Must be an integer between 2020 and 2100.'],
    ['?year=2101&month=1', 'Invalid year. Must be an integer between 2020 and 2100.'],
    ['?year=2026', 'Send year and month together, or neither.'],
    ['?month=4', 'Send year and month together, or neither.'],
  ])('%s is refused', async (query, error) => {
    const { status, body } = await usage(query)
    expect({ status, body }).toEqual({ status: 400, body: { error } })
  })

  test('a bad key is answered with Unauthorized, unlike anywhere else', async () => {
    const { status, body } = await usage('', null)
    expect({ status, body }).toEqual({ status: 401, body: { error: 'Unauthorized' } })
  })
})

describe('what counts', () => {
  test('a success counts once with its pages, an ERROR nothing, and organizations apart', async () => {
    const names = ['pages-7.pdf', 'pages-2.pdf', 'refuse-pages-9.pdf']
    const answers = await Promise.all(names.map((name) => submit({ engine, name })))
    for (const { body } of answers) await waitFor({ engine, id: body.id })

    const expected = { ...thisMonth(), successful_pages: 9, successful_conversions: 2 }
    expect((await usage()).body).toEqual(expected)
    expect((await usage('?organizationId=org_b')).body).toEqual(expected)
    const { year, month } = thisMonth()
    expect((await usage(`?year=${year}&month=${month}`)).body).toEqual(expected)
    expect((await usage('', keyB)).body.successful_pages).toBe(0)
  })
})

describe('the monthly quota', () => {
  const ofB = (name: string) => submit({ engine, name, key: keyB, step: stepB })

  test('once it is used up, POST answers 402 with the first instant of the next month', async () => {
    const first = await ofB('pages-6.pdf')
    await waitFor({ engine, id: first.body.id, key: keyB })

    const { status, body } = await ofB('one-more.pdf')
    expect(status).toBe(402)
    expect(body).toEqual({
      error: 'Monthly conversion quota exceeded',
      quota: 5,
      used: 6,
      resetDate: expect.stringMatching(/-01T0[34]:00:00\.000Z$/),
    })
    expect(new Date(body.resetDate).getTime()).toBeGreaterThan(Date.now())
    expect((await usage('', keyB)).status).toBe(200)
  })

  test('of six that come at once with three pages left three are taken, and their retries are the same three', async () => {
    const limited = await startEngineProcess({
      workers: 0,
      organizations: [{ id: 'org_a', keys: [keyA], monthlyPages: 3 }, { id: 'org_b' }],
    })
    const ask = (count: number) =>
      submit({ engine: limited, name: `${count}.pdf`, headers: { 'idempotency-key': String(count) } })
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(ask))
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 202, 202, 402, 402, 402])
    expect(answers.find(({ status }) => status === 402)?.body).toMatchObject({ quota: 3, used: 3 })
    const again = await Promise.all([1, 2, 3, 4, 5, 6].map(ask))
    expect(again.map(({ status, body }) => [status, body.id])).toEqual(
      answers.map(({ status, body }) => [status, body.id]),
    )
    await limited.dispose()
  })

  test('a page that was promised and could not be read is free again', async () => {
    const limited = await startEngineProcess({
      organizations: [{ id: 'org_a', keys: [keyA], monthlyPages: 1 }, { id: 'org_b' }],
    })
    const first = await submit({ engine: limited, name: 'refuse-pages-1.pdf' })
    await waitFor({ engine: limited, id: first.body.id })
    expect((await submit({ engine: limited, name: 'next.pdf' })).status).toBe(202)
    await limited.dispose()
  })

  test('a bad document is a 400 before the quota is a 402, and no URL is fetched for nothing', async () => {
    const bad = await submit({ engine, key: keyB, step: stepB, bytes: Buffer.from('words') })
    expect(bad.status).toBe(400)
    const path = `/api/steps-async/${stepB}`
    const json = JSON.stringify({ image_url: 'http://nowhere.invalid/a.pdf' })
    const headers = { 'content-type': 'application/json' }
    expect((await call({ engine, path, key: keyB, headers, body: json })).status).toBe(402)
  })
})

test('one request more than a minute allows gets a 429, in body and headers', async () => {
  const limited = await startEngineProcess({ workers: 0, limits: { requestsPerMinute: 3 } })
  const ask = () => submitJson({ engine: limited, json: { image_base64: pdfBytes.toString('base64') } })
  const startedAt = Date.now()
  const answers = [await ask(), await ask(), await ask(), await ask()]
  // The minute may turn in between: then the fourth is the first of a new one, and three more are needed.
  if (Math.floor(startedAt / 60_000) !== Math.floor(Date.now() / 60_000)) {
    answers.push(await ask(), await ask(), await ask(), await ask())
  }
  const last = answers.at(-1)
  expect(last?.status).toBe(429)
  const { resetTime, retryAfter } = last?.body ?? {}
  expect(last?.body).toEqual({
    error: 'Rate limit exceeded',
    limitType: 'minute',
    limit: 3,
    remaining: 0,
    resetTime: expect.any(Number),
    retryAfter: expect.any(Number),
  })
  expect(Number.isInteger(retryAfter) && retryAfter >= 1 && retryAfter <= 60).toBe(true)
  expect(resetTime % 60).toBe(0)
  expect(Object.fromEntries(last?.headers ?? [])).toMatchObject({
    'retry-after': String(retryAfter),
    'x-ratelimit-limit-type': 'minute',
    'x-ratelimit-limit': '3',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(resetTime),
  })
  for (let count = 0; count < 5; count += 1) {
    expect((await call({ engine: limited, path: '/api/usage' })).status).toBe(200)
  }
  expect((await call({ engine: limited, path: '/api/steps', key: keyB })).status).toBe(200)
  await limited.dispose()
})
