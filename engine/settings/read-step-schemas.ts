import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readJsonSchema } from '../extract/schema/json-schema'
import type { ConfiguredStep } from './config'

/**
 * The configured steps with their schemas in place: those in files are read, and every one is checked.
 * @param folder from which the names of files count
 * @throws Error naming the step and what is wrong with its schema.
 */
export function readStepSchemas({
  steps,
  folder,
}: {
  steps: ConfiguredStep[]
  folder: string
}): ConfiguredStep[] {
  return steps.map((step) => {
    if (step.schema === undefined) return step
    try {
      const schema =
        typeof step.schema === 'string' ? readJson(path.resolve(folder, step.schema)) : step.schema
      readJsonSchema(schema)
      return { ...step, schema }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new Error(`the schema of step ${step.id}: ${reason}`)
    }
  })
}

function readJson(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(file, 'utf8'))
}
