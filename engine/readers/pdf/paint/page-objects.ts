import type { Edges } from '../pdfium/page-frame'
import type { Pdfium } from '../pdfium/pdfium'
import { type Scratch, withScratch } from '../pdfium/scratch'
import { readClip } from './clip-edges'
import { intersect, type Matrix, multiply, transform } from './matrix'

export type Colour = { red: number; green: number; blue: number }

/** A filled shape or a picture; what is painted later lies over what is painted earlier. */
export type Area = {
  kind: 'fill' | 'picture'
  object: number
  edges: Edges
  order: number
  /** Null where it is no single one. */
  colour: Colour | null
  /** Fills its edges wholly, and nothing shines through. */
  isSolid: boolean
}

/** A command that paints text. */
export type TextObject = { order: number; level: Level }

/** The page itself, or a form within it. */
export type Level = {
  /** Leads from the form's own measures to the page's. */
  matrix: Matrix | null
  /** What the page shows of the form at most; null for all of it. */
  clip: Edges | null
  depth: number
  /** Drawn into the page from what was filled in or noted. */
  isNoted: boolean
  /** Something shines through the whole form. */
  isFaint: boolean
}

export type PageObjects = {
  areas: Area[]
  /** Those of the page itself are left out where nothing lies over or under them. */
  texts: Map<number, TextObject>
  /** Small filled shapes of many edges, as letters are that were turned into drawings. */
  outlines: number
  /** The page paints nothing at all. */
  isEmpty: boolean
  /** The page paints more than is looked at. */
  isCut: boolean
}

const kinds = { text: 1, path: 2, picture: 3, shading: 4, form: 5 }
const mostObjects = 60_000
const deepestForm = 12
/** Points; rules, frames and dots hide no text. */
const thinnestArea = 2.5

/** The page itself. */
const pageLevel: Level = { matrix: null, clip: null, depth: 0, isNoted: false, isFaint: false }
const plainText: TextObject = { order: 0, level: pageLevel }

/** What is known of a text of the page; null for one that was not looked at. */
export function findText({ objects, object }: { objects: PageObjects; object: number }): TextObject | null {
  const isPlain = objects.areas.length === 0 && !objects.isCut
  return objects.texts.get(object) ?? (isPlain ? plainText : null)
}

type Walk = {
  pdfium: Pdfium
  scratch: Scratch
  found: PageObjects
  order: number
  /** Texts of the page itself and their order, one after the other. */
  plain: number[]
}

/**
 * What a page paints, in the order of painting; forms within it opened.
 * @param notedFrom the first of the page's own objects that was drawn into it from a form or a note.
 */
export function listObjects(input: { pdfium: Pdfium; page: number; notedFrom: number }): PageObjects {
  const { pdfium, page, notedFrom } = input
  const found: PageObjects = { areas: [], texts: new Map(), outlines: 0, isEmpty: true, isCut: false }
  return withScratch({
    pdfium,
    use: (scratch) => {
      const walk: Walk = { pdfium, scratch, found, order: 0, plain: [] }
      const count = pdfium._FPDFPage_CountObjects(page)
      found.isEmpty = count <= 0
      const noted: Level = { ...pageLevel, isNoted: true }
      for (let index = 0; index < count && !found.isCut; index += 1) {
        const level = index >= notedFrom ? noted : pageLevel
        visit({ walk, level, object: pdfium._FPDFPage_GetObject(page, index) })
      }
      for (let at = 0; found.areas.length > 0 && at < walk.plain.length; at += 2) {
        found.texts.set(walk.plain[at] ?? 0, { order: walk.plain[at + 1] ?? 0, level: pageLevel })
      }
      return found
    },
  })
}

