/** What is left of a text for comparing: `Réf. Cliente:` is `refcliente`. */
export function textKey(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}
