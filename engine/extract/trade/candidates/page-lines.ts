import type { TextLine } from '@/engine/extract/layout/layout'
import type { Paper } from '@/engine/extract/paper/paper'

/** Values of a paper stand on its first and last pages; a book of hundreds is not searched whole. */
const firstPages = 8
const lastPages = 4

/** The lines in which values are looked for. */
export function listLines({ pages }: Paper): TextLine[] {
  return pages.flatMap(({ lines }, at) => (at < firstPages || at >= pages.length - lastPages ? lines : []))
}
