'use client'

import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { Checkbox } from '@/components/ui/controls/checkbox'
import { IconButton } from '@/components/ui/controls/icon-button'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/controls/popover'
import { type ColumnId, columnIds, usualColumns } from '@/lib/documents/views/list-columns'
import { columns } from './columns'

type ColumnMenuProps = { chosen: ColumnId[]; onChange: (ids: ColumnId[]) => void }

/** Which columns there are, and in which order; kept for the next time. */
export function ColumnMenu({ chosen, onChange }: ColumnMenuProps) {
  const { t } = useI18n()
  const listed = [...chosen, ...columnIds.filter((id) => !chosen.includes(id))]
  const toggle = (id: ColumnId) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button size="small">
          <Columns3 aria-hidden />
          <span>{t('table.columns')}</span>
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" className="w-72">
        <ul aria-label={t('table.columns')} className="flex flex-col">
          {listed.map((id) => {
            const at = chosen.indexOf(id)
            const label = t(columns[id].label)
            return (
              <li key={id} className="flex min-h-9 items-center gap-1">
                <label className="flex flex-1 items-center gap-2.5 text-sm">
                  <Checkbox
                    checked={at >= 0}
                    disabled={at >= 0 && chosen.length === 1}
                    onCheckedChange={() => toggle(id)}
                  />
                  <span>{label}</span>
                </label>
                {at >= 0 ? (
                  <>
                    <IconButton
                      label={t('table.columns.up', { column: label })}
                      disabled={at === 0}
                      onClick={() => onChange(moved({ ids: chosen, at, to: at - 1 }))}
                    >
                      <ArrowUp aria-hidden />
                    </IconButton>
                    <IconButton
                      label={t('table.columns.down', { column: label })}
                      disabled={at === chosen.length - 1}
                      onClick={() => onChange(moved({ ids: chosen, at, to: at + 1 }))}
                    >
                      <ArrowDown aria-hidden />
                    </IconButton>
                  </>
                ) : null}
              </li>
            )
          })}
        </ul>
        <Button size="small" variant="quiet" className="mt-2" onClick={() => onChange(usualColumns)}>
          {t('table.columns.usual')}
        </Button>
      </PopoverContent>
    </Popover>
  )
}

function moved({ ids, at, to }: { ids: ColumnId[]; at: number; to: number }): ColumnId[] {
  const next = [...ids]
  next.splice(to, 0, ...next.splice(at, 1))
  return next
}
