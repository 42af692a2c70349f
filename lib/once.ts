import 'server-only'

const kept = globalThis as typeof globalThis & { intray?: Map<string, unknown> }

/**
 * What the process has one of, made when it is first asked for. A module's variable would not do: Next bundles each
 * route apart, so there would be one per route.
 */
export function once<Value>(name: string, make: () => Value): Value {
  kept.intray ??= new Map()
  if (!kept.intray.has(name)) kept.intray.set(name, make())
  return kept.intray.get(name) as Value
}

/** Whoever asks next makes it anew. Returns what there was. */
export function forget<Value>(name: string): Value | undefined {
  const known = kept.intray?.get(name) as Value | undefined
  kept.intray?.delete(name)
  return known
}

/** As once, for what takes a while: where making it fails, whoever asks next makes it anew. */
export function onceResolved<Value>(name: string, make: () => Promise<Value>): Promise<Value> {
  return once(name, async () => {
    try {
      return await make()
    } catch (error) {
      forget(name)
      throw error
    }
  })
}
