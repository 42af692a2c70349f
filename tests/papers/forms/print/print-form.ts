import { createSheet, type Sheet } from '../../layout/sheet'
import type { Random } from '../../random'
import type { FormPlan, Section } from '../plan/plan'
import type { Office } from '../values/office'
import { type Cell, toCell } from './cell'
import { drawBox, drawRule, type Frame, keep, lineHeight, put } from './frame'
import { printMargins, printRunningHead, printTop } from './furniture'
import { chooseLook, choosePaperSize } from './look'
import { printAbove, printBelow, printInBoxes, printInTable, printUnderHeads } from './pairs-in-grid'
import { printAligned, printInARow, printInLines, printWithLeaders } from './pairs-in-lines'
import { printAsAddress } from './pairs-unlabelled'
import { printList } from './print-list'
import { printTable } from './print-table'
import { printNotice, printOpening, printProse } from './prose'
import { printSignatures } from './signatures'

type Layout = (frame: Frame, cells: Cell[]) => void

const layouts: [Layout, number][] = [
  [printInLines, 4],
  [printAligned, 5],
  [printInBoxes, 4],
  [printAbove, 3],
  [printBelow, 1.2],
  [printInTable, 4],
  [printUnderHeads, 1.6],
  [printInARow, 1.5],
  [printWithLeaders, 1.3],
]

/** Layouts that also fit half the width of a page. */
const narrowLayouts: [Layout, number][] = [
  [printInLines, 5],
  [printAligned, 4],
  [printInBoxes, 2],
  [printAbove, 2],
  [printInTable, 2],
  [printBelow, 0.4],
]

type Habit = {
  usual: Layout
  isVaried: boolean
  heading: number
  headingGap: number
  numbering: string | null
}

export function printForm({ plan, office }: { plan: FormPlan; office: Office }): Sheet {
  const { random } = office
  const size = choosePaperSize(random)
  const frame = openFrame(random, size)
  const habit = chooseHabit(random)
  const isEnglish = office.language === 'en'
  printTop(frame, plan, office)
  if (isEnglish && random.chance(0.2)) printNotice(frame, { size: frame.look.size * 0.85 })
  if (isEnglish && random.chance(0.25))
    printOpening(frame, { sections: plan.sections, title: plan.title.value?.lines[0] ?? 'document' })
  const isTableFirst = random.chance(0.08)
  if (isTableFirst) printTables(frame, plan, office, habit)
  printSections(frame, plan.sections, office, habit)
  if (!isTableFirst) printTables(frame, plan, office, habit)
  if (isEnglish && random.chance(0.35)) printNotice(frame, { size: frame.look.size * 0.8 })
  if (isEnglish && random.chance(0.3)) printSignatures(frame, plan.sections)
  printMargins(frame, office, size)
  printRunningHead(frame, plan, size)
  return frame.sheet
}

function openFrame(random: Random, size: { width: number; height: number }): Frame {
  const sheet = createSheet()
  const margin = random.pick([32, 40, 48, 56])
  const top = random.pick([30, 40, 50])
  sheet.addPage(size)
  const frame: Frame = {
    sheet,
    look: chooseLook(random),
    random,
    left: margin,
    width: size.width - margin * 2,
    y: top,
    bottom: size.height - 48,
    turn: () => {
      sheet.addPage(size)
      frame.y = top
    },
  }
  return frame
}

function chooseHabit(random: Random): Habit {
  return {
    usual: random.weighted(layouts),
    isVaried: random.chance(0.6),
    heading: random.pick([0, 1, 2, 3, 4]),
    headingGap: random.pick([0.4, 0.8, 1.2]),
    numbering: random.chance(0.2)
      ? random.pick(['{n}. ', 'Section {n}: ', '{A}. ', 'Part {A} - ', '§ {n} '])
      : null,
  }
}

function printSections(frame: Frame, sections: Section[], office: Office, habit: Habit): void {
  const rest = sections.map((section, at) => ({ section, at }))
  while (rest.length > 0) {
    const [first, second] = rest
    if (!first) return
    const areParties = first.section.role !== null && second?.section.role
    const arePlain =
      second && frame.width > 400 && first.section.entries.length < 7 && second.section.entries.length < 7
    if (
      second &&
      frame.width > 300 &&
      ((areParties && office.random.chance(0.55)) || (arePlain && office.random.chance(0.12)))
    ) {
      printSideBySide(frame, [first, second], office, habit)
      rest.splice(0, 2)
    } else {
      printSection(frame, first, office, habit, layouts)
      rest.shift()
    }
  }
}

