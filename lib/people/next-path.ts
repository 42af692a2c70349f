/** Where to go after signing in: a path of this desk, whatever the link said; `fallback` for anything else. */
export function safeNextPath({ next, fallback }: { next: string | undefined; fallback: string }): string {
  if (!next?.startsWith('/')) return fallback
  const base = 'http://desk.invalid'
  const url = URL.canParse(next, base) ? new URL(next, base) : null
  return url?.origin === base ? `${url.pathname}${url.search}${url.hash}` : fallback
}
