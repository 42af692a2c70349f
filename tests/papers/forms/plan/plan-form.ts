import { isList, makeItems, makeValue, type Value } from '../values/make-value'
import { makeCompany } from '../values/names'
import type { Office } from '../values/office'
import { type FormField, headline, readField, sayingsOf } from '../vocabulary/fields'
import {
  type FormKind,
  foreignLabels,
  formKinds,
  getGroup,
  getRole,
  groupNames,
  inLanguage,
  partyFields,
  type Role,
} from '../vocabulary/vocabulary'
import type { Entry, FormPlan, ListEntry, Section } from './plan'
import { planTables } from './plan-tables'

/** Chooses what the form prints. */
export function planForm(office: Office): FormPlan {
  const kind = chooseKind(office)
  const said = new Set<string>()
  const title = office.random.pick(titlesOf(kind, office))
  const issuer = makeCompany(office)
  const parties = chooseRoles(kind, office).map((role) => planParty({ role, office }))
  if (parties.length > 0)
    for (const field of partyFields) for (const saying of sayingsOf(field)) said.add(saying)
  const general = planGroup({ name: 'general', most: 5, office, said })
  const groups = chooseGroups(kind, office).map((name) => planGroup({ name, most: 11, office, said }))
  return {
    kind,
    title: toOwnEntry({
      line: `words ${title} / ${title} / document type|document title|form name / `,
      key: 'document_type',
      office,
    }),
    issuer: toOwnEntry({
      line: `words ${issuer} / Company / issuer|issuing organization|issued by|organization name / `,
      key: 'issuer',
      office,
    }),
    sections: arrange({ general, parties, groups, office }),
    tables: planTables({ kind, office }),
  }
}

function chooseKind(office: Office): FormKind {
  const { random, language } = office
  const kinds =
    language === 'en' ? formKinds : formKinds.filter(({ key }) => foreignLabels(language, key).length > 0)
  return random.pick(kinds.length > 0 ? kinds : formKinds)
}

function titlesOf(kind: FormKind, office: Office): string[] {
  const foreign = office.language === 'en' ? [] : foreignLabels(office.language, kind.key)
  const titles = foreign.length > 0 ? foreign : kind.titles
  return office.random.chance(0.35) ? titles.map((title) => title.toUpperCase()) : titles
}

function chooseRoles(kind: FormKind, { random }: Office): Role[] {
  const roles = kind.roles.map(getRole)
  if (roles.length < 2) return random.chance(0.85) ? roles : []
  return random.chance(0.8) ? roles : random.some(roles, random.whole(0, roles.length - 1))
}

function chooseGroups(kind: FormKind, { random }: Office): string[] {
  const own = random.chance(0.75) ? kind.groups : random.some(kind.groups, 2)
  const others = groupNames.filter((name) => !own.includes(name) && name !== 'party' && name !== 'general')
  return others.length > 0 && random.chance(0.22) ? [...own, random.pick(others)] : own
}

function planParty({ role, office }: { role: Role; office: Office }): Section {
  const { random } = office
  const [name, ...others] = isForeign(office) ? partyFields.filter(isKnownIn(office)) : partyFields
  const suited = others.filter(({ key }) => role.is === 'person' || !personal.has(key))
  const drawn = random.some(suited, random.whole(1, 6))
  const isWhole = drawn.some(({ key }) => key === 'address')
  const chosen = drawn.filter(({ key }) => !isWhole || !pieces.has(key))
  const inOrder = suited.filter((field) => chosen.includes(field))
  const fields = name && random.chance(0.95) ? [name, ...inOrder] : inOrder
  const entries = fields.map((field) => planEntry({ field: ofRole(field, role), office }))
  const heading = random.pick(labelsOf({ key: role.key, labels: role.labels }, office))
  return {
    key: role.key,
    role,
    heading,
    names: [role.key, ...role.synonyms],
    entries: withoutSharedLabels(entries),
    lists: [],
    unprinted: suited.filter(
      (field) => !chosen.includes(field) && !isSaidBy(field, fields) && !isReadable(field, fields),
    ),
  }
}

const pieces = new Set(['street_name', 'town', 'post_code'])

const personal = new Set(['birth_date', 'relationship', 'id_card'])

/** Where one of these is printed, the others can be read from it, or a careful reader could take one for another. */
const parts = [
  ['address', 'street_name', 'town', 'post_code', 'country_name'],
  ['phone', 'mobile', 'fax'],
]

/** What no reader can call absent: some number, date, currency or sum of the document is always printed. */
const neverAbsent = new Set([
  'document_number',
  'document_date',
  'valid_from',
  'valid_until',
  'currency_name',
  'total_amount',
  'copies',
])

