/** Read together on every page: more at once take longer, and those behind the first are hardly heard. */
const usualCount = 2
/** Different ones on a page. */
const tellingFrom = 2

/** Parts of words that stand on the papers of one language alone; as a recogniser writes them, without accents and blanks. */
const telling = new Map([
  [
    'deu',
    /rechnung|mwst|ust-?id|menge|betrag|stra(?:ss|b)e|steuer|liefer|einzelpreis|zahlbar|summe|gesamt|kunde|stuck|beleg|bezeichnung|preis/g,
  ],
  [
    'fra',
    /facture|montant|tva|quantite|prix|siret|reglement|echeance|adresse|paiement|ttc|libelle|rendre|vendeur|article/g,
  ],
  [
    'spa',
    /factura|importe|cantidad|fecha|precio|calle|vencimiento|cliente|nif|direccion|pago|base imponible/g,
  ],
  ['eng', /invoice|amount|quantity|qty|price|payment|date|address|customer|due|number|receipt/g],
])

/**
 * Of the chosen languages those in which tesseract is to read a page: the first two, or a further one that the page
 * speaks by what a recogniser read there.
 */
export function chooseLanguages({ chosen, text }: { chosen: string[]; text: string }): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const counts = chosen.map((language): [string, number] => [
    language,
    new Set(plain.match(telling.get(language) ?? /$^/g)).size,
  ])
  const [most] = counts.sort((a, b) => b[1] - a[1])
  const usual = chosen.filter((language, index) => index < usualCount || !telling.has(language))
  return most && most[1] >= tellingFrom && !usual.includes(most[0]) ? [most[0]] : usual
}
