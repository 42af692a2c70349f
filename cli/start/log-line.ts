const errorLevel = 50

/** What a line of a child's log says to the person at the terminal, or null for daily business. */
export function toNotice({ line, isError }: { line: string; isError: boolean }): string | null {
  const entry = parseEntry(line)
  if (entry) return entry.level >= errorLevel ? entry.text : null
  return isError && line.trim() ? line : null
}

function parseEntry(line: string): { level: number; text: string } | null {
  if (!line.startsWith('{')) return null
  try {
    const { level, msg, err } = JSON.parse(line) as {
      level?: number
      msg?: string
      err?: { message?: string }
    }
    if (typeof level !== 'number') return null
    return { level, text: [msg, err?.message].filter(Boolean).join(': ') }
  } catch {
    return null
  }
}
