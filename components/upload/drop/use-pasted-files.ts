'use client'

import { useEffect, useRef } from 'react'
import { isField } from './is-field'

/** Takes files out of the clipboard, wherever the reader is, except while they type. */
export function usePastedFiles(take: (files: File[]) => void): void {
  const current = useRef(take)
  current.current = take
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0 || isField(event.target)) return
      event.preventDefault()
      current.current(files)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [])
}

type Pasted = {
  files: File[]
  /** What the moment is called. */
  name: string
  /** The names used before; the new ones are added. */
  taken: Set<string>
}

/** Browsers call every pasted picture `image.png`; the time tells them apart, and a number those of one minute. */
export function namePasted({ files, name, taken }: Pasted): File[] {
  return files.map((file) => {
    if (!/^image\.\w+$/.test(file.name)) return file
    const ending = file.name.slice(file.name.lastIndexOf('.'))
    let called = `${name}${ending}`
    for (let number = 2; taken.has(called); number++) called = `${name} (${number})${ending}`
    taken.add(called)
    return new File([file], called, { type: file.type, lastModified: file.lastModified })
  })
}
