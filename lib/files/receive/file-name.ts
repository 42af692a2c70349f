const maxNameLength = 255

/**
 * A sender's file name as we keep and show it: the last part of a path, one Unicode form, nothing invisible or
 * reordering (control and bidirectional marks make `fdp.exe` look like `exe.pdf`), at most 255 characters with its
 * ending kept. Pure.
 */
export function cleanFileName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? ''
  const visible = base
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (!visible || visible === '.' || visible === '..') return 'document'
  return shorten(visible)
}

function shorten(name: string): string {
  const characters = [...name]
  if (characters.length <= maxNameLength) return name
  const ending = name.match(/\.[A-Za-z0-9]{1,10}$/)?.[0] ?? ''
  return `${characters.slice(0, maxNameLength - ending.length - 1).join('')}…${ending}`
}
