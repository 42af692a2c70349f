import { expect, test } from 'vitest'
import { contentDisposition } from './content-disposition'

test('a name of any script is told in full, with an ASCII stand-in', () => {
  expect(contentDisposition({ kind: 'inline', name: 'ñandú (copia) 請求書.pdf' })).toBe(
    `inline; filename="nandu (copia) .pdf"; filename*=UTF-8''%C3%B1and%C3%BA%20%28copia%29%20%E8%AB%8B%E6%B1%82%E6%9B%B8.pdf`,
  )
})

test('quotes and backslashes cannot end the name early', () => {
  expect(contentDisposition({ kind: 'attachment', name: 'a"; x="\\.pdf' })).toContain(
    'filename="a_; x=__.pdf"',
  )
})
