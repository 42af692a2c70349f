import type { Section } from '../plan/plan'
import { sayInLine } from './cell'
import { drawRule, type Frame, heightOf, keep, put } from './frame'
import prose from './prose.json'

/** Lines to be signed, empty or with a party's name printed once more. */
export function printSignatures(frame: Frame, sections: Section[]): void {
  const { look, random } = frame
  const parties = sections.filter(({ role, entries }) => role && entries[0]?.field.key === 'name')
  const labels = random.some(prose.signatures, random.whole(1, 3))
  const size = look.size * 0.85
  const width = frame.width / 3
  keep(frame, look.size * 6)
  const line = frame.y + look.size * 2.5
  for (const [at, label] of labels.entries()) {
    const x = frame.left + at * width
    const name = parties[at]?.entries[0]
    if (name?.value && random.chance(0.5)) {
      const phrase = sayInLine({ value: name.value, path: name.path })
      const isOneLine =
        heightOf(look, [phrase], { width: width - 16, size: look.size }) < look.size * look.spacing * 1.5
      if (isOneLine)
        put(frame, [phrase], {
          x,
          y: line - look.size * look.spacing - 1,
          width: width - 16,
          size: look.size,
        })
    }
    drawRule(frame, { x1: x, x2: x + width - 16, y: line })
    put(frame, [[label]], { x, y: line + 2, width: width - 16, size })
  }
  frame.y = line + look.size * 2
}
