import { fill } from '../../layout/phrase'
import type { FormPlan } from '../plan/plan'
import { makeDay, writeDate } from '../values/dates'
import { makeStreet, makeTownLine } from '../values/names'
import type { Office } from '../values/office'
import { sayInLine } from './cell'
import { drawRule, type Frame, put } from './frame'
import prose from './prose.json'

/** The letterhead and the title. */
export function printTop(frame: Frame, plan: FormPlan, office: Office): void {
  const { random } = office
  const issuer = plan.issuer.value
  const isPrinted = plan.issuer.path !== null || random.chance(0.7)
  const place = random.weighted<'left' | 'right' | 'centre'>([
    ['left', 5],
    ['right', 2],
    ['centre', 2],
  ])
  if (issuer && isPrinted) {
    const size = frame.look.size * random.pick([1, 1.2, 1.5, 1.8])
    const line = { x: frame.left, width: frame.width, align: place }
    frame.y = put(frame, [sayInLine({ value: issuer, path: plan.issuer.path })], {
      ...line,
      y: frame.y,
      size,
      bold: true,
      colour: frame.look.accent,
    })
    if (random.chance(0.6)) {
      const parts = [
        makeStreet(office),
        makeTownLine(office),
        ...(random.chance(0.5) ? [office.random.form(random.pick(office.country.phone))] : []),
      ]
      const lines = random.chance(0.5) ? [parts.join(random.pick([', ', ' | ', ' · ']))] : parts
      frame.y = put(
        frame,
        lines.map((text) => [text]),
        { ...line, y: frame.y, size: frame.look.size * 0.85 },
      )
    }
    frame.y += frame.look.size * random.pick([0.5, 1, 1.5])
  }
  if (random.chance(0.3))
    drawRule(frame, { x1: frame.left, x2: frame.left + frame.width, y: frame.y - 3, thickness: 1 })
  printTitle(frame, plan, office)
}

function printTitle(frame: Frame, plan: FormPlan, { random }: Office): void {
  const title = plan.title.value
  if (!title || (plan.title.path === null && random.chance(0.06))) return
  const size = frame.look.size * random.pick([1.3, 1.5, 1.8, 2.1])
  const align = random.weighted<'left' | 'right' | 'centre'>([
    ['left', 5],
    ['centre', 4],
    ['right', 1],
  ])
  const line = {
    x: frame.left,
    y: frame.y,
    width: frame.width,
    size,
    align,
    bold: random.chance(0.8),
    colour: frame.look.accent,
  }
  frame.y = put(frame, [sayInLine({ value: title, path: plan.title.path })], line) + frame.look.size * 0.8
}

/** What stands at the top and foot of every page and says nothing of the matter. */
export function printMargins(frame: Frame, office: Office, size: { width: number; height: number }): void {
  const { random } = office
  const { pages } = frame.sheet
  const code = random.form(random.pick(['@@-###', '@@@-##', '####', '@##', '@@ ### @']))
  const form = fill(random.pick(prose.forms), { code, n: String(random.whole(1, 9)) })
  const printed = `${random.pick(['Printed on', 'Printed:', 'Generated', 'Print date'])} ${writeDate(makeDay(office, 'past'), office)}`
  const shown = {
    form: random.chance(0.4),
    printed: random.chance(0.25),
    pages: random.chance(pages.length > 1 ? 0.85 : 0.35),
  }
  const numbering = random.pick(['Page {n} of {all}', 'Page {n}', '{n} / {all}', '- {n} -', 'p. {n}/{all}'])
  const y = size.height - 28
  const small = frame.look.size * 0.75
  for (const page of pages.keys()) {
    const write = (text: string, align: 'left' | 'right' | 'centre') => {
      const x = align === 'left' ? frame.left : align === 'right' ? size.width - frame.left : size.width / 2
      frame.sheet.write([text], { x, y, size: small, font: frame.look.font, align, page, colour: '#555555' })
    }
    if (shown.form) write(form.map(String).join(''), 'left')
    if (shown.printed) write(printed, 'centre')
    if (shown.pages)
      write(numbering.replace('{n}', String(page + 1)).replace('{all}', String(pages.length)), 'right')
  }
}

/** The number or name that the paper is known by, once more at the head of its pages. */
export function printRunningHead(frame: Frame, plan: FormPlan, size: { width: number }): void {
  const { random, look, sheet } = frame
  const entries = plan.sections.flatMap(({ entries: own }) => own)
  const known = entries.filter(
    ({ field, value }) => value && /_(number|id|reference)$|^name$/.test(field.key),
  )
  if (known.length === 0 || !random.chance(0.2)) return
  const { value, path, label } = random.pick(known)
  if (!value) return
  const lead = random.chance(0.5) ? `${label}: ` : ''
  const begin = random.chance(0.5) ? 0 : 1
  for (const page of [...sheet.pages.keys()].slice(begin)) {
    const phrase = [lead, ...sayInLine({ value, path })].filter((piece) => piece !== '')
    const print = { y: 12, size: look.size * 0.75, font: look.font, page }
    sheet.write(phrase, { ...print, x: size.width - frame.left, align: 'right' })
  }
}
