import type { RobustnessFile } from './labels'
import { type Mark, type ScoredField, scoredFields } from './score'

export type RobustnessOutcome = {
  expectation: RobustnessFile
  /** Why the document was refused; null when it was read. */
  error: string | null
  values: string[]
  ms: number
}

export function printMisses(marks: Mark[]): void {
  for (const mark of marks.filter((one) => one.score < 1)) {
    const sure = mark.confidence === null ? '' : ` (${mark.confidence})`
    print(
      `  ${mark.file}  ${mark.field}: wanted ${JSON.stringify(mark.wanted)}, got ${JSON.stringify(mark.got)}${sure}`,
    )
  }
}

/** A table of matches by field and kind of file. */
export function printMarks({ marks, title }: { marks: Mark[]; title: string }): void {
  print(`\n${title}: ${new Set(marks.map((mark) => mark.file)).size} documents`)
  print(row(['field', 'PDF with text', 'picture or scan', 'all']))
  for (const field of [...scoredFields, 'line_items'] as const)
    print(fieldRow({ marks, fields: [field], title: field }))
  print(fieldRow({ marks, fields: ['supplier', 'invoice_number', 'date', 'total'], title: 'the four' }))
  print(fieldRow({ marks, fields: [...scoredFields], title: 'all but lines' }))
}

function fieldRow({ marks, fields, title }: { marks: Mark[]; fields: ScoredField[]; title: string }): string {
  const chosen = marks.filter((mark) => fields.includes(mark.field))
  const isText = ({ source }: Mark) => source === 'text'
  return row([
    title,
    share(chosen.filter(isText)),
    share(chosen.filter((mark) => !isText(mark))),
    share(chosen),
  ])
}

function share(marks: Mark[]): string {
  if (marks.length === 0) return '-'
  const sum = marks.reduce((total, mark) => total + mark.score, 0)
  return `${(sum / marks.length).toFixed(3)} (${Number(sum.toFixed(1))}/${marks.length})`
}

/** Of the values given with at least this certainty, how many are right, and how many of all right ones those are. */
export function printCertainty(marks: Mark[]): void {
  const given = marks.filter(({ confidence }) => confidence !== null)
  const right = given.filter(({ score }) => score === 1)
  for (const from of [0.8, 0.9]) {
    const sure = given.filter(({ confidence }) => (confidence ?? 0) >= from)
    const covered = right.filter(({ confidence }) => (confidence ?? 0) >= from).length
    print(
      `certainty ≥ ${from}: ${share(sure)} right, ${(covered / Math.max(1, right.length)).toFixed(2)} of the right ones`,
    )
  }
}

/** End states of the robustness files against what is expected of them. */
export function printRobustness({
  outcomes,
  isTold,
}: {
  outcomes: RobustnessOutcome[]
  isTold: boolean
}): void {
  const right = outcomes.filter(isAsExpected).length
  print(`\nrobustness: ${right} of ${outcomes.length} as expected`)
  for (const outcome of outcomes.filter((one) => isTold || !isAsExpected(one))) {
    const { expectation, error, values, ms } = outcome
    const state = error === null ? `success [${values.join(', ')}]` : `error: ${error}`
    const name = expectation.file.length > 60 ? `${expectation.file.slice(0, 57)}…` : expectation.file
    print(
      `  ${isAsExpected(outcome) ? 'ok' : 'NO'} ${name} (${expectation.expect}) ${Math.round(ms)} ms → ${state}`,
    )
  }
}

/** Whether a file ended as it should: read or refused, without values where it has none, and never by a crash. */
export function isAsExpected({ expectation, error, values }: RobustnessOutcome): boolean {
  if (error?.startsWith('CRASH')) return false
  const state = error === null ? 'success' : 'error'
  const isState = expectation.expect === 'either' || expectation.expect === state
  return isState && (!expectation.expect_empty_fields || values.length === 0)
}

function row(cells: string[]): string {
  return cells.map((cell, at) => cell.padEnd(at === 0 ? 16 : 20)).join('')
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
