import { makeValue } from '../values/make-value'
import type { Office } from '../values/office'
import { type FormField, headline, toSaying } from '../vocabulary/fields'
import type { Asked } from './ask-value'
import { describeField } from './describe-field'
import type { JsonSchemaObject } from './json-form'
import { type SchemaStyle, wordsOf } from './name-field'

/** An object of the schema while it is written, with the answer beside it. */
export type Node = { schema: JsonSchemaObject; truth: Record<string, unknown>; path: string[] }

/** Who asks, of what kind of paper. */
export type Asking = { office: Office; style: SchemaStyle; paper: string }

export function put(node: Node, name: string, schema: JsonSchemaObject): void {
  node.schema.properties = { ...node.schema.properties, [name]: schema }
}

export function findName({ node, make }: { node: Node; make: () => string }): string | null {
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const name = make()
    const known = Object.keys(node.schema.properties ?? {}).map(toSaying)
    if (name !== '' && !known.includes(toSaying(name))) return name
  }
  return null
}

export function freeName({ root, name }: { root: Node; name: string }): string {
  const taken = root.schema.properties ?? {}
  return name in taken ? `${name}_2` : name
}

/** With title, description and examples, as far as the author of the schema writes such. */
export function dress(given: {
  asked: Asked
  name: string
  field: FormField
  label: string
  owner: string | null
  asking: Asking
}) {
  const { asked, name, field, label, owner, asking } = given
  const { office, style, paper } = asking
  const { random } = office
  const { note } = asked
  const node: JsonSchemaObject = { ...asked.node }
  const example = exampleOf({ field, office })
  const isNoteNeeded = note !== null && (note.includes('printed') || !node.format)
  const isDescribed = random.chance(style.described)
  if (isDescribed || isNoteNeeded) {
    const sentence = isDescribed
      ? describeField({
          field,
          label,
          random,
          owner,
          paper,
          example: node.enum || note !== null ? null : example,
        })
      : headline(wordsOf(label).join(' '))
    node.description =
      note === null || sentence.includes(note) ? sentence : `${sentence.replace(/\.$/, '')} (${note})`
  }
  if (random.chance(style.titled))
    node.title = random.chance(0.5)
      ? headline(wordsOf(name.replace(/([a-z])([A-Z])/g, '$1 $2')).join(' '))
      : label
  if (
    example !== null &&
    asked.node.type === 'string' &&
    !node.enum &&
    note === null &&
    random.chance(0.05)
  ) {
    const ofForm = makeValue({ field, office })
    node.examples = [ofForm.truth]
  }
  if (style.isNullable && !node.enum && typeof node.type === 'string') node.type = [node.type, 'null']
  return node
}

function exampleOf({ field, office }: { field: FormField; office: Office }): string | null {
  if (!/^(code|words|money|number|integer|date|person|city)/.test(field.kind)) return null
  const { truth } = makeValue({ field, office })
  return String(truth)
}
