import { describe, expect, it } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import type { JsonSchema } from '../schema/json-schema'
import { readSchemaFields } from '../schema/read-schema'
import type { ReadingContext } from './context'
import { readKind } from './read-kind'

const european: ReadingContext = { decimalMark: ',', dateOrder: 'day-first', countries: new Set() }
const american: ReadingContext = { decimalMark: '.', dateOrder: 'month-first', countries: new Set(['US']) }

type Asked = { name?: string; schema?: JsonSchema; context?: ReadingContext }

/** What a property of a schema takes from print. */
function read(
  text: string,
  { name = 'remark', schema = { type: 'string' }, context = european }: Asked = {},
) {
  const [field] = readSchemaFields({ type: 'object', properties: { [name]: schema } }).values
  const words = pageOfText(text).pages[0]?.words ?? []
  if (!field) throw new Error('The schema asks for no value.')
  return readKind({ field, words, context })
}
const readValue = (...given: Parameters<typeof read>) => read(...given)?.value ?? null
const as = (type: JsonSchema['type'], values: Partial<JsonSchema> = {}): Asked => ({
  schema: { type, ...values } as JsonSchema,
})

describe('dates', () => {
  const date = as('string', { format: 'date' })

  it('are given as the schema’s format has them, read in the order of the paper', () => {
    expect(readValue('03/04/2026', date)).toBe('2026-04-03')
    expect(readValue('03/04/2026', { ...date, context: american })).toBe('2026-03-04')
  })

  it('are given as printed where the description says so and no format says otherwise', () => {
    const printed = {
      ...as('string', { description: 'Date of delivery, as printed' }),
      name: 'delivery_date',
    }
    expect(readValue('Tue 3 April 2026', printed)).toBe('3 April 2026')
  })

  it('are less sure the further in they stand', () => {
    expect(read('on 03/04/2026', date)?.quality).toBe(1)
    expect(read('the delivery of 03/04/2026', date)?.quality).toBe(0.6)
    expect(read('soon', date)).toBeNull()
  })

  it('of birth are never in the future', () => {
    const birth = { ...date, name: 'birth_date' }
    expect(readValue('12/05/68', birth)).toBe('1968-05-12')
    expect(readValue('12/05/12', birth)).toBe('2012-05-12')
  })

  it('with a time have its zone only where it is printed', () => {
    const instant = as('string', { format: 'date-time' })
    expect(readValue('03/04/2026 14:05', instant)).toBe('2026-04-03T14:05:00')
    expect(readValue('03/04/2026 14:05:09 UTC', instant)).toBe('2026-04-03T14:05:09Z')
    expect(readValue('14:05 03/04/2026', instant)).toBeNull()
  })
})

describe('figures', () => {
  it('are read with the decimal mark of the paper, never out of a date', () => {
    expect(readValue('1.234,50', as('number'))).toBe(1234.5)
    expect(readValue('1,234.50', { ...as('number'), context: american })).toBe(1234.5)
    expect(readValue('03.04.2026 7', as('number'))).toBe(7)
  })

  it('that have to be whole are no others', () => {
    expect(readValue('12,5 4', as('integer'))).toBe(4)
    expect(readValue('12,50', as('integer'))).toBeNull()
  })

  it('may have their unit written to them, among the first three words', () => {
    expect(read('12,5kg', as('number'))).toMatchObject({ value: 12.5, quality: 0.85 })
    expect(readValue('net weight 80m²', as('number'))).toBe(80)
    expect(readValue('the net weight 80m²', as('number'))).toBeNull()
    expect(readValue('12,5kg', as('integer'))).toBeNull()
  })

  it('far from where they should stand are less sure', () => {
    expect(read('in all 7', as('number'))?.quality).toBe(1)
    expect(read('all of it together 7', as('number'))?.quality).toBe(0.7)
  })

  it('in hundredths are those before the sign', () => {
    const rate = { ...as('number'), name: 'tax_rate_percent' }
    expect(readValue('VAT 19 %', rate)).toBe(19)
    expect(readValue('-2,5% of 300', rate)).toBe(-2.5)
    expect(readValue('300', rate)).toBeNull()
  })
})

describe('signs of their own shape', () => {
  it('are found among other words, without the marks behind them', () => {
    const email = as('string', { format: 'email' })
    expect(readValue('write to ada@desk.example, please', email)).toBe('ada@desk.example')
    expect(readValue('ada at desk', email)).toBeNull()
    const uri = as('string', { format: 'uri' })
    expect(readValue('see www.desk.example/help.', uri)).toBe('www.desk.example/help')
    expect(readValue('ada@desk.example', uri)).toBeNull()
    const phone = { ...as('string'), name: 'phone' }
    expect(readValue('Tel. +49 (30) 123-456', phone)).toBe('+49 (30) 123-456')
    expect(readValue('Tel. 12345', phone)).toBeNull()
  })

  it('follow the pattern of the schema before all else', () => {
    const shaped = as('string', { pattern: '^[A-Z]{2}-\\d{4}$' })
    expect(read('order no: AB-1234, urgent', shaped)).toMatchObject({ value: 'AB-1234', quality: 1 })
    expect(readValue('AB - 1234', as('string', { pattern: '^AB - \\d{4}$' }))).toBe('AB - 1234')
  })
})

describe('words', () => {
  it('are a text without what joins them to their surroundings', () => {
    expect(readValue(': Fragile goods, |')).toBe('Fragile goods')
    expect(readValue('- —')).toBeNull()
  })

  it('of a label of its own are no value', () => {
    expect(readValue('Invoice date')).toBeNull()
    expect(readValue('IBAN:')).toBeNull()
  })

  it('are 24 at most, and less sure when they are many', () => {
    const words = (count: number) => Array.from({ length: count }, (_, at) => `w${at}x`).join(' ')
    expect(String(readValue(words(30))).split(' ')).toHaveLength(24)
    expect(read(words(12))?.quality).toBe(1)
    expect(read(words(13))?.quality).toBe(0.7)
  })

  it('are a name only with more letters than digits, and no sign of an address of mail', () => {
    const name = { ...as('string'), name: 'contact_name' }
    expect(readValue('Ada Lovelace', name)).toBe('Ada Lovelace')
    expect(readValue('Studio 54', name)).toBe('Studio 54')
    for (const text of ['A 12', '1234 Ab', 'Ada: maths', 'ada@desk.example', 'a b c d e f g h i j'])
      expect([text, readValue(text, name)]).toEqual([text, null])
  })
})
