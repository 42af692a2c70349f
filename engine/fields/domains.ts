import { toTextKey } from '../extract/labels/text-key'

/** Mail boxes that anybody may have say nothing about a company. */
const publicHosts = new Set(
  'gmail googlemail hotmail outlook yahoo icloud live msn aol gmx web protonmail proton mail email example facebook instagram twitter linkedin whatsapp'.split(
    ' ',
  ),
)

const pattern = /(?:@|www\.|https?:\/\/(?:www\.)?)([\p{L}\d-]+(?:\.[\p{L}\d-]+)+)/giu

const mailBox = /(?<![\p{L}\d])(\p{L}{5,})@/gu
const generalBoxes = new Set(
  'contact accounts accounting billing invoice invoices sales support office orders finance admin hello enquiries service rechnung buchhaltung factura facturas ventas contacto pagos clientes compta comptabilite facturation fattura amministrazione'.split(
    ' ',
  ),
)

/** The names in web and mail addresses of a text, without host and ending: `shop.acme.co.uk` gives `acme`. */
export function findDomains(text: string): string[] {
  const hosts = [...text.matchAll(pattern)].map(([, host = '']) => nameOfHost(host.toLowerCase()))
  const boxes = [...text.matchAll(mailBox)].map(([, box = '']) => box.toLowerCase())
  const names = [...hosts, ...boxes.filter((box) => !generalBoxes.has(box))]
  return [...new Set(names)].filter((name) => name.length >= 4 && !publicHosts.has(name))
}

function nameOfHost(host: string): string {
  const parts = host.split('.')
  const isShortEnding = parts.length > 2 && (parts.at(-2)?.length ?? 9) <= 3
  return (parts.at(isShortEnding ? -3 : -2) ?? '').replace(/[^\p{L}\d]/gu, '')
}

/** Whether a company's name and a name in its web address are of one stock. */
export function isNameOfDomain({ name, domain }: { name: string; domain: string }): boolean {
  const key = toTextKey(name)
  const firstWord = toTextKey(name.split(/[\s.,]/)[0] ?? '')
  const isFirstWord = firstWord.length >= 4 && domain.startsWith(firstWord)
  return key.includes(domain) || domain.includes(key) || isFirstWord || startsWithInitials({ name, domain })
}

/** `Mutuelle Artisans du Velay` at `mav-assurance.fr`. */
function startsWithInitials({ name, domain }: { name: string; domain: string }): boolean {
  const initials = toTextKey((name.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join(''))
  return initials.length >= 3 && domain.startsWith(initials)
}
