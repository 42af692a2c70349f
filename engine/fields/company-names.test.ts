import { describe, expect, it } from 'vitest'
import { cleanCompanyName, judgeCompanyName } from './company-names'
import { findDomains, isNameOfDomain } from './domains'

describe('company names', () => {
  it.each([
    ['Musterbau GmbH - Hauptstr. 1 - 12345 Berlin', 'Musterbau GmbH'],
    ['KEDAI BUKU MAJU SDN BHD (123456-X)', 'KEDAI BUKU MAJU SDN BHD'],
    ['KEDAI BUKU MAJU SON BHD', 'KEDAI BUKU MAJU SDN BHD'],
    ['Panadería Ruiz, S.L.', 'Panadería Ruiz, S.L.'],
    ['** The Corner Shop **', 'The Corner Shop'],
  ])('%s is %s', (text, name) => {
    expect(cleanCompanyName(text)).toBe(name)
  })

  it.each([
    ['Acme Corporation', 'legal-form'],
    ['Voorbeeld B.V.', 'legal-form'],
    ['Talleres Pérez S.A. de C.V.', 'legal-form'],
    ['Restoran Nasi Lemak', 'business-word'],
    ['Total amount payable', 'none'],
    ['Hauptstraße 12', 'none'],
    ['Kältetechnik Brandl GmbH & Co. KG', 'legal-form'],
    ['Ege Tekstil Ltd. Şti.', 'legal-form'],
    ['Aguas del Norte S.A. E.S.P.', 'legal-form'],
    ['Tischlerei Huber e.U.', 'legal-form'],
    ['handled as agreed', 'none'],
    ['sold ab Werk', 'none'],
  ])('%s shows %s', (text, evidence) => {
    expect(judgeCompanyName(text)).toBe(evidence)
  })

  it('a web address speaks for a name, a public mail box for none', () => {
    expect(findDomains('info@musterbau.de www.musterbau.de info@gmail.com shop.acme.co.uk')).toEqual([
      'musterbau',
    ])
    expect(isNameOfDomain({ name: 'Musterbau GmbH', domain: 'musterbau' })).toBe(true)
    expect(isNameOfDomain({ name: 'Other Ltd', domain: 'musterbau' })).toBe(false)
    expect(isNameOfDomain({ name: 'Caisse Rurale du Lot', domain: 'crlassurances' })).toBe(true)
  })
})
