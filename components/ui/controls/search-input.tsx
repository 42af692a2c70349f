import { Search } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from '../class-names'
import { Input } from './input'

type SearchInputProps = ComponentProps<typeof Input> & { label: string; boxClassName: string }

/** A field led by a lens; `children` lie over its end. */
export function SearchInput({ label, boxClassName, className, children, ...props }: SearchInputProps) {
  return (
    <div className={classNames('relative', boxClassName)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-faint"
      />
      <Input
        type="search"
        aria-label={label}
        className={classNames('h-9 pl-9 [&::-webkit-search-cancel-button]:hidden', className)}
        {...props}
      />
      {children}
    </div>
  )
}
