import type { Notation } from '../result/notation'
import type { Scalar } from '../result/result-tree'
import { type EntryKind, parseEntry } from '../result/value-entry'

type Pointed = { text: string; kind: EntryKind; locale: string; paper: Notation }

/** The value that words of a page say in a field; undefined where they are none that it takes. */
export function readPointed({ text, kind, locale, paper }: Pointed): Exclude<Scalar, null> | undefined {
  // A sentence ends behind its figures, a label before them.
  const bare = kind === 'text' ? text.trim() : text.replace(/^[\s:]+|(?<![\s,.;:])[\s,.;:]+$/g, '')
  return parseEntry({ text: bare, kind, locale, paper }) ?? undefined
}
