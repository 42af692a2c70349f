import { expect, it } from 'vitest'
import { parseTesseractTsv } from './parse-tesseract-tsv'

it('only words come out, with boxes in pixels and confidence from 0 to 1', () => {
  const tsv = [
    'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext',
    '4\t1\t1\t1\t1\t0\t10\t20\t200\t30\t-1\t',
    '5\t1\t1\t1\t1\t1\t10\t20\t80\t30\t96.5\tTotal',
    '5\t1\t1\t1\t1\t2\t100\t20\t80\t30\t-1\t ',
    '5\t1\t1\t1\t1\t3\t190\t20\t60\t30\t88\t8.60',
    '',
  ].join('\n')
  expect(parseTesseractTsv(tsv)).toEqual([
    { text: 'Total', confidence: 0.965, origin: 'picture', box: { x: 10, y: 20, width: 80, height: 30 } },
    { text: '8.60', confidence: 0.88, origin: 'picture', box: { x: 190, y: 20, width: 60, height: 30 } },
  ])
})
