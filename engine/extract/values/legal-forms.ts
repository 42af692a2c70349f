import { memoizeByText } from '../vocabulary/memoize-by-ref'

/** Longer forms, which no other word is, in any letters. */
const longForms = [
  'SDN\\.?\\s?BHD\\.?|S/B|BHD\\.?|BERHAD|PTE\\.?\\s?LTD\\.?|PTY\\.?\\s?LTD\\.?|PVT\\.?\\s?(?:LTD|LIMITED)\\.?',
  'LTD\\.?\\s?ŞT[İIi]\\.?|CO\\.,?\\sLTD\\.?|LTD\\.?|LIMITED|LTDA\\.?(?:\\s(?:ME|EPP))?|LIMITADA|EIRELI',
  'L\\.?L\\.?C\\.?|L\\.?L\\.?P\\.?|PLLC|INC\\.?|INCORPORATED|CORP\\.?|CORPORATION|COMPANY|PLC|LTÉE',
  '(?:G?GMBH|AG|UG)(?:\\s?&\\s?CO\\.?\\s?(?:KGAA|KG|OHG))|G?GMBH|MBH|KGAA|GBR|UG\\s?\\(haftungsbeschränkt\\)|PARTG(?:\\s?MBB)?',
  'E\\.\\s?K(?:FM|FR)?\\.|E\\.\\s?U\\.|E\\.\\s?V\\.|S\\.\\s?A\\.(?:\\s?[BP]\\.\\s?(?:I\\.)?)?\\s?DE\\sC\\.?\\s?V\\.?|S\\.?\\s?DE\\s?R\\.?\\s?L\\.?(?:\\sDE\\sC\\.?\\s?V\\.?)?',
  'SA\\s(?:P\\s?I\\s)?DE\\sCV|SAPI DE CV|S\\.A\\.P\\.I\\.\\sDE\\sC\\.V\\.?|S\\.\\s?A\\.\\s?S\\.?(?:\\sE\\.?S\\.?P\\.?)?|S\\.\\s?A\\.(?:\\sE\\.?S\\.?P\\.?)?|S\\.A\\.[CAU]\\.?|S\\.L\\.(?:U\\.?|L\\.?|P\\.?)?',
  'S\\.R\\.L\\.(?:S\\.?)?|SRLS?|S\\.P\\.A\\.?|S\\.N\\.C\\.?|S\\.C\\.A\\.?|S\\.C\\.|S\\.\\s?COOP\\.?|SOCIETÀ COOPERATIVA|SOCIEDAD ANÓNIMA',
  'S[AÀ]RL|EURL|SASU|SCRL|SPRL|CVBA|E\\.?I\\.?R\\.?L\\.?|B\\.V\\.(?:B\\.A\\.)?|N\\.V\\.|V\\.\\s?O\\.\\s?F\\.?',
  'UNIPESSOAL(?:,?\\sLDA\\.?)?|LDA\\.?|SP\\.\\s?Z\\s?O\\.?\\s?O\\.?(?:\\sSP\\.\\s?[JK]\\.)?|SP\\.\\s?[JKP]\\.|SPOL\\.\\s?S\\s?R\\.\\s?O\\.?|S\\.\\s?R\\.\\s?O\\.?|A\\.\\s?S\\.|V\\.\\s?O\\.\\s?S\\.',
  'A\\.\\s?Ş\\.|OYJ|A/S|APS|I/S|K/S|KFT\\.?|ZRT\\.?|NYRT\\.?|D\\.\\s?O\\.\\s?O\\.?|D\\.\\s?D\\.|EOOD|UAB',
].join('|')

/** Short ones are words or parts of words in small letters: `as`, `ab`, `sa`. */
const shortForms =
  'AG|KG|OHG|OG|UG|eG|EG|S\\.?LU?\\.?|SA|SAU|SAS|SpA|SPA|SNC|SCA|BV|NV|VOF|Oy|OY|AB|AS|ASA|HB|SE|Bt\\.'

const surrounded = (forms: string, flags: string) =>
  new RegExp(`(?:^|[\\s,])(?:${forms})(?=$|[\\s,;:()|-])`, flags)
const patterns = [surrounded(longForms, 'iu'), surrounded(shortForms, 'u')]

/** The first legal form in a text, from the blank before it to its end; null without one. */
export const findLegalForm = memoizeByText((text): { start: number; end: number } | null => {
  const [first] = patterns
    .flatMap((pattern) => {
      const form = pattern.exec(text)
      return form ? [{ start: form.index, end: form.index + form[0].length }] : []
    })
    .sort((a, b) => a.start - b.start || b.end - a.end)
  return first ?? null
})
