import type { DocumentFilter } from '@/lib/documents/model/schema'
import { documentFilterSchema } from '@/lib/documents/model/schema'
import { listDocuments } from '@/lib/documents/read/list-documents'
import { benchPeople, benchSteps } from './documents'
import { percentile, printTable } from './figures'

type Question = { name: string; filter: Partial<DocumentFilter>; as?: 'admin' | 'uploader' }

const [firstPerson = '', secondPerson = ''] = benchPeople
const lastPerson = benchPeople.at(-1) ?? ''

const lists: Question[] = [
  { name: 'all', filter: {} },
  { name: 'the desk’s cards (500)', filter: { limit: 500 } },
  { name: 'done', filter: { state: ['done'] } },
  { name: 'failed', filter: { state: ['failed'] } },
  { name: 'failed, cancelled, uncertain', filter: { state: ['failed', 'cancelled', 'uncertain'] } },
  { name: 'under way', filter: { state: ['waiting', 'sending', 'enqueued', 'processing'] } },
  { name: 'rarest step', filter: { step: benchSteps.at(-1) } },
  { name: 'one of many people', filter: { person: lastPerson } },
  { name: 'own documents', filter: {}, as: 'uploader' },
  { name: 'own failed', filter: { state: ['failed'] }, as: 'uploader' },
  { name: 'a month two years ago', filter: { from: '2024-10-01', to: '2024-10-31' } },
  { name: 'failed of that month', filter: { from: '2024-10-01', to: '2024-10-31', state: ['failed'] } },
  {
    name: 'person, step and state',
    filter: { person: secondPerson, step: benchSteps[1], state: ['failed'] },
  },
]

const searches: Question[] = [
  { name: 'part of a number', filter: { q: 'F001-000123' } },
  { name: 'end of a number', filter: { q: '4567' } },
  { name: 'frequent word', filter: { q: 'factura' } },
  { name: 'word of half the values', filter: { q: 'tornillo' } },
  { name: 'two words', filter: { q: 'panaderia nunez' } },
  { name: 'word and amount', filter: { q: 'tornillo 1234' } },
  { name: 'an old day', filter: { q: '2024-10-15' } },
  { name: 'an old year', filter: { q: '2024' } },
  { name: 'three letters', filter: { q: 'com' } },
  { name: 'one letter', filter: { q: 'c' } },
  { name: 'one digit', filter: { q: '1' } },
  { name: 'nothing like it', filter: { q: 'xylophone' } },
  { name: 'word among own', filter: { q: 'harina' }, as: 'uploader' },
  { name: 'word among failed', filter: { q: 'factura', state: ['failed'] } },
  { name: 'purchase order', filter: { q: 'po-123' } },
]

const rounds = 20
/** A person leafs through some pages of what was found. */
const pages = 3

/** Asks the open desk what a person would ask, page after page, and prints how long the answers took. */
export async function measureLists(): Promise<void> {
  for (const [heading, questions] of [
    ['list', lists],
    ['search', searches],
  ] as const) {
    const all: number[] = []
    const rows: (string | number)[][] = []
    for (const question of questions) {
      const { times, found } = await ask(question)
      all.push(...times)
      rows.push([question.name, found, percentile(times, 0.5), percentile(times, 0.95), Math.max(...times)])
    }
    rows.push([`every ${heading}`, '', percentile(all, 0.5), percentile(all, 0.95), Math.max(...all)])
    printTable([heading, 'first page', 'p50 ms', 'p95 ms', 'max ms'], rows)
  }
}

async function ask({ filter, as = 'admin' }: Question): Promise<{ times: number[]; found: string }> {
  const user = { id: as === 'admin' ? 'usr_admin' : firstPerson, email: '', name: '', role: as }
  const times: number[] = []
  let found = 0
  for (let round = 0; round < rounds; round += 1) {
    let cursor: string | null = null
    for (let page = 0; page < pages; page += 1) {
      const asked = { ...documentFilterSchema.parse({}), ...filter, ...(cursor ? { cursor } : {}) }
      const startedAt = performance.now()
      const { documents, nextCursor } = await listDocuments({ user, filter: asked })
      times.push(performance.now() - startedAt)
      if (page === 0) found = documents.length
      cursor = nextCursor
      if (!cursor) break
    }
  }
  return { times, found: String(found) }
}
