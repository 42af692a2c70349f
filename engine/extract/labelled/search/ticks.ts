import type { Word } from '@/engine/readers/reading'

const on = /^(?:☒|☑|✓|✔|✗|✘|■|√|\[[xXvV✓#]\]|\([xXvV✓•]\)|[xX]|IX\])$/u
const off = /^(?:☐|□|\[\]|\(\)|_+|○)$/u

export type Option = { words: Word[]; isTicked: boolean }

/** The options of a row of check boxes; null where there are no boxes, or not one of them is ticked. */
export function readOptions(words: Word[]): { options: Option[]; isSure: boolean } | null {
  const marks = joinMarks(words)
  const count = (kind: Mark['kind']) => marks.filter((mark) => mark.kind === kind).length
  if (count('on') === 0 || count('on') > 1 + count('off')) return null
  const isBehind = marks[0]?.kind === 'word'
  const options: Option[] = []
  let open: Word[] = []
  for (const mark of isBehind ? marks : [...marks].reverse()) {
    if (mark.kind === 'word') {
      if (isBehind) open.push(...mark.words)
      else open.unshift(...mark.words)
      continue
    }
    if (open.length > 0) options.push({ words: open, isTicked: mark.kind === 'on' })
    open = []
  }
  const ordered = isBehind ? options : options.reverse()
  return { options: ordered, isSure: count('off') > 0 }
}

export function markOf(words: Word[]): 'on' | 'off' | null {
  const [mark] = joinMarks(words)
  return mark && mark.kind !== 'word' && marksOnly(words) ? mark.kind : null
}

function marksOnly(words: Word[]): boolean {
  return joinMarks(words).length === 1
}

type Mark = { kind: 'on' | 'off' | 'word'; words: Word[] }

/** `[ ]` and `( x )` come as words of their own. */
function joinMarks(words: Word[]): Mark[] {
  const marks: Mark[] = []
  for (let at = 0; at < words.length; at += 1) {
    const three = words.slice(at, at + 3)
    const joined = [3, 2, 1].find((length) => {
      const text = three
        .slice(0, length)
        .map((word) => word.text)
        .join('')
      return (
        length <= three.length && (length === 1 || /^[[(]/.test(text)) && (on.test(text) || off.test(text))
      )
    })
    const own = words.slice(at, at + (joined ?? 1))
    const text = own.map((word) => word.text).join('')
    marks.push({ kind: joined === undefined ? 'word' : on.test(text) ? 'on' : 'off', words: own })
    at += (joined ?? 1) - 1
  }
  return marks
}
