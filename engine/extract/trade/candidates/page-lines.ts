import type { TextLine } from '@/engine/extract/layout/layout'
import type { Paper } from '@/engine/extract/paper/paper'

/** A line with its place on its page, counted from the top and from the bottom. */
export type PageLine = { line: TextLine; fromTop: number; fromBottom: number }

/** Values of a paper stand on its first and last pages; a book of hundreds is not searched whole. */
const firstPages = 8
const lastPages = 4

/** The lines in which values are looked for. */
export function listLines({ layout }: Paper): PageLine[] {
  const { pages } = layout
  return pages.flatMap(({ lines }, at) =>
    at < firstPages || at >= pages.length - lastPages
      ? lines.map((line, fromTop) => ({ line, fromTop, fromBottom: lines.length - 1 - fromTop }))
      : [],
  )
}
