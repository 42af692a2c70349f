'use client'

import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import type { Rotation } from './page-view'

type Picture = HTMLCanvasElement | HTMLImageElement
/** A page as it was last drawn; each drawing is news, though the canvas may be the same. */
type Drawn = { picture: Picture; rotation: Rotation; at: number }
/** `rotation` is that of the picture itself, 0 where only its showing is turned. */
type Taken = { page: number; picture: Picture; rotation: Rotation }

const PicturesContext = createContext<ReadonlyMap<number, Drawn>>(new Map())
const TakePictureContext = createContext<(taken: Taken) => void>(() => {})

/** Passes the drawn pages of an original on to who shows a piece of one. */
export function PagePicturesProvider({ children }: { children: ReactNode }) {
  const [pictures, setPictures] = useState<ReadonlyMap<number, Drawn>>(() => new Map())
  const take = useCallback(({ page, ...taken }: Taken) => {
    setPictures((before) => new Map(before).set(page, { ...taken, at: (before.get(page)?.at ?? 0) + 1 }))
  }, [])
  return (
    <TakePictureContext value={take}>
      <PicturesContext value={pictures}>{children}</PicturesContext>
    </TakePictureContext>
  )
}

export function useTakePicture(): (taken: Taken) => void {
  return useContext(TakePictureContext)
}

export function usePagePicture(page: number | null): Drawn | null {
  return useContext(PicturesContext).get(page ?? 0) ?? null
}
