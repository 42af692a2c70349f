import { makeCoinedWord } from '../../content/parties'
import type { Office } from './office'
import trades from './trades.json'

export function makePerson(office: Office): string {
  const { random, country } = office
  const first = random.pick(country.firstNames)
  const last = random.pick(country.surnames)
  return random.weighted([
    [`${first} ${last}`, 12],
    [`${first} ${random.form('@')}. ${last}`, 2],
    [`${last}, ${first}`, 1.5],
    [`${first} ${random.pick(country.surnames)} ${last}`, 1],
    [`${first} ${last}`.toUpperCase(), 1.5],
    [`${first}-${random.pick(country.firstNames)} ${last}`, 0.5],
    [`${random.pick(['Dr.', 'Mr.', 'Ms.', 'Mrs.', 'Prof.'])} ${first} ${last}`, 1],
  ])
}

export function makeCompany(office: Office): string {
  const { random, country } = office
  const trade = random.pick(office.language === 'en' ? trades.en : trades.other)
  const coined = makeCoinedWord(random)
  const surname = random.pick(country.surnames)
  const root = random.weighted([
    [`${coined} ${trade}`, 4],
    [`${surname} ${trade}`, 3],
    [coined, 2],
    [`${surname} & ${random.pick(country.surnames)}`, 2],
    [`${makeCity(office)} ${trade}`, 1.5],
    [`${random.form('@@@')} ${trade}`, 1],
  ])
  const form = random.pick(country.legalForms)
  if (form.includes('~')) return form.replace('~', root)
  if (form === '' || form.startsWith(',')) return `${root}${form}`
  return random.chance(0.7) ? `${root} ${form}` : root
}

export function makeCity(office: Office): string {
  return office.random.pick(office.country.towns).replace(/,.*$/, '')
}

export function makeStreet(office: Office): string {
  const { random, country } = office
  const no = random.chance(0.85)
    ? String(random.whole(1, 240))
    : `${random.whole(1, 90)}${random.pick(['A', 'B', 'a'])}`
  return fillIn(country.streetLine, { street: random.pick(country.streets), no })
}

export function makeTownLine(office: Office): string {
  const { random, country } = office
  return fillIn(country.townLine, {
    postcode: random.form(country.postcode),
    town: random.pick(country.towns),
  })
}

export function toMailName(name: string, glue = ''): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9 ]/g, '')
    .toLowerCase()
    .trim()
    .split(/\s+/)
    .slice(0, 2)
    .join(glue)
}

function fillIn(form: string, parts: { [part: string]: string }): string {
  return form.replace(/\{(\w+)\}/g, (_, part: string) => parts[part] ?? '')
}
