import { describe, expect, it } from 'vitest'
import { pageOfText, pagesOfText } from '@/tests/support/paper/page-of-text'
import type { Reading } from '../../readers/reading'
import { extract } from '../extract'
import { readJsonSchema } from '../schema/json-schema'
import { readSchemaFields } from '../schema/read-schema'

const text = { type: 'string' }
const day = { type: 'string', format: 'date' }

function valuesOf({
  properties,
  reading,
}: {
  properties: object
  reading: Reading
}): Record<string, unknown> {
  const fields = readSchemaFields(readJsonSchema({ type: 'object', properties }))
  const { values } = extract({ reading, fields, isTrade: null })
  return Object.fromEntries([...values].map(([field, found]) => [field.path.join('.'), found.value]))
}

describe('a value of an own schema', () => {
  it('stands behind its label, beside it, or below it', () => {
    const reading = pageOfText(
      'Membership Form',
      '',
      'Member No.: M-20418',
      'Date of Birth:      14 March 1984',
      '',
      'Branch Club         T-Shirt Size',
      'Pretoria            L',
    )
    const properties = { member_number: text, date_of_birth: day, branch_club: text, t_shirt_size: text }
    expect(valuesOf({ properties, reading })).toEqual({
      member_number: 'M-20418',
      date_of_birth: '1984-03-14',
      branch_club: 'Pretoria',
      t_shirt_size: 'L',
    })
  })

  it('is the ticked one of its boxes, in the type of the schema', () => {
    const reading = pageOfText(
      'Travel Request',
      '',
      'Traveller Name: Rosa Diaz',
      'Visa required: [x] Yes  [ ] No',
      'Travel class:  [ ] First  [ ] Business  [x] Economy',
    )
    const properties = {
      traveller_name: text,
      visa_required: { type: 'boolean' },
      travel_class: { type: 'string', enum: ['first', 'business', 'economy'] },
    }
    expect(valuesOf({ properties, reading })).toEqual({
      traveller_name: 'Rosa Diaz',
      visa_required: true,
      travel_class: 'economy',
    })
  })

  it('belongs to the party under whose heading it stands', () => {
    const reading = pageOfText(
      'Lease Agreement',
      '',
      'Landlord                      Tenant',
      'Name: Ada Brook               Name: Ben Cole',
      'Phone: 020 7946 0101          Phone: 020 7946 0202',
    )
    const party = { type: 'object', properties: { name: text, phone: text } }
    expect(valuesOf({ properties: { landlord: party, tenant: party }, reading })).toEqual({
      'landlord.name': 'Ada Brook',
      'landlord.phone': '020 7946 0101',
      'tenant.name': 'Ben Cole',
      'tenant.phone': '020 7946 0202',
    })
  })

  it('is left out where nothing on the paper names it', () => {
    const reading = pagesOfText(
      ['Delivery Note', '', 'Driver: Tom Hall', 'Vehicle Plate: AB12 CDE'],
      ['Page 2', 'Received in good order.'],
    )
    const properties = { blood_group: text, interest_rate: { type: 'number' }, wedding_date: day }
    expect(valuesOf({ properties, reading })).toEqual({})
  })
})
