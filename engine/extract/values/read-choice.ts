import type { Word } from '../../readers/reading'
import type { ReadValue } from '../layout/found'
import { toTextKey } from '../vocabulary/text-key'

const yes = /^(?:yes|y|true|sí|si|ja|oui|sì|sim|ya|x|☒|☑|✓|✔|\[x\]|\(x\))[.,;]?$/iu
const no = /^(?:no|n|false|nein|non|não|nao|nee|tidak|☐|□|\[\]|\(\))[.,;]?$/iu
const tick = /^(?:x|☒|☑|✓|✔|\[x\]|\(x\))$/iu

/** A yes or no, in words or as a box that is ticked or not. */
export function readBoolean(words: Word[]): ReadValue<boolean> | null {
  const word = words.slice(0, 2).find(({ text }) => yes.test(text) || no.test(text))
  return word ? { value: yes.test(word.text), words: [word], quality: 1 } : null
}

/** Several allowed values and no tick: the form is printed, but nothing is chosen. */
const undecided = 0.3

/** The one of some allowed values that is printed; of several, the ticked one. */
export function readChoice({
  words,
  choices,
}: {
  words: Word[]
  choices: (string | number)[]
}): ReadValue<string | number> | null {
  const printed = choices.flatMap((choice) => {
    const start = startOf({ words, key: keyOf(choice) })
    return start === null ? [] : [{ choice, start }]
  })
  const longestFirst = printed.sort((a, b) => keyOf(b.choice).length - keyOf(a.choice).length)
  const apart = longestFirst.filter(
    ({ start }, at) => !longestFirst.slice(0, at).some((other) => other.start.at === start.at),
  )
  const ticked = apart.find(({ start }) => tick.test(words[start.at - 1]?.text ?? ''))
  const [first] = [...apart].sort((a, b) => a.start.at - b.start.at)
  const chosen = ticked ?? first
  if (!chosen) return null
  const quality = apart.length === 1 || ticked ? 1 : undecided
  return { value: chosen.choice, words: words.slice(chosen.start.at, chosen.start.end), quality }
}

function keyOf(choice: string | number): string {
  return toTextKey(String(choice))
}

function startOf({ words, key }: { words: Word[]; key: string }): { at: number; end: number } | null {
  if (key === '') return null
  for (let at = 0; at < words.length; at += 1) {
    if (toTextKey(words[at]?.text ?? '') === '') continue
    let joined = ''
    for (let end = at; end < words.length && joined.length < key.length; end += 1) {
      joined += toTextKey(words[end]?.text ?? '')
      if (joined === key) return { at, end: end + 1 }
    }
  }
  return null
}
