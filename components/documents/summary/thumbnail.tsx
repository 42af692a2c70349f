'use client'

import { FileText, Image } from 'lucide-react'
import { useState } from 'react'
import { classNames } from '@/components/ui/class-names'
import { documentPaths } from '@/lib/documents/queries'

type ThumbnailProps = { document: { id: string; contentType: string }; className?: string }

/** The first page in small; a plain sign where it cannot be drawn. Says nothing of its own: the name stands beside it. */
export function Thumbnail({ document, className }: ThumbnailProps) {
  const [isMissing, setMissing] = useState(false)
  const Icon = document.contentType.startsWith('image/') ? Image : FileText
  return (
    <span
      className={classNames(
        'flex shrink-0 items-center justify-center overflow-hidden rounded-md border bg-sunken text-ink-faint [&_svg]:size-4',
        className,
      )}
    >
      {isMissing ? (
        <Icon aria-hidden />
      ) : (
        <img
          src={documentPaths.thumbnail(document.id)}
          alt=""
          loading="lazy"
          decoding="async"
          className="size-full object-cover object-top"
          onError={() => setMissing(true)}
        />
      )}
    </span>
  )
}
