/** Most words; the full way gives the same for them and takes several times as long. */
const plain = /^[\x20-\x7e]*$/
const bare = /^[a-z0-9]*$/

/** Text reduced to what labels are compared by: lower-case letters and digits without accents. */
export function toTextKey(text: string): string {
  if (plain.test(text)) {
    const lower = text.toLowerCase()
    return bare.test(lower) ? lower : lower.replace(/[^a-z0-9]/g, '')
  }
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .replace(/[^\p{L}\p{N}]/gu, '')
}
