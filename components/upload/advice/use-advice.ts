'use client'

import { useEffect, useState } from 'react'
import type { PageFault } from './judge-page'
import { judgePhoto } from './judge-photo'

type Judged = { id: string; file: File }

/** What may be wrong with each picture, by its id, as it becomes known. */
export function useAdvice(pictures: readonly Judged[]): ReadonlyMap<string, PageFault[]> {
  const [advice, setAdvice] = useState<ReadonlyMap<string, PageFault[]>>(new Map())
  useEffect(() => {
    for (const { id, file } of pictures) {
      if (advice.has(id)) continue
      void judgePhoto(file).then((faults) =>
        setAdvice((before) => (before.has(id) ? before : new Map(before).set(id, faults))),
      )
    }
  }, [pictures, advice])
  return advice
}
