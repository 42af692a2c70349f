import { expect, test } from 'vitest'
import { parseTsv } from './parse-tsv'

const strip = (width: number) => ({ width, height: 48, channels: 1 as const, pixels: Buffer.alloc(0) })

test('words belong to the strip of their page, and lie where they lie on it', () => {
  const tsv = [
    'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext',
    '1\t1\t0\t0\t0\t0\t0\t0\t200\t48\t-1\t',
    '5\t1\t1\t1\t1\t1\t10\t8\t80\t30\t96.5\tTotal',
    '1\t2\t0\t0\t0\t0\t0\t0\t100\t48\t-1\t',
    '5\t2\t1\t1\t1\t1\t25\t8\t50\t30\t88\t8.60',
    '5\t2\t1\t1\t1\t2\t80\t8\t5\t30\t95\t ',
  ].join('\n')
  expect(parseTsv({ tsv, strips: [strip(200), strip(100)] })).toEqual([
    [{ text: 'Total', confidence: 0.965, from: 0.05, to: 0.45 }],
    [{ text: '8.60', confidence: 0.88, from: 0.25, to: 0.75 }],
  ])
})
