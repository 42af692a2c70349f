import { classNames } from './class-names'

const tailLength = 10

/** A file name that gives way in its middle, so that beginning, number and ending stay in sight; in full as a hint. */
export function TruncatedName({ name, className }: { name: string; className?: string }) {
  const letters = Array.from(name)
  const head = letters.slice(0, -tailLength).join('')
  const tail = letters.slice(-tailLength).join('')
  return (
    <span title={name} className={classNames('relative block min-w-0 max-w-full', className)}>
      <span className="sr-only">{name}</span>
      <span aria-hidden className="flex">
        {head ? <span className="overflow-hidden text-ellipsis whitespace-pre">{head}</span> : null}
        <span className="shrink-0 whitespace-pre">{tail}</span>
      </span>
    </span>
  )
}
