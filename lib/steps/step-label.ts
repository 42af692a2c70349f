import type { MessageKey } from '@/lib/i18n/catalogues'
import type { Translate } from '@/lib/i18n/translate-messages'

/** The engine's own steps, by their names over the wire, which stay as they are. */
const builtIn: Record<string, MessageKey | undefined> = {
  'Document Reading': 'step.document',
  'Invoice Processing': 'step.invoice',
  'Receipt Processing': 'step.receipt',
}

/** What a reader calls a step; a name that somebody gave is everybody's. */
export function stepLabel({ t, name }: { t: Translate; name: string }): string {
  const key = Object.hasOwn(builtIn, name) ? builtIn[name] : undefined
  return key ? t(key) : name
}
