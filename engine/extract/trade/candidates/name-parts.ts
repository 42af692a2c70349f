import { textOf, wordsBetween } from '@/engine/extract/layout/word-text'
import { findLegalForm } from '@/engine/extract/values/legal-forms'
import type { Word } from '@/engine/readers/reading'

export const longestName = 12

const separators =
  /\s(?=(?:www\.|https?:|\S+@|tel[.: ]|fax[.: ]|phone[.: ]))|\s[-–—|•·*]\s|[|•·]|,\s(?=\S*\p{Nd})|\s(?=[([{]\S*\p{Nd})|[:：]\s/iu

/** Words of a cell that may be a name, what cuts them off, and what is left behind them. */
type NamePart = { words: Word[]; cut: string; rest: string }

/** The whole cell; what stands before its first separator; all up to its legal form; firms named within a sentence. */
export function partsOfName(words: Word[]): NamePart[] {
  const text = textOf(words)
  const ends = new Map<number, string>()
  const separator = separators.exec(text)
  if (separator && separator.index > 1) ends.set(separator.index, 'separator')
  const form = findLegalForm(text)
  if (form && form.start > 0 && form.end < text.length) ends.set(form.end, 'form')
  // A number behind a name is that of a register.
  const isNumbered = [...ends.keys()].some((end) => beginsWithNumber(text.slice(end)))
  if (!isNumbered) ends.set(text.length, 'none')
  const beginnings = [...ends].flatMap(([end, cut]): NamePart[] => {
    const part = wordsBetween({ words, start: 0, end })
    const isOne = part.length > 0 && part.length <= longestName
    return isOne ? [{ words: part, cut, rest: kindOfRest(text.slice(end)) }] : []
  })
  return [...beginnings, ...firmsWithin(words)]
}

function kindOfRest(rest: string): string {
  if (!/[\p{L}\p{N}]/u.test(rest)) return 'none'
  if (/^\W*\d{1,4}[./-]\d{1,2}[./-]\d/.test(rest)) return 'date'
  if (/^\W*\p{Nd}/u.test(rest)) return 'number'
  return /\p{Nd}{4}/u.test(rest) ? 'address' : 'words'
}

/** In its first word, past signs and blanks. */
function beginsWithNumber(text: string): boolean {
  const [signs = ''] = /^\W*/u.exec(text) ?? []
  return /\p{Nd}/u.test(signs) || /^\S*?\p{Nd}/u.test(text.slice(signs.length))
}

const joinsCapitals = /^(?:&|\+|y|e|et|and|und|of|de|del|la|le|los|do|da|di|van|von|der|i|og|och)$/

/** Firms that a line names further on: from its legal form back over capitalised words. */
function firmsWithin(words: Word[]): NamePart[] {
  const parts: NamePart[] = []
  for (let end = 2; end <= words.length; end += 1) {
    const two = textOf(words.slice(end - 2, end))
    const form = findLegalForm(two)
    if (!form || form.end < two.replace(/(?<![.,;])[.,;]+$/, '').length) continue
    let start = end - 1
    while (start > 0 && end - start < longestName && continuesName({ words, at: start - 1 })) start -= 1
    while (start < end && joinsCapitals.test(words[start]?.text ?? '')) start += 1
    if (start > 0 && end - start > 1)
      parts.push({ words: words.slice(start, end), cut: 'within', rest: 'none' })
  }
  return parts
}

function continuesName({ words, at }: { words: Word[]; at: number }): boolean {
  const text = words[at]?.text ?? ''
  const next = words[at + 1]?.text ?? ''
  const isComma = /,$/.test(text) && findLegalForm(` ${next}`) !== null
  return (
    (/^[\p{Lu}\p{Nd}][^.:;,]*$/u.test(text) || joinsCapitals.test(text) || isComma) && !/[:：]$/.test(text)
  )
}
