import { expect, test } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import type { Extraction } from '../extract/extract'
import { toFound } from '../extract/layout/found'
import { toPaper } from '../extract/paper/paper'
import { readJsonSchema } from '../extract/schema/json-schema'
import { readSchemaFields } from '../extract/schema/read-schema'
import type { SchemaValue } from '../extract/values/read-kind'
import { assembleData } from './assemble-data'

const { lines } = toPaper(pageOfText('Ship  Aurora', 'Port  Hull'))
const schema = readJsonSchema({
  type: 'object',
  properties: {
    ship: { type: 'object', properties: { name: { type: 'string' } } },
    marks: { type: 'array', items: { type: 'string' } },
    stops: { type: 'array', items: { type: 'object', properties: { port: { type: 'string' } } } },
  },
})
const { values, lists } = readSchemaFields(schema)

function foundOn(line: number) {
  const [, cell] = lines[line]?.segments ?? []
  if (!cell) throw new Error('There is one.')
  const { words, page } = cell
  const read = { value: words.map(({ text }) => text).join(' ') as SchemaValue, words, quality: 1 }
  return toFound({ read, page, score: 0.9 })
}

function assemble(found: Partial<Extraction>) {
  return assembleData({ values: new Map(), lists: new Map(), ...found })
}

test('values lie where the schema has them, and beside each where it was read', () => {
  const [name] = values
  const data = assemble({ values: new Map(name ? [[name, foundOn(0)]] : []) })
  expect(data).toMatchObject({
    ship: { name: 'Aurora' },
    _evidence: { ship: { name: { page: 1, text: 'Aurora', confidence: 0.9 } } },
  })
})

test('a list of objects has objects, a list of single values the values alone', () => {
  const rows = lists.map((list) => {
    const [column] = list.columns
    return [list, column ? [new Map([[column, foundOn(1)]])] : []] as const
  })
  const data = assemble({ lists: new Map(rows) })
  expect(data).toMatchObject({
    marks: ['Hull'],
    stops: [{ port: 'Hull' }],
    _evidence: { marks: [{ text: 'Hull' }], stops: [{ port: { text: 'Hull' } }] },
  })
})

test('what only an e-invoice says has no place on the page', () => {
  const [name] = values
  const nowhere = { ...foundOn(0), page: null }
  const data = assemble({ values: new Map(name ? [[name, nowhere]] : []) })
  expect(data).toMatchObject({ ship: { name: 'Aurora' }, _evidence: { ship: { name: null } } })
})

test('where nothing was found there is nothing, and no evidence of it', () => {
  expect(assemble({})).toEqual({})
})