function visit({ walk, level, object }: { walk: Walk; level: Level; object: number }): void {
  const { pdfium, found } = walk
  walk.order += 1
  if (walk.order > mostObjects) found.isCut = true
  switch (pdfium._FPDFPageObj_GetType(object)) {
    case kinds.text:
      if (level === pageLevel) walk.plain.push(object, walk.order)
      else found.texts.set(object, { order: walk.order, level })
      return
    case kinds.path:
      addPath({ walk, level, object })
      return
    case kinds.picture:
      addArea({ walk, level, object, kind: 'picture' })
      return
    case kinds.shading:
      addArea({ walk, level, object, kind: 'fill' })
      return
    case kinds.form:
      openForm({ walk, level, object })
  }
}

function openForm({ walk, level, object }: { walk: Walk; level: Level; object: number }): void {
  const { pdfium, scratch, found } = walk
  if (level.depth >= deepestForm) return
  pdfium._FPDFPageObj_GetMatrix(object, scratch.at(0))
  const own = [0, 1, 2, 3, 4, 5].map((index) => scratch.float(index)) as Matrix
  const clip = readClip({ pdfium, scratch, object, matrix: level.matrix })
  const inner: Level = {
    matrix: level.matrix ? multiply(own, level.matrix) : own,
    clip: clip && level.clip ? intersect(clip, level.clip) : (clip ?? level.clip),
    depth: level.depth + 1,
    isNoted: level.isNoted,
    isFaint: level.isFaint || readColour({ walk, object }).alpha < 250,
  }
  const count = pdfium._FPDFFormObj_CountObjects(object)
  for (let index = 0; index < count && !found.isCut; index += 1) {
    visit({ walk, level: inner, object: pdfium._FPDFFormObj_GetObject(object, index) })
  }
}

function addPath({ walk, level, object }: { walk: Walk; level: Level; object: number }): void {
  const { pdfium, scratch, found } = walk
  pdfium._FPDFPath_GetDrawMode(object, scratch.at(0), scratch.at(1))
  if (scratch.integer(0) === 0) return
  const edges = readBounds({ walk, level, object })
  if (!edges) return
  const [width, height] = [edges.right - edges.left, edges.top - edges.bottom]
  const segments = pdfium._FPDFPath_CountSegments(object)
  if (segments > 6 && width < 60 && height > 2 && height < 60) found.outlines += 1
  if (width < thinnestArea || height < thinnestArea) return
  const { colour, alpha } = readColour({ walk, object })
  const isSolid = colour !== null && alpha > 250 && segments <= 6
  found.areas.push({ kind: 'fill', object, edges, order: walk.order, colour, isSolid })
}

function addArea(input: { walk: Walk; level: Level; object: number; kind: Area['kind'] }): void {
  const { walk, level, object, kind } = input
  const edges = readBounds({ walk, level, object })
  if (edges) {
    walk.found.areas.push({ kind, object, edges, order: walk.order, colour: null, isSolid: false })
  }
}

function readBounds({ walk, level, object }: { walk: Walk; level: Level; object: number }): Edges | null {
  const { pdfium, scratch } = walk
  const [left, bottom, right, top] = [scratch.at(0), scratch.at(1), scratch.at(2), scratch.at(3)]
  if (pdfium._FPDFPageObj_GetBounds(object, left, bottom, right, top) === 0) return null
  const edges = {
    left: scratch.float(0),
    bottom: scratch.float(1),
    right: scratch.float(2),
    top: scratch.float(3),
  }
  return level.matrix ? transform({ edges, matrix: level.matrix }) : edges
}

function readColour({ walk, object }: { walk: Walk; object: number }): {
  colour: Colour | null
  alpha: number
} {
  const { pdfium, scratch } = walk
  const [red, green, blue, alpha] = [scratch.at(0), scratch.at(1), scratch.at(2), scratch.at(3)]
  if (pdfium._FPDFPageObj_GetFillColor(object, red, green, blue, alpha) === 0)
    return { colour: null, alpha: 255 }
  const colour = { red: scratch.integer(0), green: scratch.integer(1), blue: scratch.integer(2) }
  return { colour, alpha: scratch.integer(3) }
}
