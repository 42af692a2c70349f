import { beforeEach, expect, test } from 'vitest'
import { GET as getOriginal } from '@/app/api/documents/[documentId]/original/route'
import { GET } from '@/app/api/documents/[documentId]/searchable.pdf/route'
import { getSettings } from '@/lib/env'
import type { FixtureName } from '../../fixtures/fixture'
import { pdfText, placedTexts } from '../../support/pdf-text'
import { beginAnew } from '../support/begin-anew'
import { addPerson, call, callJson, signInAs } from '../support/desk'
import { uploadOne } from '../support/documents'
import { submitNow, trackNow } from '../support/pumps'
import { setUpDesk } from '../support/set-up-desk'
import { upstream } from '../support/upstream'

setUpDesk({ role: 'uploader' })

const { behaviour } = upstream
const word = { text: 'Ñandú', box: [0.1, 0.2, 0.3, 0.02] as const, confidence: 0.9, source: 'picture' }

beforeEach(async () => {
  Object.assign(getSettings(), { INTRAY_UPSTREAM: 'engine' })
  await beginAnew(upstream)
  const pages = [{ page: 1, width: 595, height: 842, words: [word] }]
  behaviour.words = () => ({ status: 200, body: { page_count: 1, pages } })
})

async function addRead(name: FixtureName, as?: string): Promise<string> {
  const id = await uploadOne({ name, ...(as ? { as } : {}) })
  await submitNow()
  await trackNow()
  await trackNow()
  return id
}
const searchable = (documentId: string) => call(GET, { params: { documentId } })

test.each(['receipt.jpg', 'receipt.png', 'receipt.bmp'] as FixtureName[])(
  'the picture %s becomes one page with its words at their places',
  async (name) => {
    const response = await searchable(await addRead(name))
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toContain('filename="receipt.pdf"')
    const file = new Uint8Array(await response.arrayBuffer())
    expect(file.length).toBe(Number(response.headers.get('content-length')))
    const [found, ...none] = await placedTexts(file)
    expect(none).toEqual([])
    expect(found?.text).toBe('Ñandú')
    expect([found?.x, found?.width, found?.base].map((one) => one?.toFixed(2))).toEqual([
      '0.10',
      '0.30',
      '0.22',
    ])
    expect((await pdfText(file)).map((text) => text.trim())).toEqual(['Ñandú'])
  },
)

test('a JPEG is in the page with its own bytes, and a PDF keeps them before what is added', async () => {
  const jpeg = await addRead('receipt.jpg')
  const original = async (documentId: string) =>
    Buffer.from(await (await call(getOriginal, { params: { documentId } })).arrayBuffer())
  const made = Buffer.from(await (await searchable(jpeg)).arrayBuffer())
  expect(made.includes((await original(jpeg)).subarray(0, 50_000))).toBe(true)

  const pdf = await addRead('invoice.pdf')
  const before = await original(pdf)
  const after = Buffer.from(await (await searchable(pdf)).arrayBuffer())
  expect(after.subarray(0, before.length).equals(before)).toBe(true)
  expect((await pdfText(after))[0]).toContain('Ñandú')
})

test('without words there is none, and who may not see the document learns nothing of it', async () => {
  const id = await addRead('receipt.png')
  delete behaviour.words
  const json = () => callJson(GET, { params: { documentId: id } })
  expect((await json()).body.error.code).toBe('document.no_words')
  signInAs(await addPerson('uploader'))
  expect((await json()).body.error.code).toBe('document.not_found')
})
