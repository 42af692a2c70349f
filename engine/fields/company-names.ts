import { findLegalForm } from '../extract/values/legal-forms'

/** Words that shops put into their names; they tell less than a legal form. */
const businessWord =
  /\b(?:RESTAURANT|RESTORAN|RESTAURANTE|CAFE|CAFÉ|KOPITIAM|HOTEL|STORE|STORES|SHOP|MART|SUPERMARKET|SUPERMERCADO|HYPERMARKET|MARKET|MERCADO|TRADING|ENTERPRISE|ENTERPRISES|INDUSTRIES|SYARIKAT|PERNIAGAAN|KEDAI|FARMACIA|PHARMACY|BAKERY|BAKERIES|PANADERIA|HARDWARE|STATIONERY|BOOK|BOOKS|BOUTIQUE|GROUP|SERVICES|SERVICE|SOLUTIONS|HOLDINGS|CONSULTING|STUDIO|AGENCY|PARTNERS|ASSOCIATES|DESIGN|ELECTRONICS|MOTORS|GARAGE|CLINIC|DENTAL|BAR|GRILL|PIZZERIA|TRATTORIA|RISTORANTE|BOUCHERIE|BOULANGERIE|APOTHEKE|BÄCKEREI|LIBRERIA|TIENDA|COMERCIAL|DISTRIBUIDORA|FERRETERIA|SEAFOOD|CATERING|LOGISTICS|INTERNATIONAL|TECHNOLOGIES|SYSTEMS)\b/iu

export type CompanyEvidence = 'legal-form' | 'business-word' | 'none'

/** What in a text says that it is the name of a company. */
export function judgeCompanyName(text: string): CompanyEvidence {
  if (findLegalForm(repairLegalForm(text))) return 'legal-form'
  return businessWord.test(text) ? 'business-word' : 'none'
}

/**
 * The name alone, without what letterheads and receipts put on its line: registration numbers, an address
 * after a dash, a label before it.
 */
export function cleanCompanyName(text: string): string {
  const withoutNumbers = repairLegalForm(text)
    .replace(/[([{](?:[^()[\]]*\d[^()[\]]*)[)\]]?.*$/u, '')
    .replace(/\b(?:Co\.?\s?(?:Reg\.?)?\s?(?:No|Nr)?|Reg\.?\s?No|ROC|GST|TAX)\b[.:# ]*\d.*$/iu, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .trim()
  const end = findLegalForm(withoutNumbers)?.end
  const behind = end === undefined ? '' : withoutNumbers.slice(end)
  const cut = /^\s*[-–—|•·,;:]/.test(behind) ? withoutNumbers.slice(0, end) : withoutNumbers
  return (
    cut
      .split(/\s[-–—|•·]\s/)[0]
      ?.replace(/[\s,;:_~*=>-]+$/u, '')
      .replace(/^([^([]*)[)\]]+$/u, '$1')
      .trim() ?? ''
  )
}

/** Legal forms as OCR misreads them: there is only one thing that they can be. */
function repairLegalForm(text: string): string {
  return text
    .replace(/\b[S5][DO0U][NM][.:\s]{0,3}[BPEC8][HRr][DO0]\b/g, 'SDN BHD')
    .replace(/\bSdn\.?\s?[BE8]h[do]\b/g, 'Sdn Bhd')
    .replace(/\bP[vuy]t\.?\sLtd\b/g, 'Pvt Ltd')
    .replace(/\bP[YU]T(?=\.?\s(?:LTD|LIMITED)\b)/g, 'PVT')
    .replace(/\bG[mn]b[HR]\b/g, 'GmbH')
}
