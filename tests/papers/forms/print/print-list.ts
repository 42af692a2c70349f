import { fill, type Phrase } from '../../layout/phrase'
import type { ListEntry } from '../plan/plan'
import { toPiece } from './cell'
import { type Frame, heightOf, keep, lineHeight, put } from './frame'

/** Plain values: one below the other, or behind one another with commas between. */
export function printList(frame: Frame, list: ListEntry): void {
  const { look, random } = frame
  const pieces = list.items.map((item, at) =>
    toPiece(item, list.path === null ? [] : [{ field: `${list.path}.${at}`, value: item }]),
  )
  const label = `${look.capitals ? list.label.toUpperCase() : list.label}${look.colon}`
  if (random.chance(0.4)) {
    const between = random.pick([', ', ', ', '; ', ' / '])
    const phrase = [`${label} `, ...pieces.flatMap((piece, at) => (at === 0 ? [piece] : [between, piece]))]
    keep(frame, heightOf(look, [phrase], { width: frame.width, size: look.size }))
    frame.y = put(frame, [phrase], { x: frame.left, y: frame.y, width: frame.width, size: look.size })
    return
  }
  keep(frame, lineHeight(frame) * 3)
  frame.y = put(frame, [[label]], {
    x: frame.left,
    y: frame.y,
    width: frame.width,
    size: look.size,
    bold: look.labelBold,
  })
  const bullet = random.pick([
    '• {item}',
    '- {item}',
    '{n}. {item}',
    '{n}) {item}',
    '{item}',
    '– {item}',
    '* {item}',
  ])
  for (const [at, piece] of pieces.entries()) {
    const line: Phrase = fill(bullet, { item: [piece], n: String(at + 1) })
    keep(frame, lineHeight(frame))
    frame.y = put(frame, [line], { x: frame.left + 10, y: frame.y, width: frame.width - 10, size: look.size })
  }
}
