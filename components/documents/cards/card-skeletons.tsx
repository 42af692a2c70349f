import { Skeleton } from '@/components/ui/skeleton'

/** The first load of the cards, in their shape. */
export function CardSkeletons() {
  return (
    <div aria-hidden className="grid grid-cols-[repeat(auto-fill,minmax(20rem,1fr))] gap-3.5">
      {['a', 'b', 'c'].map((key) => (
        <div key={key} className="flex h-46 flex-col gap-3 rounded-2xl border bg-surface p-3.5">
          <div className="flex gap-3.5">
            <Skeleton className="h-16 w-12.5" />
            <div className="flex-1 space-y-2.5 pt-1">
              <Skeleton className="h-3.5 w-4/5" />
              <Skeleton className="h-3 w-3/5" />
              <Skeleton className="h-5 w-20 rounded-full" />
            </div>
          </div>
          <Skeleton className="mt-auto h-10" />
        </div>
      ))}
    </div>
  )
}
