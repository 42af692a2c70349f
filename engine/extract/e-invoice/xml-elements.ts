import { XMLParser } from 'fast-xml-parser'

export type XmlElement = { [name: string]: unknown }
type Place = { in: XmlElement | null; names: string[] }

/** Elements by local name, their attributes as `@_name`, their text as `#text`. Null when the text is no XML. */
export function parseXml(text: string): XmlElement | null {
  const parser = new XMLParser({ removeNSPrefix: true, ignoreAttributes: false, parseTagValue: false })
  try {
    const parsed: unknown = parser.parse(text)
    return isElement(parsed) ? parsed : null
  } catch {
    // A damaged file says nothing; what the page shows remains.
    return null
  }
}

/** All elements of these names, nearest to the surface first. */
export function findElements(place: Place): XmlElement[] {
  return findNodes(place).filter(isElement)
}

export function findElement(place: Place): XmlElement | null {
  return findElements(place)[0] ?? null
}

/** Text of the first element of these names, blanks joined. */
export function findText(place: Place): string | undefined {
  const [first] = findNodes(place)
  const text = isElement(first) ? (first['#text'] ?? first) : first
  return typeof text === 'string' ? text.trim().replace(/\s+/g, ' ') : undefined
}

function findNodes({ in: parent, names }: Place): unknown[] {
  const found: unknown[] = []
  let level: XmlElement[] = parent ? [parent] : []
  while (level.length > 0) {
    const children = level
      .flatMap((element) => Object.entries(element))
      .map(([name, child]) => ({ name, nodes: toList(child) }))
    found.push(...children.filter(({ name }) => names.includes(name)).flatMap(({ nodes }) => nodes))
    level = children.flatMap(({ nodes }) => nodes.filter(isElement))
  }
  return found
}

function toList(child: unknown): unknown[] {
  return Array.isArray(child) ? child : [child]
}

function isElement(node: unknown): node is XmlElement {
  return typeof node === 'object' && node !== null && !Array.isArray(node)
}
