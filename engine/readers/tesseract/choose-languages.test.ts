import { expect, test } from 'vitest'
import { chooseLanguages } from './choose-languages'

const chosen = ['spa', 'eng', 'deu', 'fra']

test.each([
  ['the first two', 'Invoice 17 Amount due 9.50', ['spa', 'eng']],
  ['the first two', 'Factura 17 Importe 9,50', ['spa', 'eng']],
  ['German alone', 'RechnungsnummerR-17 Gesamtbetrag:9,50', ['deu']],
  ['French alone', 'FACTUREN°17MontantT.V.A. Quantité1', ['fra']],
])('%s read “%s”', (_, text, languages) => {
  expect(chooseLanguages({ chosen, text })).toEqual(languages)
})

test('languages of which no words are known are read on every page', () => {
  expect(chooseLanguages({ chosen: ['spa', 'eng', 'ita'], text: 'Rechnung Menge' })).toEqual([
    'spa',
    'eng',
    'ita',
  ])
})
