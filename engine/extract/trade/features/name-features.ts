import type { Segment } from '@/engine/extract/layout/layout'
import { printOf } from '@/engine/extract/layout/print'
import { splitCell, surroundingsOf } from '@/engine/extract/layout/surroundings'
import { conceptsIn, conceptsOf, labelsIn } from '@/engine/extract/paper/concepts'
import type { Paper } from '@/engine/extract/paper/paper'
import { hashFeatures } from '@/engine/extract/ranking/hash'
import { findLegalForm } from '@/engine/extract/values/legal-forms'
import { memoizeByRef, memoizeByText } from '@/engine/extract/vocabulary/memoize-by-ref'
import { toTextKey } from '@/engine/extract/vocabulary/text-key'
import type { Candidate } from '../candidates/candidate'
import type { ToDescribe } from './place-features'
import { addRow } from './text-features'

/** How a name is written, and what the paper says of it elsewhere. */
export function describeNames({ paper, candidates }: { paper: Paper; candidates: Candidate[] }) {
  const print = { ...printOn(paper), ...namesAmong(candidates) }
  return ({ features, candidate }: ToDescribe): void => {
    const text = String(candidate.value)
    const { key, segment } = candidate
    const known = Math.min(print.timesOf(key), 3)
    const form = findLegalForm(text)
    const around = surroundingsOf(segment)
    const height = (candidate.words[0]?.box.height ?? 0) / Math.max(0.1, print.tallest)
    const letters = text.replace(/\P{L}/gu, '')
    const parts = text.split(/\s+/).map(toTextKey).filter(Boolean)
    const isUpper = letters === letters.toUpperCase()
    const formAt =
      form === null ? 'none' : form.end === text.length ? 'end' : form.start === 0 ? 'start' : 'within'
    const trait = candidate.traits[0] ?? ''
    const cell = describeCell(segment)
    const { nextKind, block } = cell
    const hasContact = cell.contact.length > 0
    const size = height > 0.98 ? 'most' : height > 0.75 ? 'much' : height > 0.5 ? 'half' : 'less'
    const isOfDomain = print.domains.some((domain) => sharesName({ domain, key }))
    const at = `${heightOnPage(candidate)}:${segment.page === paper.pages[0] ? 0 : 1}`
    const named = namedAs(candidate)
    const brand = brandOf({ key, ...print })
    const upper = upperNeighbour({ candidate, above: around.above[0] })
    const isOnAccount = isBeside({ key, texts: print.accounts })
    const blockIndex = Math.min(around.blockIndex, 3)
    features.addGrams({ name: 'n:g:', text: key.slice(0, 40) })
    for (const word of parts) features.add('n:w:', word)
    features.add('n:first:', String(parts[0]))
    features.add('n:last:', String(parts.at(-1)))
    features.add('n:form:', formAt)
    features.add('n:form-only:', form !== null && form.start <= 4 && form.end >= text.length - 2)
    features.add('n:brand:', brand)
    features.add('n:brand:', brand, ':form:', formAt)
    features.add('n:', trait, ':form:', formAt)
    features.add('n:', trait, ':words:', Math.min(parts.length, 9))
    features.add('n:', trait, ':block:', blockIndex, ':', Math.min(around.blockLength, 4))
    features.add('n:form:', formAt, ':block:', blockIndex)
    features.add('n:upper:', upper)
    features.add('n:upper:', upper, ':', trait, ':form:', formAt)
    features.add('n:above:', cell.upperKind, ':block:', Math.min(around.blockIndex, 2))
    features.add('n:words:', Math.min(parts.length, 9))
    features.add('n:length:', Math.min(Math.floor(key.length / 4), 10))
    features.add('n:case:', isUpper ? 'upper' : /^\p{Lu}/u.test(text) ? 'title' : 'lower')
    features.add('n:digits:', /\p{Nd}/u.test(text))
    features.add('n:digits-at-end:', /\p{Nd}\W*$/u.test(text))
    features.add('n:open:', /[([{]/.test(text))
    features.add('n:repeated:', known)
    features.add('n:domain:', isOfDomain)
    features.add('n:height:', size)
    for (const one of cell.contact) features.add('n:block:', one)
    features.add('n:contact:', hasContact, ':form:', formAt)
    features.add('n:contact:', hasContact, ':at:', at)
    features.add('n:contact:', hasContact, ':named:', named)
    features.add('n:contact:', hasContact, ':next:', nextKind, ':form:', formAt)
    features.add('n:account:', isOnAccount)
    features.add('n:account:', isOnAccount, ':form:', formAt)
    features.add('n:named:', named)
    features.add('n:named:', named, ':form:', formAt)
    features.add('n:named:', named, ':form:', formAt, ':next:', nextKind)
    features.add('n:named:', named, ':form:', formAt, ':at:', at)
    features.add('n:named:', named, ':height:', size, ':at:', at)
    features.add('n:named:', named, ':height:', size, ':next:', nextKind, ':at:', at)
    features.add('n:named:', named, ':', trait)
    features.add('n:', trait, ':at:', at)
    features.add('n:height:', size, ':next:', nextKind)
    features.add('n:height:', size, ':at:', at)
    features.add('n:height:', size, ':form:', formAt)
    features.add('n:form:', formAt, ':next:', nextKind)
    features.add('n:form:', formAt, ':at:', at)
    features.add('n:form:', formAt, ':of:', block)
    features.add('n:domain:', isOfDomain, ':form:', formAt)
    features.add('n:domain:', isOfDomain, ':at:', at)
    features.add('n:repeated:', known, ':form:', formAt)
    features.add('n:repeated:', known, ':height:', size)
    features.add('n:of:', block, ':next:', nextKind)
    features.add('n:at:', at, ':next:', nextKind)
    features.add('n:label:', cell.isLabelled)
    features.add('n:next:', nextKind)
    features.addPlaces(cell.nextWords)
    features.add('n:script:', /\p{Script=Latin}/u.test(text) ? 'latin' : 'other')
  }
}

const shortestBrand = 5

/** What the print of a paper as a whole says of names. */
const printOn = memoizeByRef(({ lines }: Paper) => {
  const texts = lines.map(({ text }) => toTextKey(text))
  return {
    domains: domainsIn(lines.map((line) => line.text).join(' ')),
    accounts: texts.filter((_, at) => accountLine.test(lines[at]?.text ?? '')),
    /** How many lines hold a name. */
    timesOf: memoizeByText((key) => (key.length > 3 ? texts.filter((line) => line.includes(key)).length : 0)),
  }
})

function namesAmong(candidates: Candidate[]) {
  return {
    keys: [...new Set(candidates.map(({ key }) => key))].filter((key) => key.length >= shortestBrand),
    legal: new Set(candidates.flatMap(({ key, value }) => (findLegalForm(String(value)) ? [key] : []))),
    tallest: Math.max(...candidates.slice(0, 40).map(({ words }) => words[0]?.box.height ?? 0)),
  }
}

/** What the names of a cell share. */
const describeCell = memoizeByRef((segment: Segment) => {
  const { above, below, blockHead } = surroundingsOf(segment)
  const next = below?.text ?? ''
  return {
    nextKind: kindOfLine(next),
    upperKind: kindOfLine(above[0]?.text ?? ''),
    contact: contactBelow(segment),
    block: blockHead === segment ? 'head' : (conceptsIn(blockHead)[0]?.concept ?? kindOfLine(blockHead.text)),
    nextWords: hashFeatures((features) => addRow({ features, name: 'n:next', text: next, most: 4 })),
    isLabelled: labelsIn(segment).some(({ isAlone }) => isAlone),
  }
})

type Brands = { key: string; keys: string[]; legal: Set<string> }

/** Whether a name is the beginning of a firm's whole name that is printed elsewhere, or such a whole name itself. */
function brandOf({ key, keys, legal }: Brands): string {
  if (key.length < shortestBrand) return 'short'
  if (legal.has(key)) return keys.some((one) => one !== key && key.startsWith(one)) ? 'whole' : 'only'
  return [...legal].some((one) => one !== key && one.startsWith(key)) ? 'part' : 'none'
}

const parties = ['supplier', 'customer', 'ship_to']

/** The party that the label beside or above a name says it is. */
function namedAs({ segment, words }: Candidate): string {
  const { before } = splitCell({ segment, words })
  const { left, above } = surroundingsOf(segment)
  const cells = [left[0], above[0], above[1]].flatMap((cell) => cell ?? [])
  const labels = [conceptsOf({ words: before, segment }), ...cells.map(conceptsIn)]
  const hit = labels.flatMap((named) => named.find(({ isWhole }) => isWhole) ?? [])[0]
  if (!hit) return 'none'
  return parties.includes(hit.concept) ? hit.concept : 'other'
}

/** Lines of the firm's bank and register, which name the firm and never the customer. */
const accountLine =
  /iban|bic|swift|bank|konto|cuenta|compte|conto|rekening|rachunek|account|registered|regist|handelsreg|rcs|siret|capital|ust-?id|vat reg|company no|inscrit|registro mercantil|hrb/i

function isBeside({ key, texts }: { key: string; texts: string[] }): boolean {
  return key.length >= shortestBrand && texts.some((text) => text.includes(key.slice(0, 14)))
}

const linesOfBlock = 8

/** What the lines below a name say of its owner: a telephone, an address of mail or web, a tax id, a bank. */
function contactBelow(segment: Segment): string[] {
  const found = new Set<string>()
  let cell = segment
  for (let steps = 0; steps < linesOfBlock; steps += 1) {
    const { below } = surroundingsOf(cell)
    if (!below || below.box.y - cell.box.y - cell.box.height > 1.3 * cell.box.height) break
    if (/@|www\./i.test(below.text)) found.add('web')
    if (/(?:tel|fon|phone|tlf|mob|t[.:])\W*\+?[\d(]|\+\d{2}[\s\d()/-]{7,}/i.test(below.text))
      found.add('phone')
    if (/iban|bic|swift|konto/i.test(below.text)) found.add('bank')
    if (conceptsIn(below).some(({ concept }) => concept === 'supplier_tax_id')) found.add('tax-id')
    cell = below
  }
  return [...found]
}

/** In which sixth of its page's print a name stands. */
function heightOnPage({ segment, words: [first] }: Candidate): number {
  const print = printOf(segment.page)
  const share = ((first?.box.y ?? print.y) - print.y) / Math.max(1, print.height)
  return Math.max(0, Math.min(5, Math.floor(share * 6)))
}

/** Whether the line right above looks like the first half of the same name. */
function upperNeighbour({ candidate, above }: { candidate: Candidate; above: Segment | undefined }): string {
  if (!above) return 'none'
  const [first] = candidate.words
  const height = first?.box.height ?? 1
  const gap = (first?.box.y ?? 0) - above.box.y - above.box.height
  if (gap > height * 1.2) return 'apart'
  const ratio = above.box.height / Math.max(0.1, height)
  const size = ratio > 1.25 ? 'larger' : ratio < 0.8 ? 'smaller' : 'same'
  return `${size}:${kindOfLine(above.text)}:${findLegalForm(above.text) ? 'form' : 'plain'}`
}

/** The names in addresses of mail and web, without their endings. */
function domainsIn(text: string): string[] {
  const names = text.matchAll(/(?:@|www\.|https?:\/\/)([\p{L}\d-]{3,})\./giu)
  return [...names].map(([, name = '']) => toTextKey(name))
}

function sharesName({ domain, key }: { domain: string; key: string }): boolean {
  return key.startsWith(domain.slice(0, 6)) || domain.startsWith(key.slice(0, 7))
}

function kindOfLine(text: string): string {
  if (text === '') return 'none'
  if (/@|www\./i.test(text)) return 'web'
  if (/\+?\d[\d\s()/-]{7,}\d/.test(text)) return 'phone'
  if (/\p{Nd}{4,6}\W{1,99}\p{L}|\p{L}\W{1,99}\p{Nd}{4,6}/u.test(text)) return 'town'
  if (/\p{Nd}/u.test(text) && /\p{L}{3}/u.test(text)) return 'street'
  return 'words'
}
