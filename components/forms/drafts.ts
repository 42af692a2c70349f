import { pagePerson } from '@/lib/page/page-session'

const prefix = 'intray.draft'
const keyOf = (name: string) => `${prefix}.${pagePerson() ?? ''}.${name}`

/** What a person of this tab has typed and not saved; it outlives a reload, Back and a link away. Never for secrets. */
export function readDraft(name: string): string | null {
  try {
    return sessionStorage.getItem(keyOf(name))
  } catch {
    return null
  }
}

/** Null once it is saved or given up. */
export function writeDraft(name: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(keyOf(name))
    else sessionStorage.setItem(keyOf(name), text)
  } catch {
    // A full or forbidden storage: what was typed lasts as long as the page.
  }
}
