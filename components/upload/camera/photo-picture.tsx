'use client'

import { useEffect, useState } from 'react'
import { classNames } from '@/components/ui/class-names'
import type { Shot } from './shot'

type PhotoPictureProps = { shot: Shot; alt: string; className?: string }

/** A photographed page as large as its square allows, turned as its reader turned it. */
export function PhotoPicture({ shot, alt, className }: PhotoPictureProps) {
  const url = useObjectUrl(shot.file)
  return (
    <span className={classNames('flex aspect-square items-center justify-center overflow-hidden', className)}>
      {url ? (
        <img
          src={url}
          alt={alt}
          className="size-full object-contain"
          style={shot.turn ? { transform: `rotate(${shot.turn}deg)` } : undefined}
        />
      ) : null}
    </span>
  )
}

/** Where the browser shows a file from, for as long as it is shown. */
function useObjectUrl(file: File): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return url
}
