import { describe, expect, it } from 'vitest'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { documentSummary } from '@/tests/support/document-summary'
import { type CardGroup, countGroups, filterCards, readCardFilter, writeCardFilter } from './card-filter'

const card = (name: string, state: DocumentSummary['state'], toReview = 0) =>
  documentSummary({ id: name, name, state, toReview })

const documents = [
  card('Factura Núñez.pdf', 'done', 2),
  card('b.pdf', 'done'),
  card('c.pdf', 'failed'),
  card('d.pdf', 'waiting'),
  card('e.pdf', 'uncertain'),
  card('f.pdf', 'cancelled'),
]
const names = (group: CardGroup | null, text = '') =>
  filterCards({ documents, filter: { group, text } }).map(({ name }) => name)

describe('card filter', () => {
  it('shows what is on its way, or ended in one way, or has something to review', () => {
    expect(names('open')).toEqual(['d.pdf', 'e.pdf'])
    expect(names('failed')).toEqual(['c.pdf'])
    expect(names('done')).toEqual(['Factura Núñez.pdf', 'b.pdf'])
    expect(names('review')).toEqual(['Factura Núñez.pdf'])
  })

  it('counts each group, as the list of documents does', () => {
    expect(countGroups(documents)).toEqual({ open: 2, review: 1, done: 2, failed: 1 })
  })

  it('finds names without accents or capitals', () => {
    expect(names(null, 'nunez')).toEqual(['Factura Núñez.pdf'])
  })

  it('finds by whose a document is and its number, whatever the file is called', () => {
    const known = { from: 'Azúre Interior', number: 'INV/8', total: 1, currency: null }
    const headline = { ...known, issued: null, due: null }
    const scan = documentSummary({ name: 'scan0001.pdf', state: 'done', headline })
    const found = (text: string) => filterCards({ documents: [scan], filter: { group: null, text } }).length
    expect(['azure', 'inv/8', 'scan', 'other'].map(found)).toEqual([1, 1, 1, 0])
  })

  it('survives the address and takes nothing from it that is not a state', () => {
    const filter = { group: 'failed', text: 'a&b' } as const
    expect(readCardFilter(writeCardFilter(filter))).toEqual(filter)
    expect(readCardFilter(new URLSearchParams('state=nonsense'))).toEqual({ group: null, text: '' })
  })
})
