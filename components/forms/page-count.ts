const maxPages = 100_000_000

/** Pages as a person types them: `null` for nothing, `undefined` for what is no whole number. Grouping is fine. */
export function parsePageCount(text: string): number | null | undefined {
  const compact = text.trim()
  if (compact === '') return null
  // 1,000 and 1.000 and 1 000 are thousands; 1,5 is not a number of pages.
  if (!/^\d+$|^\d{1,3}(?:([.,'’\s])\d{3})(?:\1\d{3})*$/.test(compact)) return undefined
  const pages = Number(compact.replace(/\D/g, ''))
  return pages <= maxPages ? pages : undefined
}
