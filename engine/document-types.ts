import type { StepCatalog } from './step-catalog'

export type DocumentType = {
  id: string
  code: string
  name: string
  pipeline: string
  schema: Record<string, unknown>
}

/** The kinds of document the engine knows: one for each of its pipelines, open to every organization. */
export function listDocumentTypes({ pipelines }: StepCatalog): DocumentType[] {
  return pipelines.map(({ id, name, documentType, pipeline, schema }) => ({
    id,
    code: documentType,
    name: typeof schema.title === 'string' ? schema.title : name,
    pipeline,
    schema,
  }))
}