type Numbered = { section: Section; at: number }

function printSideBySide(frame: Frame, pair: Numbered[], office: Office, habit: Habit): void {
  const { random } = office
  const most = Math.max(...pair.map(({ section }) => section.entries.length + section.lists.length * 6))
  keep(frame, Math.min((most + 2) * lineHeight(frame) * 2.6, frame.bottom - 60))
  const gap = random.pick([12, 20, 30])
  const width = (frame.width - gap) / 2
  const layout: [Layout, number][] = [[random.weighted(narrowLayouts), 1]]
  const page = frame.sheet.current()
  const bottoms = pair.map((numbered, at) => {
    // Each half runs down from the same line; what does not fit goes below the foot rather than to another page.
    const half: Frame = { ...frame, left: frame.left + at * (width + gap), width, turn: () => undefined }
    printSection(half, numbered, office, { ...habit, isVaried: true }, layout)
    return half.y
  })
  if (frame.sheet.current() === page) frame.y = Math.max(...bottoms)
}

function printSection(
  frame: Frame,
  { section, at }: Numbered,
  office: Office,
  habit: Habit,
  choices: [Layout, number][],
): void {
  const { random } = office
  const { entries, lists } = section
  if (entries.length + lists.length === 0) return
  const start = frame.y
  const page = frame.sheet.current()
  const isHeaded = section.role !== null || (section.heading !== null && random.chance(0.8))
  if (section.heading !== null && isHeaded) printHeading(frame, section.heading, at, habit)
  if (section.role && random.chance(0.22)) {
    printAsAddress(frame, entries, office)
    frame.y += frame.look.size
    return
  }
  const sentenced = office.random.chance(0.1) ? entries.splice(0, random.whole(1, 4)) : []
  const cells = entries.map((entry, index) => toCell({ entry, office, look: frame.look, at: index }))
  const isUsual = !habit.isVaried && choices === layouts
  for (const part of inParts(cells, random))
    if (part.length > 0) (isUsual ? habit.usual : random.weighted(choices))(frame, part)
  if (sentenced.length > 0) printProse(frame, sentenced, office)
  for (const list of lists) printList(frame, list)
  if (random.chance(0.12) && frame.sheet.current() === page && frame.y < frame.bottom)
    drawBox(frame, { x: frame.left - 4, y: start - 2, width: frame.width + 8, height: frame.y - start + 4 })
  frame.y += frame.look.size * random.pick([0.6, 1, 1.4])
}

/** Long sections may change their layout in the middle. */
function inParts(cells: Cell[], random: Random): Cell[][] {
  if (cells.length < 5 || random.chance(0.65)) return [cells]
  const cut = random.whole(2, cells.length - 2)
  return [cells.slice(0, cut), cells.slice(cut)]
}

function printHeading(frame: Frame, text: string, at: number, habit: Habit): void {
  const { look } = frame
  const number =
    habit.numbering?.replace('{n}', String(at + 1)).replace('{A}', String.fromCharCode(65 + (at % 26))) ?? ''
  const isLoud = habit.heading === 2
  const size = look.size * (habit.heading === 1 ? 1.25 : habit.heading === 3 ? 1 : 1.1)
  keep(frame, lineHeight(frame) * 7)
  if (habit.heading === 4)
    frame.sheet.draw({
      kind: 'band',
      x: frame.left,
      y: frame.y - 1,
      width: frame.width,
      height: size * look.spacing + 2,
      colour: '#e3e7ee',
    })
  const line = isLoud ? text.toUpperCase() : text
  frame.y = put(frame, [[`${number}${line}`]], {
    x: frame.left + (habit.heading === 4 ? 3 : 0),
    y: frame.y,
    width: frame.width - 6,
    size,
    bold: true,
    colour: look.accent,
  })
  if (habit.heading === 1) drawRule(frame, { x1: frame.left, x2: frame.left + frame.width, y: frame.y })
  frame.y += look.size * habit.headingGap * 0.5
}

function printTables(frame: Frame, plan: FormPlan, office: Office, habit: Habit): void {
  for (const [at, table] of plan.tables.entries()) {
    if (table.title !== '' && office.random.chance(0.65))
      printHeading(frame, table.title, plan.sections.length + at, habit)
    printTable(frame, table, office)
  }
}
