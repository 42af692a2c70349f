export type FoundCode = { value: string; start: number; end: number }

const pattern = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?(?![A-Z0-9])/g

/** IBANs with right check digits (ISO 13616, mod 97), without blanks. */
export function findIbans(text: string): FoundCode[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const value = match[0].replace(/\s/g, '')
    const isRight = value.length >= 15 && value.length <= 34 && remainderOf97(value) === 1
    return isRight ? [{ value, start: match.index, end: match.index + match[0].length }] : []
  })
}

/** IBANs named as such whose check digits are wrong, as printed; a line with a right one has none. */
export function findWrongIbans(text: string): string[] {
  const [, behind = ''] = /\biban\b(.*)$/i.exec(text) ?? []
  if (behind === '' || findIbans(text).length > 0) return []
  return [...behind.matchAll(pattern)]
    .map(([iban]) => iban)
    .filter((iban) => iban.replace(/\s/g, '').length >= 15)
}

function remainderOf97(iban: string): number {
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  )
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)
}
