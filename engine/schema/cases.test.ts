import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Reading } from '../readers/reading'
import { assembleSchemaData } from './assemble-schema-data'
import { extractSchema } from './extract-schema'
import { readJsonSchema } from '../extract/schema/json-schema'
import { readSchemaFields } from '../extract/schema/read-schema'

const folder = fileURLToPath(new URL('../../tests/fixtures/schemas/', import.meta.url))

/** A case is a folder: a page as plain text, the schema, and all that is to be found. Adding one adds no code. */
describe('a schema of its own finds in', () => {
  it.each(readdirSync(folder))('%s all that is printed and nothing else', (name) => {
    const open = (file: string) => readFileSync(path.join(folder, name, file), 'utf8')
    const fields = readSchemaFields(readJsonSchema(JSON.parse(open('schema.json'))))
    const found = extractSchema({ reading: toReading(open('page.txt')), fields, pipeline: null })
    const { _evidence, ...data } = assembleSchemaData(found)
    expect(data).toEqual(JSON.parse(open('expected.json')))
  })
})

const letterWidth = 6
const lineHeight = 12

/** A page in a font of even width. */
function toReading(text: string): Reading {
  const words = text.split('\n').flatMap((line, row) =>
    [...line.matchAll(/\S+/g)].map((match) => ({
      text: match[0],
      confidence: 1,
      box: {
        x: 40 + match.index * letterWidth,
        y: 40 + row * lineHeight,
        width: match[0].length * letterWidth,
        height: lineHeight - 2,
      },
    })),
  )
  return {
    pages: [{ number: 1, width: 612, height: 792, words, source: 'text', turned: 0 }],
    attachments: [],
  }
}
