import { expect, test } from 'vitest'
import { checkFile } from './check-file'

const one = [{ first: 1, last: 2 }]

test('a file with one invoice that reads well has nothing to be said about it', () => {
  expect(checkFile({ notices: [], documents: one })).toEqual([])
  expect(checkFile({ notices: [], documents: [] })).toEqual([])
})

test('a file with several invoices names the pages of each', () => {
  const documents = [
    { first: 1, last: 1 },
    { first: 2, last: 4 },
  ]
  expect(checkFile({ notices: [], documents })).toEqual([
    {
      severity: 'warning',
      code: 'file.several_documents',
      fields: [],
      values: { count: 2, pages: '1, 2–4' },
      message: 'The file holds 2 invoices (pages 1, 2–4); the values are those of the first.',
    },
  ])
})

test('a cover around attached files says how many there are', () => {
  const [finding] = checkFile({ notices: [{ code: 'file.portfolio', files: 3 }], documents: [] })
  expect(finding).toMatchObject({ severity: 'warning', code: 'file.portfolio', values: { count: 3 } })
  expect(finding?.message).toContain('3 attached files')
})

test('a form that only its own program shows is to be printed first', () => {
  const [finding] = checkFile({ notices: [{ code: 'file.dynamic_form' }], documents: [] })
  expect(finding).toMatchObject({ severity: 'warning', code: 'file.dynamic_form', fields: [] })
  expect(finding?.message).toContain('print it to a PDF')
})

test('pages that cannot be read are named, each kind for itself', () => {
  const findings = checkFile({
    notices: [
      { code: 'text.unreadable', pages: [2, 5] },
      { code: 'print.too_small', pages: [7] },
    ],
    documents: one,
  })
  expect(findings.map(({ code, values }) => [code, values])).toEqual([
    ['text.unreadable', { count: 2, pages: '2, 5' }],
    ['print.too_small', { count: 1, pages: '7' }],
  ])
  expect(findings[1]?.message).toContain('higher resolution')
})
