import { describe, expect, it } from 'vitest'
import { toPaper } from '@/engine/extract/paper/paper'
import type { Reading } from '@/engine/readers/reading'
import { pageOfText, pagesOfText } from '@/tests/support/paper/page-of-text'
import { listNames } from './name-candidates'

function namesOf(reading: Reading): (string | number)[] {
  return listNames(toPaper(reading)).map(({ value }) => value)
}

const names = (...lines: string[]) => namesOf(pageOfText(...lines))

describe('a name', () => {
  it('is a cell, and each beginning of it before what separates', () => {
    expect(names('Nordwind Supplies Ltd, 12 Harbour Street')).toContain('Nordwind Supplies Ltd')
    expect(names('Nordwind Supplies | www.nordwind.example')).toContain('Nordwind Supplies')
  })

  it('ends with its legal form, whatever follows', () => {
    expect(names('Nordwind Supplies Ltd Registered office Leeds')).toContain('Nordwind Supplies Ltd')
  })

  it('may go on over two or three lines', () => {
    expect(names('The Harbour', 'Stores Company', 'of Leeds')).toEqual(
      expect.arrayContaining(['The Harbour Stores Company', 'The Harbour Stores Company of Leeds']),
    )
  })

  it('does not go on over a gap of several lines', () => {
    expect(names('The Harbour', '', '', 'Stores Company')).not.toContain('The Harbour Stores Company')
  })

  it('of a firm is found within a sentence of small print', () => {
    expect(names('This shop is a trade name of Nordwind Supplies Ltd and its kin')).toContain(
      'Nordwind Supplies Ltd',
    )
  })

  it('stands behind its label in the same cell', () => {
    expect(names('Supplier: Nordwind Supplies')).toContain('Nordwind Supplies')
  })

  it('holds more letters than figures', () => {
    expect(names('0113 4471182093')).toEqual([])
  })
})

it('names stand at the head of a page or at its foot, not in the middle of long lists', () => {
  const rows = Array.from({ length: 80 }, (_, at) => `Article of row ${at}`)
  const found = names('Nordwind Supplies', ...rows, 'Registered as Nordwind')
  expect(found).toContain('Nordwind Supplies')
  expect(found).toContain('Registered as Nordwind')
  expect(found).not.toContain('Article of row 55')
})

it('of further pages only the last is looked at, at its edges', () => {
  const found = namesOf(pagesOfText(['Nordwind Supplies'], ['Middle Pages'], ['Printed by Harbour']))
  expect(found).toContain('Printed by Harbour')
  expect(found).not.toContain('Middle Pages')
})
