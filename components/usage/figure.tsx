import { classNames } from '../ui/class-names'

type FigureProps = { label: string; value: string; unit: string; isQuiet?: boolean }

/** One large figure inside a definition list. */
export function Figure({ label, value, unit, isQuiet = false }: FigureProps) {
  return (
    <div className="min-w-0">
      <dt className="text-ink-soft text-sm">{label}</dt>
      <dd className="mt-1">
        <span
          className={classNames(
            'figures block font-semibold text-4xl leading-none tracking-[-0.03em] sm:text-5xl',
            isQuiet && 'text-ink-soft',
          )}
        >
          {value}
        </span>
        <span className="mt-2 block max-w-44 text-ink-faint text-xs">{unit}</span>
      </dd>
    </div>
  )
}
