import { expect, test } from 'vitest'
import { createFormatter } from '@/lib/format'
import { createTranslate } from '@/lib/i18n/translate'
import { describeFindings } from './findings'

const spanish = {
  t: createTranslate('es'),
  format: createFormatter({ locale: 'es', timeZone: 'UTC' }),
  locale: 'es' as const,
}
const none = { count: 0, messages: [] }

test('findings with a code are told in the reader’s language, with the names of the schema', () => {
  const findings = [
    {
      severity: 'error',
      code: 'required.missing',
      fields: ['lines.0.price', 'lines.2.price'],
      values: {},
      message: 'A',
    },
    {
      severity: 'error',
      code: 'totals.mismatch',
      fields: ['subtotal', 'tax', 'total'],
      values: { subtotal: 100, tax: 19, total: 120 },
      message: 'B',
    },
  ]
  const price = { type: 'number', titles: { es: 'Precio' } }
  const { errors } = describeFindings({
    ...spanish,
    validation: { errors: { count: 2, messages: ['A', 'B'] }, warnings: none },
    result: { currency: 'EUR', _validation: findings },
    resultSchema: { properties: { lines: { type: 'array', items: { properties: { price } } } } },
  })
  expect(errors.messages.map((message) => message.replaceAll('\u00a0', ' '))).toEqual([
    'Falta un dato obligatorio: Precio (en 2 filas).',
    'El subtotal 100,00 € y los impuestos 19,00 € no suman el total 120,00 €.',
  ])
})

test('what has no code, or one that this desk does not know, is told in the words of the service', () => {
  const unknown = {
    severity: 'warning',
    code: 'paper.torn',
    fields: [],
    values: {},
    message: 'The paper is torn.',
  }
  const told = describeFindings({
    ...spanish,
    validation: {
      errors: { count: 1, messages: ['Odd.'] },
      warnings: { count: 1, messages: ['The paper is torn.'] },
    },
    result: { _validation: [unknown] },
    resultSchema: null,
  })
  expect(told.errors.messages).toEqual(['Odd.'])
  expect(told.warnings.messages).toEqual(['The paper is torn.'])
})

test('a result without values is told in the reader’s language, although it has no codes', () => {
  const message = 'None of the values that this step asks for were found.'
  const { errors } = describeFindings({
    ...spanish,
    validation: { errors: { count: 1, messages: [message] }, warnings: none },
    result: {},
    resultSchema: null,
  })
  expect(errors.messages).toEqual(['No se encontró ninguno de los valores que pide este paso.'])
})
