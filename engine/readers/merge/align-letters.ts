import type { Letter } from '../picture/letters/decode-letters'

/** What two readings of a line have at one place; null: this one has no letter there. */
export type Pair = { first: Letter | null; second: Letter | null }

const costs = { same: 0, alike: 0.4, other: 1, missing: 0.8 }

/** Letters that print makes look alike stand for each other. */
const lookAlikes = new Map(
  ['0odq', '1il|!', '5s', '8bß', '€ec', '2z', '6g', ',.', "'’`"].flatMap((group) =>
    [...group].map((letter): [string, string] => [letter, group]),
  ),
)

/** Puts two readings of the same line side by side, so that as many letters as possible meet their like. */
export function alignLetters({ first, second }: { first: Letter[]; second: Letter[] }): Pair[] {
  const columns = second.length + 1
  const table = new Float64Array((first.length + 1) * columns)
  const at = (row: number, column: number) => table[row * columns + column] ?? 0
  const costOf = (row: number, column: number) => substitution({ a: first[row - 1], b: second[column - 1] })
  for (let row = 0; row <= first.length; row += 1) {
    for (let column = 0; column <= second.length; column += 1) {
      if (row + column === 0) continue
      table[row * columns + column] = Math.min(
        row > 0 && column > 0 ? at(row - 1, column - 1) + costOf(row, column) : Infinity,
        row > 0 ? at(row - 1, column) + costs.missing : Infinity,
        column > 0 ? at(row, column - 1) + costs.missing : Infinity,
      )
    }
  }
  const pairs: Pair[] = []
  let [row, column] = [first.length, second.length]
  while (row + column > 0) {
    const here = at(row, column)
    if (row > 0 && column > 0 && here === at(row - 1, column - 1) + costOf(row, column)) {
      row -= 1
      column -= 1
      pairs.push({ first: first[row] ?? null, second: second[column] ?? null })
    } else if (row > 0 && here === at(row - 1, column) + costs.missing) {
      row -= 1
      pairs.push({ first: first[row] ?? null, second: null })
    } else {
      column -= 1
      pairs.push({ first: null, second: second[column] ?? null })
    }
  }
  return pairs.reverse()
}

function substitution({ a, b }: { a: Letter | undefined; b: Letter | undefined }): number {
  if (!a || !b) return costs.other
  if (a.text === b.text) return costs.same
  const [plainA, plainB] = [toPlainLetter(a.text), toPlainLetter(b.text)]
  return plainA === plainB || lookAlikes.get(plainA)?.includes(plainB) ? costs.alike : costs.other
}

/** Without accents and case. */
export function toPlainLetter(letter: string): string {
  return letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
