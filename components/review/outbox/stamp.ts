let made = 0

/** In the order in which it was done, also within a millisecond. */
export function stamp() {
  const at = new Date().toISOString()
  made += 1
  return { at, key: `${at}.${String(made).padStart(6, '0')}` }
}
