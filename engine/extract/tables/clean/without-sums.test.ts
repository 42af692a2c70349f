import { expect, it } from 'vitest'
import { pagesOfText } from '@/tests/support/paper/page-of-text'
import { number, rowsOf, text } from '@/tests/support/paper/rows-of'

it('leaves sums and what is carried over pages out of the rows', () => {
  const rows = rowsOf(
    { station: text, reading: number, consumption: number },
    pagesOfText(
      [
        'Station          Reading    Consumption',
        'North             1200.5          30.5',
        'Mill Lane         1300.5          40.5',
        'Harbour           1400.5          50.5',
        'Carried forward                  121.5',
      ],
      [
        'Station          Reading    Consumption',
        'Brought forward                  121.5',
        'Castle            1500.5          60.5',
        'Total                            182.0',
      ],
    ),
  )
  expect(rows).toEqual([
    ['North', 1200.5, 30.5],
    ['Mill Lane', 1300.5, 40.5],
    ['Harbour', 1400.5, 50.5],
    ['Castle', 1500.5, 60.5],
  ])
})
