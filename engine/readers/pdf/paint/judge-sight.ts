import type { TextRun } from '../characters'
import type { Edges, PageFrame } from '../pdfium/page-frame'
import type { Pdfium } from '../pdfium/pdfium'
import { type Scratch, withScratch } from '../pdfium/scratch'
import type { Sight } from '../words'
import { readClip } from './clip-edges'
import { type Area, type Colour, findText, type PageObjects, type TextObject } from './page-objects'

type Judging = {
  pdfium: Pdfium
  runs: TextRun[]
  objects: PageObjects
  frame: PageFrame
  /** The document has layers that viewers can switch off. */
  hasLayers: boolean
}

/** Points: smaller print is not meant for eyes. */
const smallestFontPt = 2
/** Of 255, in the channel that differs most; text that differs less from what it lies on may not be seen. */
const clearContrast = 64
/** Of 255. */
const faintestAlpha = 64
const mostComparisons = 3_000_000

/**
 * Whether each run of text is seen, judged by what the page says of it. Where that is not enough, it is `unsure`, and
 * the painted page has to tell.
 */
export function judgeSight(judging: Judging): Sight[] {
  const { pdfium, runs, objects } = judging
  const isTooMuch = objects.isCut || runs.length * objects.areas.length > mostComparisons
  return withScratch({
    pdfium,
    use: (scratch) =>
      runs.map((run) => {
        if (isOutside({ edges: run.edges, of: judging.frame })) return 'gone'
        if (isTiny({ judging, scratch, run })) return 'gone'
        const mode = pdfium._FPDFTextObj_GetTextRenderMode(run.object)
        if (mode === 3 || mode === 7) return 'invisible'
        if (isTooMuch) return 'unsure'
        return isClear({ judging, scratch, run, isStroked: mode % 4 === 1 }) ? 'seen' : 'unsure'
      }),
  })
}

function isOutside({ edges, of }: { edges: Edges; of: Edges }): boolean {
  return edges.right < of.left || edges.left > of.right || edges.top < of.bottom || edges.bottom > of.top
}

/** By the font's size at the scale at which it is drawn; narrow letters are no small ones. */
function isTiny(input: { judging: Judging; scratch: Scratch; run: TextRun }): boolean {
  const { judging, scratch, run } = input
  const { pdfium, objects } = judging
  const { left, right, top, bottom } = run.edges
  if (Math.min(right - left, top - bottom) > smallestFontPt * 2) return false
  if (Math.max(right - left, top - bottom) > smallestFontPt * 2 * run.letters) return false
  if (pdfium._FPDFTextObj_GetFontSize(run.object, scratch.at(6)) === 0) return false
  pdfium._FPDFPageObj_GetMatrix(run.object, scratch.at(0))
  const [, , c, d] = findText({ objects, object: run.object })?.level.matrix ?? [1, 0, 0, 1]
  const scale = Math.hypot(scratch.float(2), scratch.float(3)) * Math.hypot(c, d)
  return Math.abs(scratch.float(6)) * scale < smallestFontPt - 0.01
}

function isClear(input: { judging: Judging; scratch: Scratch; run: TextRun; isStroked: boolean }): boolean {
  const { judging, scratch, run, isStroked } = input
  const { pdfium, objects, hasLayers } = judging
  const text = findText({ objects, object: run.object })
  if (!text) return false
  const readColour = isStroked ? pdfium._FPDFPageObj_GetStrokeColor : pdfium._FPDFPageObj_GetFillColor
  const isKnown = readColour(run.object, scratch.at(0), scratch.at(1), scratch.at(2), scratch.at(3)) === 1
  if (!isKnown || scratch.integer(3) < faintestAlpha) return false
  const colour = { red: scratch.integer(0), green: scratch.integer(1), blue: scratch.integer(2) }
  const { depth, isFaint, matrix, clip } = text.level
  if (isFaint) return false
  if (hasLayers && (depth > 0 || pdfium._FPDFPageObj_CountMarks(run.object) > 0)) return false
  if (!standsOut({ colour, text, edges: run.edges, areas: objects.areas })) return false
  if (clip && overlap({ edges: run.edges, area: clip }) < mostlyShown) return false
  const own = readClip({ pdfium, scratch, object: run.object, matrix })
  return !own || overlap({ edges: run.edges, area: own }) >= mostlyShown
}

/** Of a text's box. */
const mostlyShown = 0.6

/** Against what is painted under it, with nothing painted over it. */
function standsOut(input: { colour: Colour; text: TextObject; edges: Edges; areas: Area[] }): boolean {
  const { colour, text, edges, areas } = input
  const { left, right, top, bottom } = edges
  for (let index = areas.length - 1; index >= 0; index -= 1) {
    const area = areas[index]
    if (!area || area.edges.right < left || area.edges.left > right) continue
    if (area.edges.top < bottom || area.edges.bottom > top) continue
    if (area.order > text.order) {
      if (overlap({ edges, area: area.edges }) > 0.25) return false
      continue
    }
    // What is printed on pictures and patterns in a dark colour was meant to be read.
    if (area.colour ? !differs(area.colour, colour) : isLight(colour)) return false
    if (area.isSolid && holds({ outer: area.edges, inner: edges })) return true
  }
  return differs(colour, white)
}

const white: Colour = { red: 255, green: 255, blue: 255 }

function isLight({ red, green, blue }: Colour): boolean {
  return red + green + blue > 3 * 128
}

function differs(a: Colour, b: Colour): boolean {
  const most = Math.max(Math.abs(a.red - b.red), Math.abs(a.green - b.green), Math.abs(a.blue - b.blue))
  return most >= clearContrast
}

/** Share of the text's box that lies within an area. */
function overlap({ edges, area }: { edges: Edges; area: Edges }): number {
  const width = Math.min(edges.right, area.right) - Math.max(edges.left, area.left)
  const height = Math.min(edges.top, area.top) - Math.max(edges.bottom, area.bottom)
  const size = (edges.right - edges.left) * (edges.top - edges.bottom)
  return size <= 0 ? 1 : (Math.max(0, width) * Math.max(0, height)) / size
}

/** Boxes of letters are taller than their ink, so a few points may stick out. */
function holds({ outer, inner }: { outer: Edges; inner: Edges }): boolean {
  const slack = (inner.top - inner.bottom) * 0.25
  return (
    outer.left <= inner.left + slack &&
    outer.right >= inner.right - slack &&
    outer.bottom <= inner.bottom + slack &&
    outer.top >= inner.top - slack
  )
}
