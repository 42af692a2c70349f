import { describe, expect, it, test } from 'vitest'
import { createFormatter } from '@/lib/format'
import type { Locale } from '@/lib/i18n/catalogues'
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

describe('what is to be said of the file as a whole', () => {
  const findings = [
    { code: 'file.several_documents', values: { count: 2, pages: '1, 2–4' } },
    { code: 'file.portfolio', values: { count: 3 } },
    { code: 'file.dynamic_form', values: {} },
    { code: 'text.unreadable', values: { count: 2, pages: '2, 5' } },
    { code: 'print.too_small', values: { count: 1, pages: '7' } },
  ].map((finding) => ({ severity: 'warning', fields: [], message: `In words: ${finding.code}`, ...finding }))

  const told = (locale: Locale) =>
    describeFindings({
      t: createTranslate(locale),
      format: createFormatter({ locale, timeZone: 'UTC' }),
      locale,
      validation: {
        errors: none,
        warnings: { count: findings.length, messages: findings.map(({ message }) => message) },
      },
      // Nothing but findings: a cover or an empty form has no values.
      result: { _validation: findings },
      resultSchema: null,
    }).warnings.messages

  it('is told in English', () => {
    expect(told('en')).toEqual([
      'The file holds 2 invoices (pages 1, 2–4). The values are those of the first.',
      'The PDF is a cover around 3 attached files. Upload each as a document of its own.',
      'The PDF is a dynamic form (XFA) that only Adobe Reader fills in. Print it to a PDF there and upload that.',
      'The text on pages 2, 5 cannot be read.',
      'The print on page 7 is too small to be read. Scan it at a higher resolution.',
    ])
  })

  it('is told in Spanish', () => {
    expect(told('es')).toEqual([
      'El archivo contiene 2 facturas (páginas 1, 2–4). Los valores son los de la primera.',
      'El PDF es una portada con 3 archivos adjuntos. Suba cada uno como un documento aparte.',
      'El PDF es un formulario dinámico (XFA) que solo Adobe Reader completa. Imprímalo allí como PDF y suba ese archivo.',
      'El texto de las páginas 2, 5 no se puede leer.',
      'La letra de la página 7 es demasiado pequeña para leerla. Escanéela con más resolución.',
    ])
  })
})
