import { expect, test } from 'vitest'
import { columnIds, usualColumns } from '@/lib/documents/views/list-columns'
import { fitColumns, gridTemplate, printedWidth } from './columns'

test('columns give way where there is no room, and keep their order', () => {
  expect(fitColumns({ chosen: usualColumns, width: 1000 })).toEqual(usualColumns)
  expect(fitColumns({ chosen: usualColumns, width: 64 })).toEqual([
    ...['number', 'issued', 'total', 'toReview', 'state'],
  ])
  expect(fitColumns({ chosen: ['state', 'total'], width: 30 })).toEqual(['state'])
  expect(fitColumns({ chosen: [...columnIds], width: 20 })).toEqual([])
})

test('columns share a sheet of paper whole', () => {
  const widths = [null, ...usualColumns].map((id) =>
    Number.parseFloat(printedWidth({ id, shown: usualColumns })),
  )
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 0)
  expect(printedWidth({ id: null, shown: [] })).toBe('100.00%')
})

test('the grid has a track for the box, the first column and each of the others', () => {
  expect(gridTemplate(['total', 'state'])).toBe('1.5rem minmax(0, 1fr) 7.5rem 7.5rem')
})
