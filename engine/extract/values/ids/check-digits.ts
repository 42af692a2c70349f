function digitsOf(text: string): number[] {
  return [...text.replace(/\D/g, '')].map(Number)
}

function weightedSum({ digits, weights }: { digits: number[]; weights: number[] }): number {
  return weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0)
}

/** Chile: modulo 11 with weights 2 to 7 from the right; 10 is written K. */
export function isRightRut(text: string): boolean {
  const [body = '', check = ''] = text.replace(/\./g, '').split('-')
  const sum = [...body].reverse().reduce((total, digit, at) => total + Number(digit) * ((at % 6) + 2), 0)
  const expected = 11 - (sum % 11)
  const sign = expected === 11 ? '0' : expected === 10 ? 'K' : String(expected)
  return sign === check.toUpperCase()
}

const nifLetters = 'TRWAGMYFPDXBNJZSQVHLCKE'

/** Spain: NIF and NIE by their letter (modulo 23), CIF by its last digit or letter. */
export function isRightSpanishId(text: string): boolean {
  const id = text.replace(/^ES[- ]?/, '').replace(/[- ]/g, '')
  if (/^[XYZ]?\d{7,8}[A-Z]$/.test(id)) {
    const number = id.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)))
    return nifLetters[Number(number) % 23] === id.at(-1)
  }
  return isRightCif(id)
}

function isRightCif(id: string): boolean {
  const digits = digitsOf(id.slice(1, 8))
  const sum = digits.reduce((total, digit, at) => total + (at % 2 === 0 ? sumOfDigits(digit * 2) : digit), 0)
  const check = (10 - (sum % 10)) % 10
  return id.at(-1) === String(check) || id.at(-1) === 'JABCDEFGHI'[check]
}

function sumOfDigits(figure: number): number {
  return Math.floor(figure / 10) + (figure % 10)
}

/** Argentina: modulo 11. */
export function isRightCuit(text: string): boolean {
  const digits = digitsOf(text)
  const rest = weightedSum({ digits, weights: [5, 4, 3, 2, 7, 6, 5, 4, 3, 2] }) % 11
  return (11 - rest) % 11 === digits[10]
}

/** Brazil: two check digits, modulo 11. */
export function isRightCnpj(text: string): boolean {
  const digits = digitsOf(text)
  const weights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]
  const check = (sum: number) => (sum % 11 < 2 ? 0 : 11 - (sum % 11))
  return (
    check(weightedSum({ digits, weights: weights.slice(1) })) === digits[12] &&
    check(weightedSum({ digits, weights })) === digits[13]
  )
}

/** Australia: the first digit less one, weighted, divides by 89. */
export function isRightAbn(text: string): boolean {
  const [first = 0, ...others] = digitsOf(text)
  const weights = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]
  return first > 0 && weightedSum({ digits: [first - 1, ...others], weights }) % 89 === 0
}

/** Colombia: modulo 11 with prime weights from the right. */
export function isRightNit(text: string): boolean {
  const digits = digitsOf(text)
  const check = digits.pop()
  const rest = weightedSum({ digits: digits.reverse(), weights: [3, 7, 13, 17, 19, 23, 29, 37, 41] }) % 11
  return check === (rest < 2 ? rest : 11 - rest)
}

/** Italy: the Luhn algorithm over eleven digits. */
export function isRightPartitaIva(text: string): boolean {
  const digits = digitsOf(text)
  const sum = digits.reduce((total, digit, at) => total + (at % 2 === 1 ? sumOfDigits(digit * 2) : digit), 0)
  return digits.some((digit) => digit > 0) && sum % 10 === 0
}

/** Portugal: modulo 11 with weights 9 to 2. */
export function isRightPortugueseNif(text: string): boolean {
  const digits = digitsOf(text)
  const rest = weightedSum({ digits, weights: [9, 8, 7, 6, 5, 4, 3, 2] }) % 11
  return /^[1235689]/.test(text.replace(/\D/g, '')) && digits[8] === (rest < 2 ? 0 : 11 - rest)
}
