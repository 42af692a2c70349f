import { Inbox } from 'lucide-react'
import { useWords } from '@/components/shell/words'

/** Lies over everything while files hover above the desk. */
export function DropOverlay({ stepName }: { stepName: string | undefined }) {
  const { t } = useWords()
  return (
    <div className="pointer-events-none fixed inset-0 z-50 bg-paper/85 p-3 backdrop-blur-[2px] sm:p-5">
      <div className="flex size-full flex-col items-center justify-center gap-3 rounded-3xl border-2 border-accent border-dashed bg-accent-soft/60 text-center">
        <span className="flex size-16 items-center justify-center rounded-2xl bg-accent text-on-accent shadow-large">
          <Inbox aria-hidden className="size-8" />
        </span>
        <p className="font-semibold text-xl tracking-[-0.012em]">{t('upload.overlay.title')}</p>
        <p className="text-ink-soft">
          {stepName ? t('upload.overlay.step', { step: stepName }) : t('upload.step.none')}
        </p>
      </div>
    </div>
  )
}
