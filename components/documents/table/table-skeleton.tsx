import { Skeleton } from '@/components/ui/skeleton'

const rows = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']

export function TableSkeleton() {
  return (
    <div aria-hidden className="divide-y">
      {rows.map((row) => (
        <div key={row} className="flex h-14 items-center gap-4 px-4">
          <Skeleton className="size-5" />
          <Skeleton className="h-9 w-8" />
          <Skeleton className="h-4 w-2/5" />
          <Skeleton className="ml-auto h-5 w-24 rounded-full" />
        </div>
      ))}
    </div>
  )
}
