'use client'

import { usePathname, useRouter } from 'next/navigation'
import { createContext, type ReactNode, useContext, useEffect, useId, useMemo, useState } from 'react'
import { Dialog, DialogContent } from '@/components/ui/controls/dialog'
import { Switch } from '@/components/ui/controls/switch'
import { Kbd } from '@/components/ui/kbd'
import type { MessageKey } from '@/lib/i18n/catalogues'
import type { Role } from '@/lib/people/roles'
import { useI18n } from '../i18n'
import { destinationsFor } from '../navigation'
import { areLetterKeysOn, setLetterKeys, useShortcuts } from './use-shortcuts'

export type ShortcutHint = { keys: string; label: MessageKey }

type HintRegistry = { set: (id: string, keys: ShortcutHint[]) => void; remove: (id: string) => void }
const HintContext = createContext<HintRegistry | null>(null)

/** Adds a page's own keys to the list behind `?` while the page is shown. `keys` must be a constant. */
export function useShortcutHints(keys: ShortcutHint[]): void {
  const registry = useContext(HintContext)
  const id = useId()
  useEffect(() => {
    registry?.set(id, keys)
    return () => registry?.remove(id)
  }, [registry, id, keys])
}

/** `g` and a letter go to the rooms, `?` shows the keys that are valid here. */
export function ShortcutProvider({ role, children }: { role: Role; children: ReactNode }) {
  const { t } = useI18n()
  const router = useRouter()
  const pathname = usePathname()
  const [open, setOpen] = useState(false)
  const [pageKeys, setPageKeys] = useState<Record<string, ShortcutHint[]>>({})
  const registry = useMemo<HintRegistry>(
    () => ({
      set: (id, keys) => setPageKeys((before) => ({ ...before, [id]: keys })),
      remove: (id) => setPageKeys(({ [id]: _gone, ...rest }) => rest),
    }),
    [],
  )
  const destinations = destinationsFor(role)
  useShortcuts({
    '?': () => setOpen(true),
    ...Object.fromEntries(destinations.map(({ key, path }) => [`g ${key}`, () => router.push(path)])),
  })
  const here = withoutRepeats(Object.values(pageKeys).flat())
  const everywhere: ShortcutHint[] = [
    { keys: '?', label: 'keys.show' },
    ...destinations.map(({ key, label }) => ({ keys: `g ${key}`, label: goLabels[label] ?? label })),
    { keys: 'Esc', label: 'keys.close' },
  ]
  return (
    <HintContext value={registry}>
      {children}
      <Dialog open={open} onOpenChange={setOpen} key={pathname}>
        <DialogContent title={t('keys.title')} closeLabel={t('common.close')}>
          {here.length > 0 ? <KeyTable title={t('keys.here')} keys={here} /> : null}
          <KeyTable title={t('keys.everywhere')} keys={everywhere} />
          <LetterKeysSwitch />
        </DialogContent>
      </Dialog>
    </HintContext>
  )
}

/** The same part may be on a page twice. */
function withoutRepeats(hints: ShortcutHint[]): ShortcutHint[] {
  return [...new Map(hints.map((hint) => [hint.keys, hint])).values()]
}

const goLabels: Partial<Record<MessageKey, MessageKey>> = {
  'nav.desk': 'keys.desk',
  'nav.documents': 'keys.documents',
  'nav.review': 'keys.review',
  'nav.usage': 'keys.usage',
  'nav.settings': 'keys.settings',
}

function KeyTable({ title, keys }: { title: string; keys: ShortcutHint[] }) {
  const { t } = useI18n()
  return (
    <section className="mb-4">
      <h3 className="mb-1 text-ink-faint text-xs">{title}</h3>
      <dl className="divide-y">
        {keys.map((listed) => (
          <div key={listed.keys} className="flex items-center justify-between gap-4 py-1.5 text-sm">
            <dt>{t(listed.label)}</dt>
            <dd className="flex items-center gap-1">
              {listed.keys.split(' ').map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function LetterKeysSwitch() {
  const { t } = useI18n()
  const [on, setOn] = useState(areLetterKeysOn)
  const change = (next: boolean) => {
    setLetterKeys(next)
    setOn(next)
  }
  return (
    <label className="flex items-start justify-between gap-4 rounded-xl border p-3 text-sm">
      <span>
        <span className="font-medium">{t('keys.letters')}</span>
        <span className="block text-ink-soft">{t('keys.letters_hint')}</span>
      </span>
      <Switch checked={on} onCheckedChange={change} />
    </label>
  )
}
