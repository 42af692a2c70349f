/** What Postgres cannot hold in text or JSON: NUL and halves of surrogate pairs. Readers of bad scans produce them. */
const unstorable = /[\0\p{Surrogate}]/u
const everyUnstorable = new RegExp(unstorable, 'gu')

export function isStorable(text: string): boolean {
  return !unstorable.test(text)
}

/** The text without what the database cannot hold. */
export function toStorable(text: string): string {
  return text.replace(everyUnstorable, '')
}
