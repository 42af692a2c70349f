import { describe, expect, it } from 'vitest'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { documentSummary } from '@/tests/support/document-summary'
import { countGroups, filterCards, readCardFilter, writeCardFilter } from './card-filter'

const card = (name: string, state: DocumentSummary['state'], toReview = 0) =>
  documentSummary({ id: name, name, state, toReview })

const documents = [card('Factura Núñez.pdf', 'done', 2), card('b.pdf', 'done'), card('c.pdf', 'failed')]
const late = new Set(['c.pdf'])
const names = (group: 'done' | 'review' | 'late' | null, text = '') =>
  filterCards({ documents, late, filter: { group, text } }).map(({ name }) => name)

describe('card filter', () => {
  it('shows one state, or the results with something to review', () => {
    expect(names('done')).toEqual(['Factura Núñez.pdf', 'b.pdf'])
    expect(names('review')).toEqual(['Factura Núñez.pdf'])
  })

  it('shows the overdue, and their counter only while there are any', () => {
    expect(names('late')).toEqual(['c.pdf'])
    const groups = countGroups({ documents, late: new Set(), selected: null })
    expect(groups.map(({ group }) => group)).not.toContain('late')
  })

  it('finds names without accents or capitals', () => {
    expect(names(null, 'nunez')).toEqual(['Factura Núñez.pdf'])
  })

  it('finds by whose a document is and its number, whatever the file is called', () => {
    const known = { from: 'Azúre Interior', number: 'INV/8', total: 1, currency: null }
    const headline = { ...known, issued: null, due: null }
    const scan = documentSummary({ name: 'scan0001.pdf', state: 'done', headline })
    const found = (text: string) =>
      filterCards({ documents: [scan], late, filter: { group: null, text } }).length
    expect(['azure', 'inv/8', 'scan', 'other'].map(found)).toEqual([1, 1, 1, 0])
  })

  it('keeps the usual counters at zero and the rare ones away', () => {
    const counted = countGroups({ documents, late, selected: null })
    expect(counted).toContainEqual({ group: 'processing', count: 0 })
    expect(counted).toContainEqual({ group: 'review', count: 1 })
    expect(counted.map(({ group }) => group)).not.toContain('cancelled')
  })

  it('a chosen counter stays when its last document leaves', () => {
    expect(countGroups({ documents, late, selected: 'cancelled' })).toContainEqual({
      group: 'cancelled',
      count: 0,
    })
  })

  it('survives the address and takes nothing from it that is not a state', () => {
    const filter = { group: 'failed', text: 'a&b' } as const
    expect(readCardFilter(writeCardFilter(filter))).toEqual(filter)
    expect(readCardFilter(new URLSearchParams('state=nonsense'))).toEqual({ group: null, text: '' })
  })
})
