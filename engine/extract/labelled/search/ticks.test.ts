import { describe, expect, it } from 'vitest'
import { textOf } from '@/engine/extract/layout/word-text'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { readOptions } from './ticks'

function optionsOf(line: string): string[] | null {
  const read = readOptions(pageOfText(line).pages[0]?.words ?? [])
  return read?.options.map(({ words, isTicked }) => `${textOf(words)}${isTicked ? '!' : ''}`) ?? null
}

describe('a row of check boxes', () => {
  it('has its boxes before or behind the options', () => {
    expect(optionsOf('☐ Single ☒ Married ☐ Widowed')).toEqual(['Single', 'Married!', 'Widowed'])
    expect(optionsOf('Single ☐ Married ☒')).toEqual(['Single', 'Married!'])
  })

  it('may be typed, with blanks inside', () => {
    expect(optionsOf('( ) Low ( x ) Very high')).toEqual(['Low', 'Very high!'])
  })

  it('says nothing without a tick', () => {
    expect(optionsOf('☐ Yes ☐ No')).toBeNull()
  })
})
