/** Legal forms that end a company's name, and only such a name. */
const legalForm =
  /(?:^|[\s,])(?:SDN\.?\s?BHD\.?|S\/B|BHD\.?|BERHAD|PTE\.?\s?LTD\.?|PTY\.?\s?LTD\.?|PVT\.?\s?(?:LTD|LIMITED)\.?|LTD\.?|LIMITED|LTDA\.?|L\.?L\.?C\.?|L\.?L\.?P\.?|INC\.?|INCORPORATED|CORP\.?|CORPORATION|COMPANY|PLC|GMBH(?:\s?&\s?CO\.?\s?KG)?|MBH|AG|KG|OHG|UG(?:\s?\(haftungsbeschränkt\))?|E\.\s?K\.|E\.V\.|EG|GGMBH|KGAA|GBR|PARTG(?:\s?MBB)?|S\.?L\.?U?\.?|S\.A\.?(?:\sDE\sC\.?V\.?)?|SA|S\.?A\.?S\.?U?|SAPI DE CV|SPA|S\.P\.A\.?|S\.?R\.?L\.?S?|SARL|EURL|SCRL|SNC|S\.?N\.?C\.?|EIRL|E\.I\.R\.L\.?|B\.?V\.?|N\.V\.|V\.O\.F\.|LDA\.?|UNIPESSOAL(?:,?\sLDA\.?)?|OY|OYJ|AB|A\/S|APS|AS|ASA|HB|SP\.\s?Z\s?O\.?\s?O\.?|SP\.\s?[JK]\.|S\.R\.O\.?|A\.S\.|A\.Ş\.|LTD\.?\s?ŞTİ\.?|KFT\.?|D\.O\.O\.?|SÀRL|SPRL|CVBA|V\.?O\.?F\.?|CO\.,?\sLTD\.?|S\.?A\.?P\.?I|SCA|SOCIETÀ COOPERATIVA|EIRELI|LTDA\.?\s(?:ME|EPP)|S\.C\.|S\.?COOP\.?)(?=$|[\s,;:()|-])/iu

/** Words that shops put into their names; they tell less than a legal form. */
const businessWord =
  /\b(?:RESTAURANT|RESTORAN|RESTAURANTE|CAFE|CAFÉ|KOPITIAM|HOTEL|STORE|STORES|SHOP|MART|SUPERMARKET|SUPERMERCADO|HYPERMARKET|MARKET|MERCADO|TRADING|ENTERPRISE|ENTERPRISES|INDUSTRIES|SYARIKAT|PERNIAGAAN|KEDAI|FARMACIA|PHARMACY|BAKERY|BAKERIES|PANADERIA|HARDWARE|STATIONERY|BOOK|BOOKS|BOUTIQUE|GROUP|SERVICES|SERVICE|SOLUTIONS|HOLDINGS|CONSULTING|STUDIO|AGENCY|PARTNERS|ASSOCIATES|DESIGN|ELECTRONICS|MOTORS|GARAGE|CLINIC|DENTAL|BAR|GRILL|PIZZERIA|TRATTORIA|RISTORANTE|BOUCHERIE|BOULANGERIE|APOTHEKE|BÄCKEREI|LIBRERIA|TIENDA|COMERCIAL|DISTRIBUIDORA|FERRETERIA|SEAFOOD|CATERING|LOGISTICS|INTERNATIONAL|TECHNOLOGIES|SYSTEMS)\b/iu

export type CompanyEvidence = 'legal-form' | 'business-word' | 'none'

/** What in a text says that it is the name of a company. */
export function judgeCompanyName(text: string): CompanyEvidence {
  if (legalForm.test(repairLegalForm(text))) return 'legal-form'
  return businessWord.test(text) ? 'business-word' : 'none'
}

/** Where the first legal form of a text ends, or null without one. */
export function endOfLegalForm(text: string): number | null {
  const form = legalForm.exec(text)
  return form ? form.index + form[0].length : null
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
  const form = legalForm.exec(withoutNumbers)
  const end = form ? form.index + form[0].length : -1
  const behind = end < 0 ? '' : withoutNumbers.slice(end)
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
