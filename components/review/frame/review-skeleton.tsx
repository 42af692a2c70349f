import { Skeleton } from '@/components/ui/skeleton'

const lines = ['one', 'two', 'three', 'four', 'five', 'six', 'seven']

export function ReviewSkeleton() {
  return (
    <div aria-hidden>
      <Skeleton className="mb-3 h-8 w-28" />
      <Skeleton className="h-7 w-72 max-w-full" />
      <Skeleton className="mt-2 mb-5 h-4 w-96 max-w-full" />
      <div className="grid gap-4 lg:h-[calc(100dvh-10.75rem)] lg:grid-cols-[54fr_46fr]">
        <Skeleton className="hidden rounded-2xl lg:block" />
        <div className="flex flex-col gap-4 rounded-2xl border bg-surface p-5">
          {lines.map((line) => (
            <Skeleton key={line} className="h-5" />
          ))}
        </div>
      </div>
    </div>
  )
}
