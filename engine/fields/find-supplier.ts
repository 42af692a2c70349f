import type { Word } from '../readers/reading'
import { bottomOf, horizontalOverlap, middleOf } from '../extract/layout/box'
import { hitsOf, type Labels } from './candidates'
import { judgeCompanyName } from './company-names'
import { findDomains, isNameOfDomain } from './domains'
import { findSlots } from './find-slots'
import { type Found, toFound } from '../extract/found'
import type { Layout, LayoutPage, Segment } from '../extract/layout/layout'
import { findLegalName } from './legal-names'
import { segmentsOf } from '../extract/layout/segments-by-height'
import { listNamesInSmallPrint } from './small-print'
import { listNames, type NameCandidate } from './supplier-names'
import { toTextKey } from '../extract/labels/text-key'
import { labelsOf } from '../extract/labels/vocabulary'

/** Below this, no text of the page is enough like a name to be called the supplier. */
const minScore = 1.1

/** Who issued the document: the name that place, size, form and web address speak for. */
export function findSupplier({ layout, labels }: { layout: Layout; labels: Labels }): Found<string> | null {
  const [page] = layout.pages
  if (!page) return null
  const candidates = [...listNames({ page, labels }), ...listNamesInSmallPrint(page)]
  const customers = segmentsOfCustomer({ layout, labels })
  const evidence: Evidence = {
    page,
    textKey: textKeyWithout({ layout, customers }),
    isOrder: isPurchaseOrder(page),
    first: candidates.find(isLegible),
    customers: wordsOfAll(customers),
    customerKeys: new Set(customers.map((segment) => toTextKey(segment.text))),
    named: wordsOfAll(segmentsNamedSupplier({ layout, labels })),
    domains: findDomains(layout.lines.map((line) => line.text).join('\n')),
  }
  const ranked = candidates
    .map((candidate) => ({ ...candidate, score: scoreName({ candidate, evidence }) }))
    .sort((a, b) => b.score - a.score)
  const [best] = ranked
  if (!best || best.score < minScore) return null
  const read = findLegalName({ name: best.name, layout, customers }) ?? {
    value: best.name,
    words: best.segment.words,
    pageIndex: 0,
  }
  const rival = ranked.find((other) => !areOneName(other.name, best.name))
  const lead = rival ? best.score - rival.score : best.score
  const score = Math.min(0.98, 0.35 + best.score / 8, 0.6 + Math.max(0, lead) * 0.3)
  return toFound({ read: { ...read, quality: 1 }, pageIndex: read.pageIndex, score })
}

/** A logo and the full name are one: `Brookfield` and `Brookfield Power Ltd`. */
function areOneName(a: string, b: string): boolean {
  const [keyA, keyB] = [toTextKey(a), toTextKey(b)]
  return keyA.includes(keyB) || keyB.includes(keyA)
}

type Evidence = {
  page: LayoutPage
  /** The text without the customer's address, as `toTextKey` reduces it. */
  textKey: string
  isOrder: boolean
  first: NameCandidate | undefined
  customers: Set<Word>
  /** Lines of the customer's address, as `toTextKey` reduces them. */
  customerKeys: Set<string>
  named: Set<Word>
  domains: string[]
}

function wordsOfAll(segments: Segment[]): Set<Word> {
  return new Set(segments.flatMap(({ words }) => words))
}

function scoreName({ candidate, evidence }: { candidate: NameCandidate; evidence: Evidence }): number {
  const { segment, name } = candidate
  const { page, customers, customerKeys, named, domains } = evidence
  const form = judgeCompanyName(name)
  const height = middleOf(segment.box) / page.page.height
  const hasWordOf = (words: Set<Word>) => segment.words.some((word) => words.has(word))
  return (
    (form === 'legal-form' ? 1.7 : form === 'business-word' ? 0.8 : 0) +
    (evidence.isOrder ? 0 : weighPlace({ candidate, evidence })) +
    (domains.some((domain) => isNameOfDomain({ name, domain })) ? 1.8 : 0) +
    (hasWordOf(named) ? 1.6 : 0) +
    (candidate.isInSmallPrint ? 1.5 : 0) +
    (isRepeated({ name, textKey: evidence.textKey }) ? 0.8 : 0) -
    (hasWordOf(customers) || isNameOf({ name, customerKeys }) ? 4 : 0) -
    (name.split(' ').length > 7 ? 1.2 : 0) -
    (form === 'legal-form' || candidate.isInSmallPrint ? 0 : doubtOfUnformedName({ name, height })) -
    (isLegible(candidate) ? 0 : 1.5)
  )
}

/** Issuers stand first, at the top and in large print. */
function weighPlace({ candidate, evidence }: { candidate: NameCandidate; evidence: Evidence }): number {
  const { box } = candidate.segment
  const { page, lineHeight } = evidence.page
  const size = box.height / lineHeight - 1
  return (
    1.6 * Math.max(0, 1 - middleOf(box) / page.height / 0.4) +
    Math.max(-0.3, Math.min(1.2, size * 0.9)) +
    (candidate === evidence.first ? 0.9 : 0)
  )
}

/** Shorter names are found in other words. */
const minRepeatedLetters = 8

