/** An object or list, and the key of a value in it. Lists are walked as objects are: their places are their keys. */
type ValueSlot = { holder: Record<string, unknown>; key: string }

/**
 * Where a path (keys and places in lists, joined by dots) leads in a result: to what is there, or to a field of an
 * object that could be. Keys may contain dots themselves, so each is tried. Null where nothing can be.
 */
export function findSlot({ holder, path }: { holder: unknown; path: string }): ValueSlot | null {
  if (!isHolder(holder)) return null
  for (const key of Object.keys(holder).filter(isOwnField)) {
    if (key === path) return { holder, key }
    if (!path.startsWith(`${key}.`)) continue
    const rest = path.slice(key.length + 1)
    const found = findSlot({ holder: holder[key], path: rest })
    if (found) return found
  }
  return isNewField({ holder, path }) ? { holder, key: path } : null
}

/** A field the upstream left out may be filled in; what begins with `_` is about values and none itself. */
const isOwnField = (key: string) => !key.startsWith('_')
const isNewField = ({ holder, path }: { holder: object; path: string }) =>
  !Array.isArray(holder) && isOwnField(path) && /^[^.]{1,100}$/.test(path) && !(path in holder)

export function isObject(value: unknown): value is Record<string, unknown> {
  return isHolder(value) && !Array.isArray(value)
}

export function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
