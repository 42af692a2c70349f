'use client'

import { Plus, TriangleAlert } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { PhotoPicture } from './photo-picture'
import type { Shot } from './shot'

type PhotoStripProps = {
  shots: readonly Shot[]
  chosen: string | undefined
  /** Ids of pages that there is advice about. */
  doubtful: ReadonlySet<string>
  /** Counted from 0. */
  onChoose: (index: number) => void
  onAdd: () => void
}

/** The pages in their order, and a place for the next. */
export function PhotoStrip({ shots, chosen, doubtful, onChoose, onAdd }: PhotoStripProps) {
  const { t } = useI18n()
  return (
    <ul aria-label={t('photo.pages')} className="flex gap-2 overflow-x-auto p-1">
      {shots.map((shot, index) => (
        <li key={shot.id} className="shrink-0">
          <button
            type="button"
            aria-label={t('photo.page', { page: index + 1 })}
            aria-current={shot.id === chosen ? 'true' : undefined}
            onClick={() => onChoose(index)}
            className={classNames(
              'relative block w-16 rounded-lg border-2 bg-sunken',
              shot.id === chosen ? 'border-accent' : 'border-line',
            )}
          >
            <PhotoPicture shot={shot} alt="" className="rounded-t-md" />
            <span className="figures flex items-center justify-center gap-1 text-xs">
              <span>{index + 1}</span>
              {doubtful.has(shot.id) ? <TriangleAlert aria-hidden className="size-3 text-attention" /> : null}
            </span>
          </button>
        </li>
      ))}
      <li className="shrink-0">
        <button
          type="button"
          onClick={onAdd}
          className="flex h-full min-h-20 w-16 flex-col items-center justify-center gap-1 rounded-lg border-2 border-line-strong border-dashed text-ink-soft text-xs"
        >
          <Plus aria-hidden className="size-5" />
          <span>{t('photo.add')}</span>
        </button>
      </li>
    </ul>
  )
}
