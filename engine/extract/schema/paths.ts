type JsonObject = Record<string, unknown>

/** Puts a value where a path of names leads, making the objects on the way. */
export function putAt({ target, path, value }: { target: JsonObject; path: string[]; value: unknown }): void {
  const [name, ...rest] = path
  if (name === undefined) return
  if (rest.length === 0) {
    define({ target, name, value })
    return
  }
  const inner = Object.hasOwn(target, name) ? target[name] : undefined
  const next: JsonObject = isObject(inner) ? inner : {}
  define({ target, name, value: next })
  putAt({ target: next, path: rest, value })
}

/** A property of a schema may be called anything, `__proto__` too. */
function define({ target, name, value }: { target: JsonObject; name: string; value: unknown }): void {
  Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true })
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
