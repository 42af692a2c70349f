/** What Postgres cannot hold in text or JSON: NUL and halves of surrogate pairs. Readers of bad scans produce them. */
const unstorable = /[\0\p{Surrogate}]/gu

/** The JSON of an answer without characters that could never be stored; undefined where it is no JSON. */
export function parseAnswer(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown) => clean(value))
  } catch {
    return undefined
  }
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(unstorable, '')
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  if (!Object.keys(value).some((key) => key.search(unstorable) >= 0)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key.replace(unstorable, ''), member]),
  )
}
