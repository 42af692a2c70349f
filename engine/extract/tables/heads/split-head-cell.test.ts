import { describe, expect, it } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { items } from '@/tests/support/paper/rows-of'
import { buildLayout } from '../../layout/layout'
import { readJsonSchema } from '../../schema/json-schema'
import { readSchemaFields } from '../../schema/read-schema'
import { splitHeadCell, wordsBelow } from './split-head-cell'

const schema = {
  type: 'object',
  properties: { rows: { type: 'array', items: { type: 'object', properties: items } } },
}

function cellOf(...lines: string[]) {
  const [cell] = buildLayout(pageOfText(...lines).pages).pages.flatMap(({ lines: all }) =>
    all.flatMap(({ segments }) => segments),
  )
  const [list] = readSchemaFields(readJsonSchema(schema)).lists
  if (!cell || !list) throw new Error('There is no cell or no list.')
  return { cell, list }
}
const split = (text: string) => splitHeadCell(cellOf(text)).map((cell) => cell.text)

describe('a cell of several heads', () => {
  it('is as many cells', () => {
    expect(split('Qty Unit price Amount')).toEqual(['Qty', 'Unit price', 'Amount'])
    expect(split('Description Quantity')).toEqual(['Description', 'Quantity'])
  })

  it('keeps words that name nothing together', () => {
    expect(split('Qty fluffy bits Amount')).toEqual(['Qty', 'fluffy bits', 'Amount'])
  })

  it('stays whole when it is one name, names nothing, or is a single word', () => {
    expect(split('Unit price')).toEqual(['Unit price'])
    expect(split('fluffy bits')).toEqual(['fluffy bits'])
    expect(split('Amount')).toEqual(['Amount'])
  })

  it('with one name alone is parted where more than a narrow blank stands before it', () => {
    expect(split('fluffy Amount')).toEqual(['fluffy', 'Amount'])
  })

  it('of more than twelve words is a sentence', () => {
    expect(split('a b c d e f g h i j k Qty Amount')).toHaveLength(1)
  })
})

it('the words below a cell are those under it in the next lines', () => {
  const { cell } = cellOf('    Amount', 'x    10.00    7', '     12.00', '', '', '', '     99.00')
  expect(wordsBelow(cell).map(({ text }) => text)).toEqual(['10.00', '12.00'])
})
