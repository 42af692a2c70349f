import { expect, test } from 'vitest'
import { createTranslate } from '@/lib/i18n/translate'
import { uploadItem } from '@/tests/support/uploads'
import { writeProblemList } from './problem-list'

const t = createTranslate('en')
const refused = { kind: 'refused', problem: { code: 'upload.empty' } } as const

test('each file that did not arrive has a line, and no cell of it is a formula', () => {
  const items = [
    uploadItem(refused, { name: '=cmd|calc.pdf', bytes: 0 }),
    uploadItem({ kind: 'received', documentId: 'doc_1' }, { name: 'good.pdf' }),
    uploadItem({ kind: 'duplicate', documentId: null, uploadUrl: null }, { name: 'twice.pdf' }),
  ]
  const lines = writeProblemList({ t, locale: 'en', items })?.split('\r\n')
  expect(lines).toHaveLength(4)
  expect(lines?.[1]).toBe(`'=cmd|calc.pdf,0,${t('row.refused')},${t('error.upload.empty')}`)
  expect(lines?.[2]).toContain('twice.pdf,1000000')
})

test('where all arrived there is none', () => {
  const items = [uploadItem({ kind: 'received', documentId: 'doc_1' })]
  expect(writeProblemList({ t, locale: 'en', items })).toBeNull()
})
