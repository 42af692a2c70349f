import type { LabelHit } from '../extract/labels/find-labels'
import type { Layout, Segment } from '../extract/layout/layout'
import { toPhrases } from '../extract/labels/phrases'
import type { ValueField } from '../extract/schema/schema-field'
import { compareLabel, evenWeights, toLabelText } from '../extract/labels/similarity'

/** The heading of a part of the page that belongs to a nested object of the schema (`Seller`, `Buyer`). */
export type Section = { group: string; segment: Segment }

const sureSimilarity = 0.8
const longestHeading = 4

/** Headings that name the objects around nested fields. */
export function findSections({ fields, layout }: { fields: ValueField[]; layout: Layout }): Section[] {
  const groups = [
    ...new Map(
      fields.flatMap(({ path }) => (path.length > 1 ? [[groupOf(path), path.at(-2) ?? '']] : [])),
    ).entries(),
  ]
  const named = groups.map(([group, name]) => ({
    group,
    field: {
      phrases: toPhrases({ name, parents: [], schema: {} }),
      about: new Set<string>(),
      description: '',
    },
  }))
  const segments = layout.lines
    .flatMap((line) => line.segments)
    .filter((one) => one.words.length <= longestHeading)
  return segments.flatMap((segment) =>
    named.flatMap(({ group, field }) =>
      compareLabel({ label: toLabelText(segment.text), field, weights: evenWeights }) >= sureSimilarity
        ? [{ group, segment }]
        : [],
    ),
  )
}

/** A nested field belongs below the heading of its own object, not below that of another. */
export function weighSection({
  field,
  hit,
  sections,
}: {
  field: ValueField
  hit: LabelHit
  sections: Section[]
}): number {
  if (field.path.length < 2 || sections.length === 0) return 1
  const above = sections
    .filter(({ segment }) => isAbove({ segment, hit }))
    .sort((a, b) => distance({ segment: a.segment, hit }) - distance({ segment: b.segment, hit }))
  const [nearest] = above
  if (!nearest) return 1
  return nearest.group === groupOf(field.path) ? 1.2 : 0.3
}

function groupOf(path: string[]): string {
  return path.slice(0, -1).join('.')
}

function isAbove({ segment, hit }: { segment: Segment; hit: LabelHit }): boolean {
  return (
    segment.pageIndex === hit.pageIndex &&
    segment !== hit.segment &&
    segment.box.y <= hit.box.y + hit.box.height / 2
  )
}

/** A heading in another column is farther than one on top of the same column. */
function distance({ segment, hit }: { segment: Segment; hit: LabelHit }): number {
  return hit.box.y - segment.box.y + 1.5 * Math.abs(hit.box.x - segment.box.x)
}
