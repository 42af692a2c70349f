import { bottomOf, rightOf } from '@/engine/extract/layout/box'
import type { LayoutPage, Segment } from '@/engine/extract/layout/layout'
import type { Paper } from '@/engine/extract/paper/paper'
import { toLabelWords } from '@/engine/extract/schema/match-name'
import type { ValueField } from '@/engine/extract/schema/schema-field'
import { softMatch } from '@/engine/extract/vocabulary/soft-match'
import { isDistinctive, toTokens } from '@/engine/extract/vocabulary/tokens'

/** Headings that say whose values stand below them. */
export type Owners = {
  /** Whose values those of a label are: `mine`, `other`, or `none` where no heading tells. */
  ownerOf: (given: { label: Segment; field: ValueField; missing: string[] }) => Ownership
}

type Ownership = { side: 'mine' | 'other' | 'none'; distance: number; hasRivals: boolean }

const longestHeading = 6

/** The words by which a field's owner is named: those of its parents, and of its name. */
function ownWordsOf(field: ValueField): Set<string> {
  const parents = field.path.slice(0, -1).flatMap((name) => toTokens(name))
  const [first] = field.phrases
  return new Set(
    [...parents, ...(first?.tokens ?? []), ...toTokens(field.path.at(-1) ?? '')].filter(isDistinctive),
  )
}

export function findOwners({ paper, fields }: { paper: Paper; fields: ValueField[] }): Owners {
  const words = new Map(fields.map((field) => [field, ownWordsOf(field)]))
  const counts = new Map<string, number>()
  for (const own of words.values()) for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1)
  const all = [...counts.keys()]
  const headings = headingsOf({ paper, all })
  return {
    ownerOf: ({ label, field, missing }) => {
      const own = words.get(field) ?? new Set()
      const parents = field.path
        .slice(0, -1)
        .flatMap((name) => toTokens(name))
        .filter(isDistinctive)
      const wanted = new Set([...missing.filter((word) => own.has(word)), ...parents])
      const rivals = all.filter((word) => !own.has(word) && (counts.get(word) ?? 0) > 1)
      const hasRivals = rivals.length > 0
      let mine = Number.POSITIVE_INFINITY
      let other = Number.POSITIVE_INFINITY
      for (const { segment, tokens } of headings.get(label.page) ?? []) {
        if (segment === label) continue
        const distance = distanceOf({ heading: segment, label })
        if (distance === null) continue
        if (tokens.some((token) => wanted.has(token))) mine = Math.min(mine, distance)
        else if (tokens.some((token) => rivals.includes(token))) other = Math.min(other, distance)
      }
      if (mine === other) return { side: 'none', distance: 0, hasRivals }
      const side = mine < other ? 'mine' : 'other'
      return { side, distance: Math.min(mine, other) / label.page.lineHeight, hasRivals }
    },
  }
}

type Heading = { segment: Segment; tokens: string[] }

function headingsOf({ paper, all }: { paper: Paper; all: string[] }): Map<LayoutPage, Heading[]> {
  const byPage = new Map<LayoutPage, Heading[]>()
  for (const { segments, page } of paper.lines)
    for (const segment of segments) {
      if (segment.words.length > longestHeading) continue
      const tokens = toLabelWords(segment.text).tokens.flatMap((token) =>
        all.filter((word) => softMatch({ a: word, b: token }) >= 0.7),
      )
      if (tokens.length === 0) continue
      byPage.set(page, [...(byPage.get(page) ?? []), { segment, tokens }])
    }
  return byPage
}

/** How far above or to the left a heading stands; null where it cannot be over the label. */
function distanceOf({ heading, label }: { heading: Segment; label: Segment }): number | null {
  const height = label.box.height
  const down = label.box.y - heading.box.y
  if (down < -height * 0.5) return null
  const isSameLine = Math.abs(down) <= height * 0.5
  if (isSameLine && rightOf(heading.box) > label.box.x) return null
  const isLeft = heading.box.x <= label.box.x + 2 * height
  const isOver = heading.box.x < rightOf(label.box) && rightOf(heading.box) > label.box.x
  if (!isLeft && !isOver) return null
  const across = Math.max(0, label.box.x - heading.box.x - 2 * height)
  return Math.max(0, label.box.y - bottomOf(heading.box)) + 0.35 * across
}
