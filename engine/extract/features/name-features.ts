import type { Candidate } from '../candidates/candidate'
import { toTextKey } from '../labels/text-key'
import type { Paper } from '../paper'
import { findLegalForm } from '../values/legal-forms'
import { surroundingsOf } from './surroundings'
import { featuresOfRow, gramsOf } from './text-features'

/** How a name is written, and what the paper says of it elsewhere; one list of features for each candidate. */
export function featuresOfNames({
  paper,
  candidates,
}: {
  paper: Paper
  candidates: Candidate[]
}): string[][] {
  const domains = domainsOf(paper)
  const texts = paper.layout.lines.map(({ text }) => toTextKey(text))
  const counts = new Map<string, number>()
  const tallest = Math.max(...candidates.slice(0, 40).map(({ words }) => words[0]?.box.height ?? 0))
  return candidates.map((candidate) => {
    const text = String(candidate.value)
    const { key } = candidate
    const known = counts.get(key) ?? texts.filter((line) => key.length > 3 && line.includes(key)).length
    counts.set(key, known)
    const form = findLegalForm(text)
    const around = surroundingsOf({ paper, segment: candidate.segment })
    const next = around.below?.text ?? ''
    const height = (candidate.words[0]?.box.height ?? 0) / Math.max(0.1, tallest)
    const letters = text.replace(/\P{L}/gu, '')
    const keys = text.split(/\s+/).map(toTextKey).filter(Boolean)
    const isUpper = letters === letters.toUpperCase()
    const formAt =
      form === null ? 'none' : form.end === text.length ? 'end' : form.start === 0 ? 'start' : 'within'
    const isFormOnly = form !== null && form.start <= 4 && form.end >= text.length - 2
    const trait = candidate.traits[0] ?? ''
    return [
      ...gramsOf({ text: key.slice(0, 40), prefix: 'n:g' }),
      ...keys.map((word) => `n:w:${word}`),
      `n:first:${keys[0]}`,
      `n:last:${keys.at(-1)}`,
      `n:form:${formAt}`,
      `n:form-only:${isFormOnly}`,
      `n:${trait}:form:${formAt}`,
      `n:${trait}:words:${Math.min(keys.length, 9)}`,
      `n:${trait}:block:${Math.min(around.blockIndex, 3)}:${Math.min(around.blockLength, 4)}`,
      `n:form:${formAt}:block:${Math.min(around.blockIndex, 3)}`,
      `n:above:${kindOfLine(around.above[0]?.text ?? '')}:block:${Math.min(around.blockIndex, 2)}`,
      `n:words:${Math.min(keys.length, 9)}`,
      `n:length:${Math.min(Math.floor(key.length / 4), 10)}`,
      `n:case:${isUpper ? 'upper' : /^\p{Lu}/u.test(text) ? 'title' : 'lower'}`,
      `n:digits:${/\p{Nd}/u.test(text)}`,
      `n:digits-at-end:${/\p{Nd}\W*$/u.test(text)}`,
      `n:open:${/[([{]/.test(text)}`,
      `n:repeated:${Math.min(known, 3)}`,
      `n:domain:${domains.some((domain) => sharesName({ domain, key }))}`,
      `n:height:${height > 0.98 ? 'most' : height > 0.75 ? 'much' : height > 0.5 ? 'half' : 'less'}`,
      `n:label:${(paper.labels.get(candidate.segment) ?? []).some(({ isAlone }) => isAlone)}`,
      `n:next:${kindOfLine(next)}`,
      ...featuresOfRow({ prefix: 'n:next', text: next }).slice(0, 4),
      `n:script:${/\p{Script=Latin}/u.test(text) ? 'latin' : 'other'}`,
    ]
  })
}

/** The names in addresses of mail and web, without their endings. */
function domainsOf({ layout }: Paper): string[] {
  const text = layout.lines.map((line) => line.text).join(' ')
  return [...text.matchAll(/(?:@|www\.|https?:\/\/)([\p{L}\d-]{3,})\./giu)].map(([, name = '']) =>
    toTextKey(name),
  )
}

function sharesName({ domain, key }: { domain: string; key: string }): boolean {
  return key.startsWith(domain.slice(0, 6)) || domain.startsWith(key.slice(0, 7))
}

function kindOfLine(text: string): string {
  if (text === '') return 'none'
  if (/@|www\./i.test(text)) return 'web'
  if (/\+?\d[\d\s()/-]{7,}\d/.test(text)) return 'phone'
  if (/\p{Nd}{4,6}\W+\p{L}|\p{L}\W+\p{Nd}{4,6}/u.test(text)) return 'town'
  if (/\p{Nd}/u.test(text) && /\p{L}{3}/u.test(text)) return 'street'
  return 'words'
}
