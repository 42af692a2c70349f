import { minPasswordLength } from '../account-schema'

export const passwordStrengths = ['short', 'weak', 'fair', 'strong'] as const
export type PasswordStrength = (typeof passwordStrengths)[number]

const longPassphrase = 16
const fewCharacters = 5
const sequences = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm']

type PasswordFacts = { password: string; known: string[] }

/**
 * A hint while typing, not a gate: length counts most, then variety; what others know of the person counts nothing.
 * `known` are the name and the address.
 */
export function passwordStrength({ password, known }: PasswordFacts): PasswordStrength {
  if (password.length < minPasswordLength) return 'short'
  const rest = withoutKnown({ password, known })
  const characters = new Set(rest).size
  if (characters < fewCharacters || rest.length < minPasswordLength || isSequence(rest)) return 'weak'
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(rest)).length
  return rest.length >= longPassphrase || kinds >= 3 ? 'strong' : 'fair'
}

function withoutKnown({ password, known }: { password: string; known: string[] }): string {
  const words = known.flatMap((text) => text.split(/[^\p{L}\d]+/u)).filter((word) => word.length > 2)
  return words.reduce((rest, word) => rest.replace(new RegExp(word, 'giu'), ''), password)
}

function isSequence(text: string): boolean {
  const plain = text.toLowerCase()
  const backwards = [...plain].reverse().join('')
  return sequences.some((sequence) => sequence.includes(plain) || sequence.includes(backwards))
}
