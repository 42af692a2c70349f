const desk = 'http://desk.invalid'

/** Where to go after signing in: a path of this desk, whatever the link said; `fallback` for anything else. */
export function safeNextPath({ next, fallback }: { next: string | undefined; fallback: string }): string {
  if (!next?.startsWith('/')) return fallback
  const path = pathWithin(next)
  // What is handed on is judged, not what came: `/..//evil.example` is read as the path `//evil.example`.
  return path !== null && pathWithin(path) === path ? path : fallback
}

/** The path as a browser reads it, null where it leads away from the desk. */
function pathWithin(path: string): string | null {
  const url = URL.canParse(path, desk) ? new URL(path, desk) : null
  return url?.origin === desk ? `${url.pathname}${url.search}${url.hash}` : null
}
