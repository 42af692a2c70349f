import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { executionIdPattern } from '@/lib/docutray/contract'
import { labelsOf } from '../extract/labels/vocabulary'
import { builtInSteps, findStep } from './load-step'

const titledSchema = z.object({ title: z.string(), titles: z.object({ en: z.string(), es: z.string() }) })
const schemaShape = z.object({ properties: z.record(z.string(), titledSchema) })

describe('the built-in steps', () => {
  it.each(builtInSteps)('$name has an id of the form that the wire knows', ({ id }) => {
    expect(id).toMatch(executionIdPattern)
  })

  it.each(builtInSteps)('$name titles each property in English and Spanish', ({ schema }) => {
    expect(() => schemaShape.parse(schema)).not.toThrow()
  })

  it.each(builtInSteps)('$name describes every field that it fills', ({ schema, fields }) => {
    const { properties } = schemaShape.parse(schema)
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(fields.map((field) => field.key)))
  })

  it.each(builtInSteps)('$name names only concepts that the vocabulary has words for', (step) => {
    const fields = [...step.fields, ...(step.helpers ?? [])]
    const concepts = fields.flatMap((field) => [...(field.labels ?? []), ...(field.weakLabels ?? [])])
    const columns = Object.values(step.columns ?? {}).flat()
    expect([...concepts, ...columns].filter((concept) => labelsOf(concept).length === 0)).toEqual([])
  })

  it('an unknown pipeline has no step', () => {
    expect(findStep('unheard-of')).toBeNull()
  })
})
