import { findAll } from '@/engine/extract/vocabulary/find-all'

export type FoundCode = { value: string; start: number; end: number }

/** The head of an account's number, and all groups of letters and figures that may belong to it, however long they are. */
const groups = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:\s?[A-Z0-9]+)+/g
const leastLength = 15
const mostLength = 34

/** IBANs with right check digits (ISO 13616, mod 97), without blanks. */
export function findIbans(text: string): FoundCode[] {
  return findAll({ pattern: groups, text }).flatMap((match) => {
    const found = beginningsOf(match[0]).find((printed) => remainderOf97(withoutBlanks(printed)) === 1)
    if (found === undefined) return []
    return [{ value: withoutBlanks(found), start: match.index, end: match.index + found.length }]
  })
}

/** Four at a time, as most countries print them. */
const fours = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?(?![A-Z0-9])/g

/** IBANs named as such whose check digits are wrong, as printed; a line with a right one has none. */
export function findWrongIbans(text: string): string[] {
  const [, behind = ''] = /\biban\b(.*)$/i.exec(text) ?? []
  if (behind === '' || findIbans(text).length > 0) return []
  return findAll({ pattern: fours, text: behind })
    .map(([iban]) => iban)
    .filter((iban) => withoutBlanks(iban).length >= leastLength)
}

/** What a run of groups says up to the end of each, longest first: what follows an account may look like a part of it. */
function beginningsOf(run: string): string[] {
  const ends = [...run.matchAll(/(?<=\S)(?=\s|$)/g)].map(({ index }) => index)
  return ends
    .reverse()
    .map((end) => run.slice(0, end))
    .filter((printed) => {
      const { length } = withoutBlanks(printed)
      return length >= leastLength && length <= mostLength
    })
}

function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '')
}

function remainderOf97(iban: string): number {
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  )
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)
}