/** Issuers name themselves again: in small print, beside the bank account, in their terms. */
function isRepeated({ name, textKey }: { name: string; textKey: string }): boolean {
  const key = toTextKey(name)
  return key.length >= minRepeatedLetters && textKey.indexOf(key) !== textKey.lastIndexOf(key)
}

/** The customer's name, as its address begins with it, wherever else it is printed. */
function isNameOf({ name, customerKeys }: { name: string; customerKeys: Set<string> }): boolean {
  const key = toTextKey(name)
  return key.length >= minRepeatedLetters && customerKeys.has(key)
}

function textKeyWithout({ layout, customers }: { layout: Layout; customers: Segment[] }): string {
  const ofCustomer = new Set(customers)
  return layout.lines
    .flatMap((line) => line.segments.filter((segment) => !ofCustomer.has(segment)))
    .map((segment) => toTextKey(segment.text))
    .join('')
}

const orderTitles = new Set(labelsOf('order_title').map(toTextKey))

/** A title is higher than the page's print by this factor; in usual print it is the label of the order on an invoice. */
const titleHeight = 1.3

/** An order is written by the buyer: there the supplier is who is named so. */
function isPurchaseOrder(page: LayoutPage): boolean {
  return segmentsOf(page).some(
    ({ text, box }) =>
      box.y < page.page.height * 0.4 &&
      box.height > page.lineHeight * titleHeight &&
      orderTitles.has(toTextKey(text)),
  )
}

/** Without a legal form, a number in a name is rather that of a street, and a line far down rather an article. */
function doubtOfUnformedName({ name, height }: { name: string; height: number }): number {
  const doubtOfNumber = /\s\d{1,4}$/.test(name) ? 1.6 : /\d/.test(name) ? 0.8 : 0
  return doubtOfNumber + (height > 0.45 ? 1 : 0)
}

function isLegible({ segment, name }: NameCandidate): boolean {
  const letters = name.match(/\p{L}/gu)?.length ?? 0
  const sure = segment.words.reduce((sum, word) => sum + word.confidence, 0) / segment.words.length
  return letters >= 4 && sure > 0.65
}

/** The blocks under or beside labels like `Bill to` and `Ship to`. */
function segmentsOfCustomer({ layout, labels }: { layout: Layout; labels: Labels }): Segment[] {
  const hits = ['customer', 'ship_to'].flatMap((field) => hitsOf({ field, labels }))
  const sellers = hitsOf({ field: 'supplier', labels }).flatMap(({ hit }) =>
    hit.isAtStart ? [hit.segment] : [],
  )
  return hits.flatMap(({ hit }) => {
    const page = layout.pages[hit.pageIndex]
    if (!page || !hit.isAtStart) return []
    return [hit.segment, ...blockOf({ label: hit.segment, page, ends: sellers })]
  })
}

/** Lines below this distance from the last one, in lines of print, belong to another block. */
const maxBlockGap = 1.3

type BlockOptions = {
  page: LayoutPage
  /** Segments at which a block ends: the labels of the other party. */
  ends: Segment[]
}

function blockOf({ label, page, ends }: BlockOptions & { label: Segment }): Segment[] {
  const segments = page.lines.flatMap((line) => line.segments).filter((segment) => segment !== label)
  const beside = segments.filter((segment) => {
    const sideways = segment.box.x - label.box.x
    const offset = Math.abs(middleOf(segment.box) - middleOf(label.box))
    return (
      offset < page.lineHeight * 0.6 &&
      sideways > 0 &&
      sideways < page.page.width * 0.4 &&
      !ends.includes(segment)
    )
  })
  return [...beside, ...[label, ...beside].flatMap((head) => columnBelow({ head, segments, page, ends }))]
}

function columnBelow({
  head,
  segments,
  page,
  ends,
}: BlockOptions & { head: Segment; segments: Segment[] }): Segment[] {
  const column = segments
    .filter((segment) => segment.box.y > bottomOf(head.box) - page.lineHeight * 0.4)
    .filter(
      (segment) =>
        horizontalOverlap({ a: head.box, b: segment.box }) > 0.3 ||
        Math.abs(segment.box.x - head.box.x) < page.lineHeight * 3,
    )
    .sort((a, b) => a.box.y - b.box.y)
  const block: Segment[] = []
  let bottom = bottomOf(head.box)
  for (const segment of column) {
    // A label may stand a little apart from the address that it heads.
    const maxGap = page.lineHeight * (block.length === 0 ? 2.5 : maxBlockGap)
    if (segment.box.y - bottom > maxGap || block.length >= 8 || ends.includes(segment)) break
    block.push(segment)
    bottom = Math.max(bottom, bottomOf(segment.box))
  }
  return block
}

function segmentsNamedSupplier({ layout, labels }: { layout: Layout; labels: Labels }): Segment[] {
  return hitsOf({ field: 'supplier', labels }).flatMap(({ hit }) => {
    const page = layout.pages[hit.pageIndex]
    if (!page || !hit.isAtStart) return []
    const [slot] = findSlots({ hit, page, labelled: labels.bySegment })
    return segmentsOf(page).filter((segment) => segment.words.some((word) => slot?.words.includes(word)))
  })
}
