import { boxAround, joined, type PrintedPage } from '../print/print'
import { textKey } from '../print/text-key'
import { applyLabel } from './label-rule'
import type { Paper } from './paper'
import { isNothing, isSame } from './paper'
import { applyPlace } from './place-rule'
import { type ReadFrom, readText } from './read-words'
import type { ReadAs, Rule, Scalar } from './rule'

/** What a rule makes of a paper, and where that is printed if it was read from the page. */
export type Proposal = {
  value: Scalar
  page: number | null
  box: [number, number, number, number] | null
  text: string | null
}

type Applied = { rule: Rule; paper: Paper; path: string }

/** The value that a rule finds on a paper; null where it has nothing to say. */
export function applyRule({ rule, paper, path }: Applied): Proposal | null {
  if (rule.kind === 'constant') return notPrinted(rule.value)
  if (rule.kind === 'alias') {
    const { value = null } = paper.answered[path] ?? {}
    return typeof value === 'string' && textKey(value) === rule.from ? notPrinted(rule.to) : null
  }
  if (rule.kind === 'format') return applyFormat({ read: rule.read, paper, path })
  if (!paper.print) return null
  const found = onPage({ rule, print: paper.print })
  return found && printed(found)
}

type OnPage = { rule: Extract<Rule, { kind: 'label' | 'place' | 'pattern' }>; print: PrintedPage[] }

function onPage({ rule, print }: OnPage): ReadFrom | null {
  if (rule.kind === 'label') return applyLabel({ rule, print })
  return rule.kind === 'place' ? applyPlace({ rule, print }) : findPattern({ read: rule.read, print })
}

const notPrinted = (value: Scalar): Proposal => ({ value, page: null, box: null, text: null })

function printed({ value, words, page }: ReadFrom): Proposal {
  return { value, page: page.page, box: boxAround({ words, page }), text: joined(words) }
}

/** What was answered, read once more in another way. */
function applyFormat({ read, paper, path }: { read: ReadAs; paper: Paper; path: string }): Proposal | null {
  const answered = paper.answered[path]
  if (!answered || isNothing(answered.value)) return null
  if (read.as === 'date') return dateAnew({ ...answered, read })
  if (read.as === 'amount') {
    return answered.text === null ? null : orNothing(readText({ text: answered.text, read }))
  }
  if (read.shape === null) return null
  const inside = new RegExp(`(?<![\\p{L}\\d])(?:${read.shape})(?![\\p{L}\\d])`, 'u')
  return orNothing(inside.exec(String(answered.value))?.[0] ?? null)
}

const orNothing = (value: Scalar) => (value === null ? null : notPrinted(value))

type Dated = { value: Scalar; text: string | null; read: Extract<ReadAs, { as: 'date' }> }

/** Day and month change places only where both are figures that could be either. */
function dateAnew({ value, text, read }: Dated): Proposal | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value)) ?? []
  if (!year || !month || !day || Number(day) > 12) return null
  if (text === null) return orNothing(`${year}-${day}-${month}`)
  if (/\p{L}/u.test(text)) return null
  return orNothing(readText({ text, read }))
}

/** What has the shape, where the paper has one such text. */
function findPattern({ read, print }: { read: ReadAs; print: PrintedPage[] }): ReadFrom | null {
  if (read.as !== 'text' || read.shape === null) return null
  const found = print.flatMap((page) => page.lines.flatMap((line) => inLine({ line, page, read })))
  const [first] = found
  return first && found.every(({ value }) => isSame({ one: value, other: first.value })) ? first : null
}

function inLine({
  line,
  page,
  read,
}: {
  line: PrintedPage['lines'][number]
  page: PrintedPage
  read: ReadAs
}) {
  const most = read.as === 'text' ? read.words : 1
  const found: ReadFrom[] = []
  for (let from = 0; from < line.length; from += 1) {
    for (let to = Math.min(line.length, from + most); to > from; to -= 1) {
      const words = line.slice(from, to)
      const value = readText({ text: joined(words), read })
      if (value === null) continue
      found.push({ value, words, page })
      break
    }
  }
  return found
}
