import type { Layout } from '../extract/layout/layout'

/** The text of a document as it stands on its pages: a line of print per line, columns apart. */
export function toPageText(layout: Layout): string {
  return layout.pages
    .map(({ number, lines }) => `Page ${number}\n${lines.map((line) => line.text).join('\n')}`)
    .join('\n\n')
}
