/** The parts of a JSON schema that forms are asked with. */
export type JsonSchemaObject = {
  $schema?: string
  type?: string | string[]
  title?: string
  description?: string
  format?: string
  pattern?: string
  enum?: (string | number)[]
  examples?: (string | number | boolean)[]
  minimum?: number
  required?: string[]
  additionalProperties?: boolean
  properties?: { [name: string]: JsonSchemaObject }
  items?: JsonSchemaObject
}