function isReadable(field: FormField, printed: FormField[]): boolean {
  return parts.some((keys) => keys.includes(field.key) && printed.some(({ key }) => keys.includes(key)))
}

function ofRole(field: FormField, role: Role): FormField {
  return field.key === 'name' ? { ...field, kind: role.is } : field
}

function planGroup(given: { name: string; most: number; office: Office; said: Set<string> }): Section {
  const { name, most, office, said } = given
  const { random } = office
  const { '': about, ...group } = getGroup(name)
  const fields = random
    .shuffled(Object.values(group))
    .filter(isForeign(office) ? isKnownIn(office) : () => true)
  const wanted = random.whole(Math.min(3, most), most)
  const printed: FormField[] = []
  const unprinted: FormField[] = []
  for (const field of fields) {
    const sayings = [...sayingsOf(field)]
    if (sayings.some((saying) => said.has(saying))) continue
    for (const saying of sayings) said.add(saying)
    if (printed.length < wanted) printed.push(field)
    else unprinted.push(field)
  }
  const inOrder = random.chance(0.7)
    ? Object.values(group).filter((field) => printed.includes(field))
    : printed
  const lists = inOrder.filter(isList)
  return {
    key: name,
    role: null,
    heading: about
      ? random.pick(labelsOf({ key: `group_${name}`, labels: about.kind.split('|') }, office))
      : null,
    names: [name, ...(about?.labels ?? [])],
    entries: withoutSharedLabels(
      inOrder.filter((field) => !isList(field)).map((field) => planEntry({ field, office })),
    ),
    lists: lists.map((field) => planList({ field, office })),
    unprinted: unprinted.filter((field) => !isList(field) && !neverAbsent.has(field.key)),
  }
}

export function planEntry(given: { field: FormField; office: Office }): Entry {
  const { office } = given
  const { random } = office
  const field = inLanguage(given.field, office.language)
  const value = random.chance(0.07) ? null : makeValue({ field, office })
  return { field, label: chooseLabel({ field, office, value }), value, path: null }
}

function planList({ field, office }: { field: FormField; office: Office }): ListEntry {
  return {
    field,
    label: chooseLabel({ field, office, value: null }),
    items: makeItems({ field, office }),
    path: null,
  }
}

/** A unit may stand in the label instead of beside the value. */
function chooseLabel(given: { field: FormField; office: Office; value: Value | null }): string {
  const { field, office, value } = given
  const label = inTwoLanguages(field, office, office.random.pick(labelsOf(field, office)))
  if (!value?.unit || !office.random.chance(0.35)) return label
  delete value.after
  return office.random.chance(0.8) ? `${label} (${value.unit})` : `${label}, ${value.unit}`
}

function inTwoLanguages(field: FormField, office: Office, label: string): string {
  const other =
    office.secondLanguage === null ? undefined : foreignLabels(office.secondLanguage, field.key)[0]
  return other === undefined ? label : `${label.replace(/[:.]$/, '')} / ${other}`
}

export function labelsOf(named: { key: string; labels: string[] }, office: Office): string[] {
  const foreign = isForeign(office) ? foreignLabels(office.language, named.key) : []
  if (foreign.length > 0) return foreign
  return named.labels.length > 0 ? named.labels : [headline(named.key)]
}

function isForeign(office: Office): boolean {
  return office.language !== 'en'
}

export function isKnownIn(office: Office): (field: FormField) => boolean {
  return ({ key }) => foreignLabels(office.language, key).length > 0
}

function isSaidBy(field: FormField, others: FormField[]): boolean {
  const sayings = sayingsOf(field)
  return others.some((other) => [...sayingsOf(other)].some((saying) => sayings.has(saying)))
}

function withoutSharedLabels(entries: Entry[]): Entry[] {
  const seen = new Set<string>()
  return entries.filter(({ label }) => {
    const isNew = !seen.has(label.toLowerCase())
    seen.add(label.toLowerCase())
    return isNew
  })
}

function toOwnEntry({ line, key, office }: { line: string; key: string; office: Office }): Entry {
  const field = readField(key, line)
  return { field, label: '', value: makeValue({ field, office }), path: null }
}

function arrange(given: {
  general: Section
  parties: Section[]
  groups: Section[]
  office: Office
}): Section[] {
  const { general, parties, groups, office } = given
  const { random } = office
  const body = random.chance(0.75) ? [...parties, ...groups] : random.shuffled([...groups]).concat(parties)
  return random.chance(0.85) ? [general, ...body] : [...body, general]
}
