import { beforeEach, expect, test } from 'vitest'
import { GET } from '@/app/api/documents/[documentId]/words/route'
import { db } from '@/lib/db/client'
import { findWords } from '@/lib/documents/words/find-words'
import { upstreamFaults } from '@/lib/docutray/tables'
import { getSettings } from '@/lib/env'
import { beginAnew } from '../support/begin-anew'
import { addPerson, callJson, signInAs } from '../support/desk'
import { addDocument, submitNow, trackNow } from '../support/pumps'
import { setUpDesk } from '../support/set-up-desk'
import { upstream } from '../support/upstream'

setUpDesk({ role: 'uploader' })

const { behaviour, executions } = upstream

beforeEach(async () => {
  useUpstream('engine')
  await beginAnew(upstream)
})

function useUpstream(kind: 'cloud' | 'engine') {
  Object.assign(getSettings(), { INTRAY_UPSTREAM: kind })
}

async function addRead(): Promise<string> {
  const id = await addDocument()
  await submitNow()
  await trackNow()
  await trackNow()
  return id
}

const page = (number: number) => ({
  page: number,
  width: 595,
  height: 842,
  words: [
    { text: `Total ${number}`, box: [0.1, 0.2, 0.3, 0.01] as const, confidence: 0.9, source: 'picture' },
  ],
})

/** As the engine does: at most twenty pages an answer. */
function keepPages(count: number) {
  behaviour.words = ({ from, to }) => ({
    status: 200,
    body: {
      page_count: count,
      pages: Array.from({ length: count }, (_, at) => page(at + 1)).filter(
        ({ page: number }) => number >= from && number <= Math.min(to, from + 19),
      ),
    },
  })
}

const wordsOf = (documentId: string, search = '') =>
  callJson(GET, { path: `/api/documents/x/words${search}`, params: { documentId } })

test('the words of a page are those of the current attempt', async () => {
  const documentId = await addRead()
  const asked: unknown[] = []
  keepPages(3)
  const answer = behaviour.words
  behaviour.words = (question) => {
    asked.push(question)
    return answer?.(question) ?? { status: 500, body: {} }
  }
  expect(await wordsOf(documentId, '?page=2')).toEqual({
    status: 200,
    body: { pageCount: 3, pages: [page(2)] },
  })
  expect(asked).toEqual([{ id: executions.at(-1)?.id, from: 2, to: 2 }])
})

test('without a page it answers with the first twenty; the desk itself gets them all', async () => {
  const documentId = await addRead()
  keepPages(45)
  expect((await wordsOf(documentId)).body.pages).toHaveLength(20)
  const all = await findWords({ documentId })
  expect(all?.pages.map(({ page: number }) => number)).toEqual(Array.from({ length: 45 }, (_, at) => at + 1))
})

test('none are kept by the cloud, of what is not known any more, and of another service: no fault of anybody', async () => {
  const documentId = await addRead()
  const none = { status: 200, body: { pageCount: null, pages: null } }
  expect(await wordsOf(documentId)).toEqual(none)
  keepPages(1)
  useUpstream('cloud')
  expect(await wordsOf(documentId)).toEqual(none)
  const { DOCUTRAY_API_KEY: key } = getSettings()
  Object.assign(getSettings(), { INTRAY_UPSTREAM: 'engine', DOCUTRAY_API_KEY: 'dt_another_account' })
  expect(await wordsOf(documentId)).toEqual(none)
  Object.assign(getSettings(), { DOCUTRAY_API_KEY: key })
  expect((await wordsOf(documentId)).body.pages).toHaveLength(1)
  expect(await wordsOf(await addDocument())).toEqual(none)
  expect(await db().select().from(upstreamFaults)).toEqual([])
})

test('whoever may not see the document does not get its words, and a page is a number', async () => {
  const documentId = await addRead()
  keepPages(1)
  expect((await wordsOf(documentId, '?page=none')).status).toBe(400)
  signInAs(await addPerson('uploader'))
  expect(await wordsOf(documentId)).toMatchObject({
    status: 404,
    body: { error: { code: 'document.not_found' } },
  })
})

test('an upstream that is away is said', async () => {
  const documentId = await addRead()
  behaviour.words = () => ({ status: 503, body: { message: 'busy' } })
  expect(await wordsOf(documentId)).toMatchObject({
    status: 502,
    body: { error: { code: 'upstream.faulty' } },
  })
})
