import { expect, test } from 'vitest'
import { identifyAmong } from './identify-among'

const options = ['receipt', 'invoice', 'document'].map((code) => ({ code, name: code.toUpperCase() }))

test('the type that was read comes first, the others share the rest', () => {
  expect(identifyAmong({ identification: { document_type: 'invoice', confidence: 0.8 }, options })).toEqual({
    document_type: { code: 'invoice', name: 'INVOICE', confidence: 0.8 },
    alternatives: [
      { code: 'receipt', name: 'RECEIPT', confidence: 0.1 },
      { code: 'document', name: 'DOCUMENT', confidence: 0.1 },
    ],
  })
})

test('a type that is not among the options leaves little confidence for any of them', () => {
  const found = identifyAmong({ identification: { document_type: 'passport', confidence: 0.7 }, options })
  expect(found?.document_type).toEqual({ code: 'receipt', name: 'RECEIPT', confidence: 0.1 })
})

test('a single option that fits keeps its confidence', () => {
  const one = options.slice(0, 1)
  expect(
    identifyAmong({ identification: { document_type: 'receipt', confidence: 0.9 }, options: one }),
  ).toEqual({
    document_type: { code: 'receipt', name: 'RECEIPT', confidence: 0.9 },
    alternatives: [],
  })
})
