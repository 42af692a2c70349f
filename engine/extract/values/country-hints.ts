/**
 * Words and forms that place a document in a country; ISO 3166 codes. `\b` knows the letters a to z alone: what begins
 * or ends with another sign has `(?<!\p{L})` or `(?!\p{L})` there.
 */
const hints: { country: string; pattern: RegExp }[] = [
  { country: 'US', pattern: /\b(?:USA|U\.S\.A\.?|United States|USD|US\$|IRS|EIN)\b/ },
  // State and ZIP code, or a telephone number in the American grouping.
  {
    country: 'US',
    pattern:
      /\b(?:AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|IA|ID|IL|IN|KS|KY|LA|MA|MD|ME|MI|MN|MO|MS|MT|NC|ND|NE|NH|NJ|NM|NV|NY|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VA|VT|WA|WI|WV|WY|DC)[,.]?\s+\d{5}(?:-\d{4})?\b/,
  },
  { country: 'US', pattern: /(?<!\d)(?:\(\d{3}\)\s?|\d{3}[-.])\d{3}[-.]\d{4}(?!\d)/ },
  {
    country: 'MY',
    pattern:
      /\b(?:SDN\.?\s?BHD|Malaysia|Kuala Lumpur|Selangor|Johor|Penang|MYR|RM\s?\d|\d{5}\s+(?:Shah Alam|Klang))\b/i,
  },
  { country: 'SG', pattern: /\b(?:Singapore|PTE\.?\s?LTD|SGD|S\$)/i },
  { country: 'IN', pattern: /₹|\b(?:India|GSTIN|INR|IGST|CGST|SGST|Mumbai|Delhi|Bangalore|Bengaluru)\b/i },
  {
    country: 'GB',
    pattern:
      /£|\b(?:United Kingdom|England|Scotland|Wales|GBP|VAT Reg|London|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})\b/,
  },
  { country: 'AU', pattern: /\b(?:Australia|A\.?B\.?N\.?:?\s*\d|AUD|(?:NSW|QLD|VIC|TAS)\s+\d{4})\b/ },
  { country: 'NZ', pattern: /\b(?:New Zealand|NZD|NZ\$)\b/ },
  { country: 'CA', pattern: /\b(?:Canada|CAD|C\$|HST|[A-CEGHJ-NPR-TVXY]\d[A-Z] ?\d[A-Z]\d)\b/ },
  { country: 'IE', pattern: /(?<!\p{L})(?:Ireland|Éire)(?!\p{L})/u },
  {
    country: 'ZA',
    pattern: /(?<!\p{L})(?:South Africa|ZAR|\(Pty\) Ltd|Johannesburg|Cape Town|Durban)(?!\p{L})/iu,
  },
  { country: 'AE', pattern: /\b(?:U\.?A\.?E|Dubai|AED)\b/ },
  { country: 'HK', pattern: /\bHK\$|\bHKD\b/ },
  { country: 'PH', pattern: /₱|\b(?:Philippines|PHP)\b/ },
  { country: 'CL', pattern: /\b(?:Chile|RUT|R\.U\.T|CLP|Boleta Electr[oó]nica|SII)\b/i },
  { country: 'MX', pattern: /\b(?:M[eé]xico|RFC|R\.F\.C|MXN|CFDI|S\.?A\.? de C\.?V)/i },
  {
    country: 'CO',
    pattern:
      /\b(?:Colombia|COP|Bogot[aá]|Medell[ií]n|DIAN|NIT\.?:? ?\d{3}\.\d{3}\.\d{3}|E\.S\.P|Superservicios)(?!\p{L})/u,
  },
  { country: 'AR', pattern: /\b(?:Argentina|CUIT|ARS|AFIP)\b/ },
  { country: 'PE', pattern: /\b(?:Per[uú]|PEN|IGV|SUNAT)(?!\p{L})/u },
  { country: 'UY', pattern: /\b(?:Uruguay|UYU)\b/ },
  { country: 'EC', pattern: /\b(?:Ecuador)\b/ },
  { country: 'BR', pattern: /\bR\$|\b(?:Brasil|CNPJ|BRL)\b/ },
  { country: 'ES', pattern: /\b(?:España|Spain|CIF|C\.I\.F|NIF|N\.I\.F|Madrid|Barcelona)\b/i },
  { country: 'DE', pattern: /\b(?:Deutschland|Germany|GmbH|MwSt|USt)\b/ },
  { country: 'AT', pattern: /(?<!\p{L})(?:Österreich|Austria|ATU\d{8})(?!\p{L})/u },
  { country: 'CH', pattern: /\b(?:Schweiz|Suisse|Svizzera|Switzerland|CHF)\b/ },
  { country: 'FR', pattern: /\b(?:France|SIRET|SIREN|TVA)\b/ },
  { country: 'IT', pattern: /\b(?:Italia|Italy|P\.?\s?IVA|Partita IVA|S\.p\.A)\b/i },
  { country: 'PT', pattern: /\b(?:Portugal|NIPC|Lisboa|Contribuinte)\b/i },
  { country: 'NL', pattern: /\b(?:Nederland|Netherlands|KvK|BTW)\b/i },
  { country: 'BE', pattern: /\b(?:België|Belgique|Belgium)\b/ },
  { country: 'PL', pattern: /zł|\b(?:Polska|Poland|PLN|NIP|REGON)\b/ },
  { country: 'CZ', pattern: /Kč|(?<!\p{L})(?:Czech|CZK|Česk\p{L}+|IČO|DIČ)(?!\p{L})/u },
  { country: 'SE', pattern: /\b(?:Sverige|Sweden|SEK|Bankgiro|Plusgiro|F-skatt|moms)\b(?!.*\bCVR\b)/ },
  { country: 'NO', pattern: /\b(?:Norge|Norway|NOK|MVA|Foretaksregisteret)\b/ },
  { country: 'DK', pattern: /\b(?:Danmark|Denmark|DKK|CVR)\b/ },
  { country: 'FI', pattern: /\b(?:Suomi|Finland|Y-tunnus|ALV)\b/ },
  { country: 'TR', pattern: /\b(?:Türkiye|Turkey|KDV|VKN|Vergi Dairesi)(?!\p{L})/u },
  {
    country: 'RO',
    pattern: /(?<!\p{L})(?:Rom[aâ]nia|RON|CUI:|CIF:? RO\s?\d{2,10}|Reg\. ?[Cc]om|jud\.)(?!\p{L})/u,
  },
  { country: 'HU', pattern: /(?<!\p{L})(?:Magyarország|Hungary|HUF|Áfa|ÁFA|áfa|[Aa]dószám)(?!\p{L})/u },
  { country: 'JP', pattern: /円|\b(?:Japan|JPY)\b/ },
]

export function findCountryHints(text: string): Set<string> {
  return new Set(hints.filter((hint) => hint.pattern.test(text)).map((hint) => hint.country))
}
