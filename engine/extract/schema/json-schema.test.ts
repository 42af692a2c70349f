import { describe, expect, it } from 'vitest'
import { readJsonSchema } from './json-schema'

describe('a schema as libraries write it', () => {
  it('has its references put in place, and null taken out of what is optional', () => {
    const { properties } = readJsonSchema({
      type: 'object',
      properties: {
        seller: { $ref: '#/$defs/Party', description: 'who sells' },
        note: { anyOf: [{ type: 'string' }, { type: 'null' }], title: 'Note' },
        price: { type: ['number', 'null'] },
      },
      $defs: { Party: { type: 'object', properties: { name: { type: 'string' } } } },
    })
    expect(properties).toEqual({
      seller: { type: 'object', description: 'who sells', properties: { name: { type: 'string' } } },
      note: { type: 'string', title: 'Note' },
      price: { type: 'number' },
    })
  })

  it('may call its properties what it likes', () => {
    const { properties } = readJsonSchema({
      type: 'object',
      properties: {
        type: { type: 'string' },
        definitions: { type: 'string' },
        properties: { type: 'number' },
      },
    })
    expect(Object.keys(properties ?? {})).toEqual(['type', 'definitions', 'properties'])
  })
})

it('equal schemas are worked out once', () => {
  const schema = () => ({ type: 'object', properties: { a: { type: 'string' } } })
  expect(readJsonSchema(schema())).toBe(readJsonSchema(schema()))
})

it('a reference that contains itself is refused', () => {
  const tree = { type: 'object', properties: { child: { $ref: '#/$defs/tree' } } }
  expect(() => readJsonSchema({ ...tree, $defs: { tree } })).toThrow(/contains itself/)
})
