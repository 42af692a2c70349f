/** Text reduced to what labels are compared by: lower-case letters and digits without accents. */
export function toTextKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .replace(/[^\p{L}\p{N}]/gu, '')
}
