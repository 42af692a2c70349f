import { distance } from 'fastest-levenshtein'
import { settingNames } from '@/lib/env'

/** Those of the engine, which reads them itself (engine/settings). */
const engineNames = [
  'ENGINE_HOST',
  'ENGINE_API_KEY',
  'ENGINE_DATA_DIR',
  'ENGINE_TIME_ZONE',
  'ENGINE_OCR',
  'ENGINE_OCR_LANGUAGES',
  'ENGINE_OCR_THREADS',
  'ENGINE_OCR_MODELS',
  'ENGINE_MODEL_URL',
  'ENGINE_MODEL',
  'ENGINE_MODEL_KEY',
  'ENGINE_MODEL_TIMEOUT_MS',
  'ENGINE_MODEL_CHARACTERS',
]
const known = [...settingNames, ...engineNames]
const likelyMistakes = 4

/** A line for each variable that begins like a setting of ours and is none. */
export function describeUnknown(environment: Record<string, string | undefined>): string[] {
  return Object.keys(environment)
    .filter((name) => /^(INTRAY|DOCUTRAY|ENGINE)_/.test(name) && !known.includes(name))
    .map((name) => `${name} is no setting and has no effect.${suggestion(name)}`)
}

function suggestion(name: string): string {
  const [closest] = known
    .map((candidate) => ({ candidate, mistakes: distance(name, candidate) }))
    .filter(({ mistakes }) => mistakes <= likelyMistakes)
    .sort((one, other) => one.mistakes - other.mistakes)
  return closest ? ` Did you mean ${closest.candidate}?` : ''
}
