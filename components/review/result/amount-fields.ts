type JsonObject = Record<string, unknown>

const amountWord =
  /(^| )(amount|total|subtotal|tax|price|due|discount|shipping|balance|fee|charge|cost|paid|importe|monto|precio|impuesto|iva)s?($| )/i

/** Whether a field's name, in words, is that of an amount of money. */
export function isAmount(words: string): boolean {
  return amountWord.test(words) && !/(rate|percent|count|quantity)/i.test(words)
}

/** ISO 4217 code of the amounts in a result, where it names one. */
export function currencyOf(value: JsonObject): string | null {
  const code = value.currency ?? value.currency_code ?? value.moneda
  return typeof code === 'string' && /^[A-Z]{3}$/.test(code) ? code : null
}
