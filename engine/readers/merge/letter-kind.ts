export type LetterKind = 'none' | 'upper' | 'lower' | 'digit' | 'currency' | 'mark' | 'several'

export function kindOf(text: string): LetterKind {
  if (text === '') return 'none'
  if ([...text].length > 1) return 'several'
  if (/\p{Lu}/u.test(text)) return 'upper'
  if (/\p{L}/u.test(text)) return 'lower'
  if (/\p{N}/u.test(text)) return 'digit'
  return /\p{Sc}/u.test(text) ? 'currency' : 'mark'
}

export function isLetterKind(kind: LetterKind): boolean {
  return kind === 'upper' || kind === 'lower'
}
