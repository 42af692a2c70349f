import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readSettings } from './read-settings'

const environment = (variables: Record<string, string>): NodeJS.ProcessEnv => ({
  NODE_ENV: 'test',
  ...variables,
})

const folder = mkdtempSync(path.join(tmpdir(), 'engine-settings-'))
afterAll(() => rmSync(folder, { recursive: true }))

function configFile(content: unknown): string {
  const file = path.join(mkdtempSync(path.join(folder, 'file-')), 'config.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

const withFile = (content: unknown) => environment({ ENGINE_CONFIG: configFile(content) })

test('with nothing set, everything has the default of the contract', () => {
  const settings = readSettings(environment({}))
  expect(settings).toMatchObject({
    host: '127.0.0.1',
    port: 4_100,
    ocr: 'auto',
    ocrLanguages: ['spa', 'eng', 'deu', 'fra'],
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    databaseUrl: null,
  })
  expect(settings.limits).toMatchObject({
    fileBytes: 104_857_600,
    urlTimeoutMs: 30_000,
    processingTimeoutMs: 3_600_000,
    requestsPerMinute: 600,
  })
  expect(settings.organizations).toBeUndefined()
})

test('a file changes what it names and nothing else', () => {
  const { limits, workers } = readSettings(withFile({ workers: 0, limits: { fileBytes: 10 } }))
  expect(workers).toBe(0)
  expect(limits).toMatchObject({ fileBytes: 10, urlTimeoutMs: 30_000 })
})

test('the launcher may pass key, folder and time zone, and the file wins over them', () => {
  const passed = { ENGINE_API_KEY: 'dt_live_x', ENGINE_DATA_DIR: '/tmp/x', ENGINE_TIME_ZONE: 'Europe/Madrid' }
  expect(readSettings(environment(passed))).toMatchObject({
    dataDir: '/tmp/x',
    timeZone: 'Europe/Madrid',
    organizations: [{ keys: ['dt_live_x'] }],
  })
  const file = configFile({ timeZone: 'UTC' })
  expect(readSettings(environment({ ...passed, ENGINE_CONFIG: file })).timeZone).toBe('UTC')
})

describe('a bad value stops the start and is named', () => {
  test.each([
    ['ENGINE_PORT', environment({ ENGINE_PORT: 'x' })],
    ['DATABASE_URL', environment({ DATABASE_URL: 'mysql://x' })],
    ['ENGINE_CONFIG', environment({ ENGINE_CONFIG: '/nowhere.json' })],
    ['ENGINE_CONFIG', withFile('{')],
    ['workers', withFile({ workers: -1 })],
    ['timeZone', withFile({ timeZone: 'Mars/Base' })],
    ['limits.fileBytes', withFile({ limits: { fileBytes: '5' } })],
    ['organizations.0.keys.0', withFile({ organizations: [{ id: 'a', keys: ['has space'] }] })],
    [
      'steps.0.organization',
      withFile({
        organizations: [],
        steps: [{ id: 'c1', name: 'S', pipeline: 'invoice', organization: 'ghost' }],
      }),
    ],
    [
      'webhooks.0.organization',
      withFile({
        organizations: [],
        webhooks: [{ organization: 'ghost', url: 'https://x.org', secret: 's' }],
      }),
    ],
    ['worker', withFile({ worker: 3 })],
  ])('%s', (name, variables) => {
    expect(() => readSettings(variables)).toThrow(name)
    expect(() => readSettings(variables)).toThrow(/^[^\n]+$/)
  })
})

test('what reads pictures can be forced from the environment, and the file wins', () => {
  expect(readSettings(environment({ ENGINE_OCR: 'wasm' })).ocr).toBe('wasm')
  expect(readSettings({ ...withFile({ ocr: 'native' }), ENGINE_OCR: 'wasm' }).ocr).toBe('native')
  expect(() => readSettings(environment({ ENGINE_OCR: 'magic' }))).toThrow('ENGINE_OCR')
})

test('the languages of pictures are a list with commas or pluses, each a name that can stand in a path', () => {
  expect(readSettings(environment({ ENGINE_OCR_LANGUAGES: 'deu+eng, fra' })).ocrLanguages).toEqual([
    'deu',
    'eng',
    'fra',
  ])
  expect(() => readSettings(environment({ ENGINE_OCR_LANGUAGES: '../etc' }))).toThrow('ENGINE_OCR_LANGUAGES')
  expect(() => readSettings(environment({ ENGINE_OCR_LANGUAGES: ',' }))).toThrow('ENGINE_OCR_LANGUAGES')
})

describe('a step with a schema of its own', () => {
  const stepWith = (schema: unknown) => withFile({ steps: [{ id: 'c1', name: 'Own', schema }] })
  const good = { type: 'object', properties: { total: { type: 'number' } } }

  test('may have it in a file beside the configuration', () => {
    const variables = stepWith('own.schema.json')
    writeFileSync(
      path.join(path.dirname(variables.ENGINE_CONFIG ?? ''), 'own.schema.json'),
      JSON.stringify(good),
    )
    expect(readSettings(variables).steps?.[0]?.schema).toEqual(good)
  })

  test.each([
    ['a file that is not there', 'nowhere.json', /step c1: .*nowhere\.json/],
    ['an unknown type', { type: 'object', properties: { a: { type: 'strng' } } }, /step c1: .*strng/],
    [
      'a broken pattern',
      { type: 'object', properties: { a: { type: 'string', pattern: '(' } } },
      /step c1: .*\(/,
    ],
    [
      'a reference to nowhere',
      { type: 'object', properties: { a: { $ref: '#/$defs/b' } } },
      /step c1: .*\$defs\/b leads nowhere/,
    ],
    [
      'a reference to itself',
      { type: 'object', properties: { a: { $ref: '#' } } },
      /step c1: .*only references/,
    ],
    ['no property', { type: 'string' }, /step c1: .*name at least one/],
    ['a property that is no schema', { type: 'object', properties: { a: 5 } }, /step c1: properties\.a/],
  ])('with %s stops the start in one line', (_name, schema, reason) => {
    expect(() => readSettings(stepWith(schema))).toThrow(reason)
    expect(() => readSettings(stepWith(schema))).toThrow(/^[^\n]+$/)
  })
})

describe('a model', () => {
  const url = 'http://127.0.0.1:11434/v1'

  test('is off unless both its address and its name are given', () => {
    expect(readSettings(environment({})).model).toBeNull()
    expect(() => readSettings(environment({ ENGINE_MODEL_URL: url }))).toThrow('ENGINE_MODEL')
    expect(() => readSettings(environment({ ENGINE_MODEL: 'small' }))).toThrow('ENGINE_MODEL_URL')
    expect(
      readSettings(environment({ ENGINE_MODEL_URL: `${url}/chat/completions`, ENGINE_MODEL: 'small' })).model,
    ).toEqual({
      url,
      name: 'small',
      key: null,
      timeoutMs: 60_000,
      maxPromptChars: 24_000,
    })
  })
})

test('threads and a further recogniser come from the environment, and none is asked for by itself', () => {
  expect(readSettings(environment({}))).toMatchObject({ ocrThreads: 1, ocrModels: null })
  const variables = { ENGINE_OCR_THREADS: '3', ENGINE_OCR_MODELS: '/models/latin' }
  expect(readSettings(environment(variables))).toMatchObject({ ocrThreads: 3, ocrModels: '/models/latin' })
  expect(() => readSettings(environment({ ENGINE_OCR_THREADS: '0' }))).toThrow('ENGINE_OCR_THREADS')
})
