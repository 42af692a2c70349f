import type { Page, Reading } from '@/engine/readers/reading'
import { type Paper, toPaper } from '../paper/paper'
import type { FieldName } from '../schema/trade-fields'
import { rankField } from './choose/rank-field'

/** Pages of one invoice in a file, counted from 1. */
export type PageRange = { first: number; last: number }

/** A number, supplier or total on a page counts from this share on. */
const sureShare = 0.8
const likelyShare = 0.5
/** Longer files are books, not stacks of invoices. */
const mostPages = 60

type Marks = { page: Page; number: string | null; supplier: string | null; hasTotal: boolean }

/**
 * The invoices that a file holds one after the other. A new one begins where a page names another number or supplier
 * and comes to a total of its own; copies of one invoice, and its further pages, stay one.
 */
export function findDocuments(reading: Reading): PageRange[] {
  const { pages } = reading
  const last = pages.at(-1)?.number ?? 1
  if (pages.length < 2 || pages.length > mostPages) return [{ first: 1, last }]
  const papers = new Map(pages.filter(isPriced).map((page) => [page, paperOf(page)]))
  // Names are dear to find: without two totals there are no two invoices.
  if ([...papers.values()].filter(hasTotal).length < 2) return [{ first: 1, last }]
  const starts: Marks[] = []
  for (const page of pages) {
    const paper = papers.get(page)
    const marks = paper ? markPage({ page, paper }) : { ...unmarked, page }
    const current = starts.at(-1)
    if (!current || isAnother({ current, marks })) starts.push(marks)
    else starts[starts.length - 1] = join({ current, marks })
  }
  const isStack = starts.length > 1 && starts.every(({ hasTotal }) => hasTotal)
  if (!isStack) return [{ first: 1, last }]
  return starts.map(({ page }, at) => ({
    first: page.number,
    last: (starts[at + 1]?.page.number ?? last + 1) - 1,
  }))
}

/** A reading of some of its pages. */
export function readingOf({ reading, range }: { reading: Reading; range: PageRange }): Reading {
  const pages = reading.pages.filter(({ number }) => number >= range.first && number <= range.last)
  return { ...reading, pages }
}

/** Values of a paper stand on its first and last pages; of those between, rows of priced lines alone. */
const outerPages = { first: 8, last: 4 }

/** A reading without the pages that hold nothing of a paper of trade: in a long file, those between without a price. */
export function withoutBarrenPages(reading: Reading): Reading {
  const { first, last } = outerPages
  const inner = reading.pages.slice(first, -last)
  if (inner.length === 0) return reading
  const pages = [...reading.pages.slice(0, first), ...inner.filter(isPriced), ...reading.pages.slice(-last)]
  return { ...reading, pages }
}

/** Copies of a page differ in a word or two: "duplicate", the number of the page. */
const sameWords = 0.95
/** Fewer words tell no copy from another form of the same kind. */
const leastWords = 25

/** A reading without the pages that say once more what one before them says: duplicates and triplicates. */
export function withoutCopies(reading: Reading): Reading {
  const kept: Page[] = []
  if (reading.pages.length < 2 || reading.pages.length > mostPages) return reading
  for (const page of reading.pages) if (!kept.some((one) => isCopy({ one, other: page }))) kept.push(page)
  return kept.length < reading.pages.length ? { ...reading, pages: kept } : reading
}

function isCopy({ one, other }: { one: Page; other: Page }): boolean {
  const most = Math.max(one.words.length, other.words.length)
  const least = Math.min(one.words.length, other.words.length)
  if (most < leastWords || least < most * sameWords) return false
  const left = new Map<string, number>()
  for (const { text } of one.words) left.set(text, (left.get(text) ?? 0) + 1)
  let shared = 0
  for (const { text } of other.words) {
    const count = left.get(text) ?? 0
    if (count === 0) continue
    left.set(text, count - 1)
    shared += 1
  }
  return shared >= most * sameWords
}

const price = /\p{Nd}[.,]\p{Nd}{2}(?!\p{Nd})/u
const fewestPrices = 2

/** Currencies without cents (`27,500`, `¥33,000`, `220.000원`). */
const wholeAmount = /(?<!\p{Nd})\p{Nd}{1,3}(?:[.,]\p{Nd}{3})+(?!\p{Nd})/u

/** Whether a page has prices, or whole amounts, on it: every invoice of a stack has some, and to see that is cheap. */
function isPriced({ words }: Page): boolean {
  return (
    words.filter(({ text }) => price.test(text)).length >= fewestPrices ||
    words.some(({ text }) => wholeAmount.test(text))
  )
}

const unmarked = { number: null, supplier: null, hasTotal: false }

/** A page as a paper of its own. */
function paperOf(page: Page): Paper {
  return toPaper({ pages: [page], attachments: [], notices: [] })
}

function markPage({ page, paper }: { page: Page; paper: Paper }): Marks {
  return {
    page,
    number: findOn({ paper, field: 'invoice_number', least: sureShare }),
    supplier: findOn({ paper, field: 'supplier', least: sureShare }),
    hasTotal: hasTotal(paper),
  }
}

function hasTotal(paper: Paper): boolean {
  return findOn({ paper, field: 'total', least: likelyShare }) !== null
}

function findOn({ paper, field, least }: { paper: Paper; field: FieldName; least: number }): string | null {
  const { choices, nothing } = rankField({ paper, field })
  const [best] = choices
  return best && best.share >= least && best.share > nothing ? best.candidate.key : null
}

/** A further page of an invoice may say what the ones before left open. */
function join({ current, marks }: { current: Marks; marks: Marks }): Marks {
  return {
    page: current.page,
    number: current.number ?? marks.number,
    supplier: current.supplier ?? marks.supplier,
    hasTotal: current.hasTotal || marks.hasTotal,
  }
}

function isAnother({ current, marks }: { current: Marks; marks: Marks }): boolean {
  if (!current.hasTotal || !marks.hasTotal) return false
  if (current.number !== null && marks.number !== null) return current.number !== marks.number
  return current.supplier !== null && marks.supplier !== null && current.supplier !== marks.supplier
}
