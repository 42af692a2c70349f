import { fill, type Phrase } from '../../layout/phrase'
import type { Entry, Section } from '../plan/plan'
import type { Office } from '../values/office'
import { sayInLine } from './cell'
import { type Frame, heightOf, keep, put } from './frame'
import prose from './prose.json'

const patterns: { [language: string]: string[] } = prose.patterns

/** Sentences that name several fields and their values. */
export function printProse(frame: Frame, entries: Entry[], office: Office): void {
  const { look, random } = frame
  const known = patterns[office.language] ?? patterns.en ?? []
  const sentences = entries
    .filter(({ value }) => value)
    .map((entry): Phrase => sayInSentence(entry, random.pick(known)))
  const lead = office.language === 'en' && random.chance(0.5) ? [[random.pick(prose.leads)]] : []
  const paragraph = [...lead, ...sentences].flatMap((sentence, at) =>
    at === 0 ? sentence : [' ', ...sentence],
  )
  if (paragraph.length === 0) return
  const print = { width: frame.width, size: look.size }
  keep(frame, Math.min(heightOf(look, [paragraph], print), 200))
  frame.y = put(frame, [paragraph], { ...print, x: frame.left, y: frame.y }) + look.size * 0.4
}

function sayInSentence({ label, value, path }: Entry, pattern: string): Phrase {
  if (!value) return []
  const plain = label
    .replace(/[:.*]+$/, '')
    .replace(/^./, (first) => (/^[A-Z][a-z]/.test(label) ? first.toLowerCase() : first))
  return fill(pattern, { label: plain, Label: label, value: sayInLine({ value, path }) })
}

/** What forms say beside what they are filled in with. */
export function printNotice(frame: Frame, { size }: { size: number }): void {
  const { look, random } = frame
  const notices = random.some(prose.notices, random.whole(1, 3)).join(' ')
  const print = { width: frame.width, size }
  keep(frame, heightOf(look, [[notices]], print))
  frame.y =
    put(frame, [[notices]], { ...print, x: frame.left, y: frame.y, colour: '#555555' }) + look.size * 0.5
}

/** `This agreement is made on … between …`: takes the names, and a date, out of their sections. */
export function printOpening(
  frame: Frame,
  { sections, title }: { sections: Section[]; title: string },
): void {
  const { look, random } = frame
  const parties = sections.filter((section) => section.role && section.entries[0]?.field.key === 'name')
  const [first, second] = parties
  const dated = sections.find((section) => section.entries.some(isDayOfAgreement))
  const date = dated?.entries.find(isDayOfAgreement)
  const [one, two] = [first?.entries[0], second?.entries[0]]
  if (!one?.value || !two?.value || !date?.value || !first || !second || !dated) return
  const phrase = fill(random.pick(prose.openings), {
    title: title.toLowerCase(),
    date: sayInLine({ value: date.value, path: date.path }),
    one: sayInLine({ value: one.value, path: one.path }),
    two: sayInLine({ value: two.value, path: two.path }),
    first: first.heading ?? '',
    second: second.heading ?? '',
  })
  for (const section of [first, second]) section.entries.shift()
  dated.entries = dated.entries.filter((entry) => entry !== date)
  frame.y =
    put(frame, [phrase], { x: frame.left, y: frame.y, width: frame.width, size: look.size }) + look.size
}

function isDayOfAgreement({ field, value }: Entry): boolean {
  return (
    value !== null &&
    ['agreement_date', 'document_date', 'commencement_date', 'lease_start'].includes(field.key)
  )
}
