import type { Entry, FormPlan, ListEntry, Section } from '../plan/plan'
import { makeValue } from '../values/make-value'
import type { Office } from '../values/office'
import { type FormField, headline, toSaying } from '../vocabulary/fields'
import { foreignLabels } from '../vocabulary/vocabulary'
import { askTable } from './ask-table'
import { askValue } from './ask-value'
import type { JsonSchemaObject } from './json-form'
import { chooseStyle, inCase, nameField, wordsOf } from './name-field'
import { type Asking, dress, findName, freeName, type Node, put } from './schema-node'

type Wish = { section: Section; field: FormField; entry: Entry | null }

/** Writes a schema for some of what is printed and some that is not, and notes in the plan what it asks for. */
export function askFor({ plan, office }: { plan: FormPlan; office: Office }): Pick<Node, 'schema' | 'truth'> {
  const { random } = office
  const asking = {
    office,
    style: chooseStyle(random, office.language),
    paper: plan.kind.titles[0]?.toLowerCase() ?? 'document',
  }
  const root: Node = { schema: openSchema(plan, asking), truth: {}, path: [] }
  if (random.chance(0.1)) askEntry({ node: root, entry: plan.title, field: plan.title.field, asking })
  if (random.chance(0.12)) askEntry({ node: root, entry: plan.issuer, field: plan.issuer.field, asking })
  const wishes = chooseWishes(plan, office)
  for (const section of plan.sections) askSection({ section, wishes, root, asking })
  for (const table of plan.tables) if (random.chance(0.8)) askTable({ table, root, asking })
  return { schema: finish(root.schema, office), truth: root.truth }
}

function openSchema(plan: FormPlan, { office, style, paper }: Asking): JsonSchemaObject {
  const { random } = office
  return {
    ...(random.chance(0.2) && { $schema: 'https://json-schema.org/draft/2020-12/schema' }),
    ...(random.chance(0.3) && { title: headline(plan.kind.key) }),
    type: 'object',
    ...(random.chance(style.described * 0.5) && { description: `Data of a ${paper}` }),
    properties: {},
    ...(random.chance(0.1) && { additionalProperties: false }),
  }
}

/** 4 to 25 leaves, of which 10 to 25 in a hundred are not to be found. */
function chooseWishes(plan: FormPlan, { random }: Office): Set<Wish> {
  const all = plan.sections.flatMap((section): Wish[] => [
    ...section.entries.map((entry) => ({ section, field: entry.field, entry })),
    ...section.unprinted.map((field) => ({ section, field, entry: null })),
  ])
  const count = random.weighted([
    [random.whole(4, 10), 4],
    [random.whole(8, 16), 4],
    [random.whole(16, 25), 2],
  ])
  const absent = Math.round(count * (0.1 + random.next() * 0.15))
  const isThere = ({ entry }: Wish) => entry !== null && entry.value !== null
  return new Set([
    ...random.some(all.filter(isThere), count - absent),
    ...random.some(
      all.filter((wish) => !isThere(wish)),
      absent,
    ),
  ])
}

function askSection(given: { section: Section; wishes: Set<Wish>; root: Node; asking: Asking }): void {
  const { section, wishes, root, asking } = given
  const { random } = asking.office
  const own = [...wishes].filter((wish) => wish.section === section)
  const lists = section.lists.filter(() => random.chance(0.6))
  if (own.length + lists.length === 0) return
  const isNested = section.role ? random.chance(0.6) : section.key !== 'general' && random.chance(0.3)
  const { owner, node } = isNested
    ? openObject({ section, root, asking })
    : { owner: flatOwner(section, asking), node: root }
  const inOrder = random.chance(0.8) ? byPrint(own, section) : own
  for (const { field, entry } of inOrder) askEntry({ node, entry, field, asking, owner, isNested })
  for (const list of lists) askList({ node, list, asking })
  if (isNested && Object.keys(node.truth).length > 0) root.truth[node.path.at(-1) ?? ''] = node.truth
}

function byPrint(wishes: Wish[], section: Section): Wish[] {
  const rank = ({ entry, field }: Wish) =>
    entry ? section.entries.indexOf(entry) : (toSaying(field.key).length * 7) % (section.entries.length + 1)
  return [...wishes].sort((a, b) => rank(a) - rank(b))
}

function openObject(given: { section: Section; root: Node; asking: Asking }): { owner: string; node: Node } {
  const { section, root, asking } = given
  const { office, style } = asking
  const owner = nameOfOwner(section, asking)
  const words = wordsOf(
    office.random.chance(0.12) ? `${owner} ${office.random.pick(['details', 'info', 'data'])}` : owner,
  )
  const name = freeName({ root, name: inCase(words, style.letterCase) })
  const node: Node = { schema: { type: 'object', properties: {} }, truth: {}, path: [...root.path, name] }
  if (office.random.chance(style.titled)) node.schema.title = headline(words.join(' '))
  if (office.random.chance(style.described * 0.4))
    node.schema.description = `${headline(owner)} on the ${asking.paper}`
  put(root, name, node.schema)
  return { owner: owner.replaceAll('_', ' '), node }
}

function nameOfOwner(section: Section, { office, style }: Asking): string {
  const foreign =
    style.language === 'en'
      ? []
      : foreignLabels(style.language, section.role ? section.key : `group_${section.key}`)
  if (foreign.length > 0) return office.random.pick(foreign)
  const [first = section.key, ...others] = section.names
  return office.random.chance(style.exact) || others.length === 0 ? first : office.random.pick(others)
}

/** Flat names of a party's fields say whose they are. */
function flatOwner(section: Section, asking: Asking): string | null {
  return section.role ? nameOfOwner(section, asking).replaceAll('_', ' ') : null
}

function askEntry(given: {
  node: Node
  entry: Entry | null
  field: FormField
  asking: Asking
  owner?: string | null
  isNested?: boolean
}): void {
  const { node, entry, field, asking, owner = null, isNested = false } = given
  const { office, style } = asking
  const { random } = office
  const isOwned = owner !== null && (isNested ? random.chance(0.12) : true)
  const prefix = isOwned
    ? owner
    : owner === null && random.chance(style.qualified)
      ? asking.paper.split(' ')[0]
      : undefined
  const label = entry?.label ?? random.pick(field.labels)
  const name = findName({
    node,
    make: () => nameField({ field, label, random, style, owner: prefix ?? undefined }),
  })
  if (name === null) return
  const value = entry?.value ?? makeValue({ field, office })
  const asked = askValue({ value, field, random, style })
  put(node, name, dress({ asked, name, field, label, owner, asking }))
  if (!entry?.value) return
  node.truth[name] = asked.truth
  entry.path = [...node.path, name].join('.')
}

function askList(given: { node: Node; list: ListEntry; asking: Asking }): void {
  const { node, list, asking } = given
  const { style, office } = asking
  const { field, label } = list
  const name = findName({ node, make: () => nameField({ field, label, random: office.random, style }) })
  if (name === null) return
  const schema = dress({
    asked: { node: { type: 'array' }, truth: '', note: null },
    name,
    field,
    label,
    owner: null,
    asking,
  })
  put(node, name, { ...schema, type: 'array', items: { type: 'string' } })
  node.truth[name] = list.items
  list.path = [...node.path, name].join('.')
}

/** Some authors list their leaves in an order of their own. */
function finish(schema: JsonSchemaObject, { random }: Office): JsonSchemaObject {
  if (!random.chance(0.2)) return schema
  return {
    ...schema,
    properties: Object.fromEntries(random.shuffled(Object.entries(schema.properties ?? {}))),
  }
}
