import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { executionIdPattern } from '@/base/contract'
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

  it('an unknown pipeline has no step', () => {
    expect(findStep('unheard-of')).toBeNull()
  })
})
