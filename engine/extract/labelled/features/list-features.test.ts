import { describe, expect, it, vi } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { toPaper } from '../../paper/paper'
import { readJsonSchema } from '../../schema/json-schema'
import { readSchemaFields } from '../../schema/read-schema'
import { readLists } from '../../tables/read-lists'
import { featuresOfColumns } from './list-features'

vi.mock('../../ranking/hash', () => import('@/tests/support/paper/feature-names'))

const columns = { item: { type: 'string' }, weight: { type: 'number' }, colour: { type: 'string' } }

/** What is told of a column of a table. */
function told(name: string, ...lines: string[]) {
  const schema = {
    type: 'object',
    properties: { rows: { type: 'array', items: { type: 'object', properties: columns } } },
  }
  const paper = toPaper(pageOfText(...lines))
  const [[list, rows] = []] = readLists({ paper, lists: readSchemaFields(readJsonSchema(schema)).lists })
  if (!list || !rows) throw new Error('There is no list.')
  const features = featuresOfColumns({ paper, list, rows }) as unknown as Map<{ path: string[] }, string[]>
  const [, own = []] = [...features].find(([field]) => field.path.includes(name)) ?? []
  return own.map((feature) => feature.replace('list:', '')).filter((feature) => !feature.includes('|'))
}
const has = (features: string[], ...expected: string[]) =>
  expect(features).toEqual(expect.arrayContaining(expected))

const head = 'Item              Weight     Colour'
const bolts = 'Bolts               12.5     red'
const nuts = 'Nuts                 3.0     blue'

describe('what is told of a list', () => {
  it('is how many rows and columns it has, and how many it lacks', () => {
    has(
      told('item', head, bolts, nuts),
      'list',
      'plain:false',
      'rows:2',
      'columns:3',
      'missing:0:3',
      'pages:1',
      'ocr:false',
    )
    has(
      told('item', 'Item              Weight', 'Bolts               12.5', 'Nuts                 3.0'),
      'columns:2',
      'missing:1:2',
    )
    has(told('item', head, bolts, nuts, bolts, nuts), 'rows:4')
  })

  it('is whether its rows stand apart evenly', () => {
    has(
      told('item', head, bolts, nuts, bolts),
      'wide:0',
      'narrow:0',
      'wide and narrow:false:false',
      'upward:false',
      'usual:3',
    )
    const uneven = told('item', head, bolts, nuts, bolts, nuts, '', bolts)
    has(uneven, 'wide:1', 'narrow:0', 'wide and narrow:true:false')
  })

  it('is how full its rows are, the first and the last', () => {
    has(told('item', head, bolts, nuts), 'fill:10', 'first:4', 'last:4')
    has(told('item', head, bolts, 'Nuts                 3.0'), 'fill:8', 'first:4', 'last:3')
  })

  it('is how many lines between its rows are of none', () => {
    has(told('item', head, bolts, nuts), 'orphans:0')
    const between = told('item', head, bolts, 'delivered by our own lorry on the same day at no cost', nuts)
    expect(between).not.toContain('orphans:0')
  })
})

describe('what is told of a column', () => {
  it('is how many rows have it, and how sure they are', () => {
    has(told('colour', head, bolts, nuts), 'column', 'fill:5', 'is first:false')
    has(told('colour', head, bolts, 'Nuts                 3.0'), 'fill:2')
    has(told('item', head, bolts, nuts), 'is first:true')
  })

  it('is the form of its cells', () => {
    has(
      told('weight', head, bolts, nuts),
      'digits:5',
      'letters:0',
      'both:0',
      'shape:5',
      'distinct:5',
      'words:1',
    )
    has(told('item', head, bolts, nuts), 'digits:0', 'letters:5', 'lower:0')
    has(told('colour', head, bolts, nuts), 'lower:5')
    has(told('item', head, bolts, bolts), 'distinct:2')
    has(told('item', head, 'Bolts no 7          12.5     red', nuts), 'both:2', 'words:2', 'shape:2')
  })

  it('is whether its cells look like heads or labels', () => {
    has(told('item', head, bolts, nuts), 'heads:0', 'ends:0')
    has(told('colour', head, bolts, 'Nuts                 3.0     Item'), 'heads:2')
  })

  it('is how straight it stands', () => {
    has(told('weight', head, bolts, nuts), 'spread:0')
  })
})
