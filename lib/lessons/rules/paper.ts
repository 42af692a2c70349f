import type { PrintedPage } from '../print/print'
import type { Scalar } from './rule'

/** A value as the service answered it. */
export type Answered = { value: Scalar; certainty: number | null; text: string | null }

/** A paper of a supplier: what was answered, and what is printed where that is known. */
export type Paper = { answered: Record<string, Answered>; print: PrintedPage[] | null }

/** A paper that a person looked at. */
export type Example = Paper & {
  documentId: string
  /** By path, what a person says is right; what nobody looked at is not in it. */
  truth: Record<string, Scalar>
  /** By path, who said so. */
  people: Record<string, string[]>
}

export function isSame({ one, other }: { one: Scalar; other: Scalar }): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) < 0.005
  return plain(one) === plain(other)
}

/** Screens show blank text as nothing. */
function plain(value: Scalar): Scalar {
  const text = typeof value === 'string' ? value.replaceAll(/\s+/g, ' ').trim() : value
  return text === '' ? null : text
}

export const isNothing = (value: Scalar | undefined) => value === undefined || plain(value) === null

export const answerAt = ({ paper, path }: { paper: Paper; path: string }): Scalar =>
  paper.answered[path]?.value ?? null
