'use client'

import { Check, Pencil, Save, SquarePen, Trash2 } from 'lucide-react'
import { type MouseEvent, useState } from 'react'
import { toast } from 'sonner'
import { failureText } from '@/components/shell/failure-text'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { ConfirmDialog } from '@/components/ui/controls/confirm-dialog'
import {
  Menu,
  MenuContent,
  MenuGroup,
  MenuItem,
  MenuLabel,
  MenuSeparator,
} from '@/components/ui/controls/menu'
import { MenuButton } from '@/components/ui/controls/menu-button'
import { filterToSearch, type ListFilter } from '@/lib/documents/model/list-filter'
import type { ColumnId } from '@/lib/documents/views/list-columns'
import type { DocumentView } from '@/lib/documents/views/schema'
import { viewAddress } from './list-address'
import { useViewChanges } from './use-view-changes'
import { ViewDialog } from './view-dialog'

type ViewMenuProps = {
  views: DocumentView[]
  view: DocumentView | null
  isChanged: boolean
  filter: ListFilter
  columns: ColumnId[]
}

/** Which list is shown, by its name; and what is shown now kept by one. */
export function ViewMenu({ views, view, isChanged, filter, columns }: ViewMenuProps) {
  const { t } = useI18n()
  const [isOpen, setIsOpen] = useState(false)
  const [asked, setAsked] = useState<'create' | 'rename' | 'delete' | null>(null)
  const { act, isPending, problem, reset } = useViewChanges(({ action, view: now }) => {
    setAsked(null)
    // Another name leaves what is shown otherwise than it is kept as it is.
    if (action.kind !== 'change' || action.change.filter) openView(now)
  })
  const ask = (question: typeof asked) => {
    reset()
    setAsked(question)
  }
  const tellFailure = (error: unknown) => toast.error(failureText({ t, error }))
  const open = (wanted: DocumentView | null) => {
    setIsOpen(false)
    openView(wanted)
  }
  const words = Object.fromEntries(filterToSearch(filter))
  const mayChange = view?.mayChange ?? false
  const groups = [
    { label: t('view.own'), shown: views.filter(({ shared }) => !shared) },
    { label: t('view.shared'), shown: views.filter(({ shared }) => shared) },
  ].filter(({ shown }) => shown.length > 0)
  return (
    <>
      <Menu open={isOpen} onOpenChange={setIsOpen}>
        <MenuButton size="small" className="max-w-56">
          <span className="truncate">{view?.name ?? t('view.all')}</span>
        </MenuButton>
        <MenuContent align="end" className="max-h-[70dvh] max-w-80 overflow-y-auto">
          <ViewLink view={null} name={t('view.all')} isShown={view === null} onOpen={open} />
          {groups.map(({ label, shown }) => (
            <MenuGroup key={label} aria-label={label}>
              <MenuLabel>{label}</MenuLabel>
              {shown.map((one) => (
                <ViewLink
                  key={one.id}
                  view={one}
                  name={one.name}
                  isShown={one.id === view?.id}
                  onOpen={open}
                />
              ))}
            </MenuGroup>
          ))}
          <MenuSeparator />
          <MenuItem onSelect={() => ask('create')}>
            <SquarePen aria-hidden />
            <span>{t('view.create')}</span>
          </MenuItem>
          {mayChange ? (
            <>
              <MenuItem onSelect={() => ask('rename')}>
                <Pencil aria-hidden />
                <span>{t('view.rename')}</span>
              </MenuItem>
              <MenuItem onSelect={() => ask('delete')}>
                <Trash2 aria-hidden />
                <span>{t('view.delete')}</span>
              </MenuItem>
            </>
          ) : null}
        </MenuContent>
      </Menu>
      {view && isChanged && mayChange ? (
        <Button
          size="small"
          disabled={isPending}
          onClick={() =>
            act(
              { kind: 'change', id: view.id, change: { filter: words, columns } },
              { onSuccess: () => toast(t('common.saved')), onError: tellFailure },
            )
          }
        >
          <Save aria-hidden />
          <span>{t('view.save')}</span>
        </Button>
      ) : null}
      {asked === 'create' ? (
        <ViewDialog
          title={t('view.create')}
          initial={{ name: '', shared: false }}
          isSaving={isPending}
          problem={problem}
          onSave={(named) => act({ kind: 'create', view: { ...named, filter: words, columns } })}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {asked === 'rename' && view ? (
        <ViewDialog
          title={t('view.rename')}
          initial={{ name: view.name, shared: view.shared }}
          isSaving={isPending}
          problem={problem}
          onSave={(change) => act({ kind: 'change', id: view.id, change })}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {view ? (
        <ConfirmDialog
          open={asked === 'delete'}
          onOpenChange={(open) => !open && setAsked(null)}
          title={t('view.delete.title', { name: view.name })}
          description={t(view.shared ? 'view.delete.shared' : 'view.delete.text')}
          confirmLabel={t('view.delete.yes')}
          cancelLabel={t('common.cancel')}
          onConfirm={() => act({ kind: 'delete', id: view.id }, { onError: tellFailure })}
        />
      ) : null}
    </>
  )
}

type ViewLinkProps = {
  view: DocumentView | null
  name: string
  isShown: boolean
  onOpen: (view: DocumentView | null) => void
}

/** A link like any other, also to another tab. */
function ViewLink({ view, name, isShown, onOpen }: ViewLinkProps) {
  const { t } = useI18n()
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    onOpen(view)
  }
  const by = view?.shared && !view.isOwn ? view.owner?.name : undefined
  return (
    <MenuItem asChild>
      <a href={viewAddress(view)} onClick={follow} {...(isShown ? { 'aria-current': 'page' } : {})}>
        <Check aria-hidden className={isShown ? '' : 'invisible'} />
        <span className="min-w-0 flex-1 truncate">{name}</span>
        {by ? <span className="truncate text-ink-faint text-xs">{t('view.by', { name: by })}</span> : null}
      </a>
    </MenuItem>
  )
}

const openView = (view: DocumentView | null) => window.history.pushState(null, '', viewAddress(view))
