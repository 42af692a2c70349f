import { describe, expect, it } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { readBoolean, readChoice } from './read-choice'

const wordsOf = (text: string) => pageOfText(text).pages[0]?.words ?? []

describe('yes or no', () => {
  const readValue = (text: string) => readBoolean(wordsOf(text))?.value ?? null

  it.each(['yes', 'Sí', 'JA', 'oui', 'sim', 'x', '☒', '✓', '[x]', 'yes.'])('%s is yes', (text) => {
    expect(readValue(text)).toBe(true)
  })

  it.each(['no', 'Nein', 'não', 'non', '☐', '[]', 'no;'])('%s is no', (text) => {
    expect(readValue(text)).toBe(false)
  })

  it('is said by the first two words', () => {
    expect(readValue('answer: yes')).toBe(true)
    expect(readValue('well, I say yes')).toBeNull()
    expect(readValue('no yes')).toBe(false)
    expect(readValue('yesterday')).toBeNull()
  })
})

describe('one of several values', () => {
  const choose = (text: string, choices: (string | number)[]) => readChoice({ words: wordsOf(text), choices })
  const readValue = (...given: Parameters<typeof choose>) => choose(...given)?.value ?? null

  it('is the one that is printed, however it is cased, parted or marked', () => {
    expect(readValue('payment by BANK-TRANSFER.', ['cash', 'bank transfer'])).toBe('bank transfer')
    expect(readValue('30 days', [14, 30])).toBe(30)
    expect(readValue('by card', ['cash', 'transfer'])).toBeNull()
    expect(readValue('', ['cash', ''])).toBeNull()
  })

  it('is the longer one where one begins with the other', () => {
    expect(choose('express over night', ['express', 'express over night'])).toMatchObject({
      value: 'express over night',
      quality: 1,
      words: wordsOf('express over night'),
    })
  })

  it('is the ticked one, and without a tick the first, with little trust', () => {
    expect(choose('cash x card', ['cash', 'card'])).toMatchObject({ value: 'card', quality: 1 })
    expect(choose('card cash', ['cash', 'card'])).toMatchObject({ value: 'card', quality: 0.3 })
    expect(choose('cash', ['cash', 'card'])).toMatchObject({ quality: 1 })
  })
})
