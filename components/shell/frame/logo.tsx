import { classNames } from '@/components/ui/class-names'

/** A sheet sliding into a tray. */
function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 28 28" aria-hidden className={classNames('size-7', className)}>
      <path
        d="M8 4.5h12a1.5 1.5 0 0 1 1.5 1.5v11h-15V6A1.5 1.5 0 0 1 8 4.5Z"
        className="fill-accent-soft stroke-accent"
        strokeWidth="1.5"
      />
      <path d="M10.5 9h7M10.5 12.5h4.5" className="stroke-accent" strokeWidth="1.5" strokeLinecap="round" />
      <path
        d="M3 15.5h5.2c.5 0 1 .3 1.2.8l.7 1.4c.2.5.7.8 1.2.8h5.4c.5 0 1-.3 1.2-.8l.7-1.4c.2-.5.7-.8 1.2-.8H25v6a2.5 2.5 0 0 1-2.5 2.5h-17A2.5 2.5 0 0 1 3 21.500Z"
        className="fill-accent"
      />
    </svg>
  )
}

export function Wordmark() {
  return (
    <span className="flex items-center gap-2.5">
      <Logo />
      <span className="font-semibold text-[1.05rem] tracking-[-0.02em]">Intray</span>
    </span>
  )
}
