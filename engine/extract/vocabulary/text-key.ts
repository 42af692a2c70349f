/** Most words; the full way gives the same for them and takes several times as long. */
const plain = /^[\x20-\x7e]*$/

/** Text reduced to what labels are compared by: lower-case letters and digits without accents. */
export function toTextKey(text: string): string {
  if (plain.test(text)) return text.toLowerCase().replace(/[^a-z0-9]/g, '')
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .replace(/[^\p{L}\p{N}]/gu, '')
}
