'use client'

import { useEffect } from 'react'

const marked = /^(\(\d+\)|✓|!) /

/** Puts a short mark before the title of the tab, whatever page comes and goes; none where it is empty. */
export function useTitleMark(mark: string): void {
  useEffect(() => {
    const apply = () => {
      const bare = document.title.replace(marked, '')
      const title = mark ? `${mark} ${bare}` : bare
      if (document.title !== title) document.title = title
    }
    apply()
    const observer = new MutationObserver(apply)
    observer.observe(document.head, { subtree: true, childList: true, characterData: true })
    return () => observer.disconnect()
  }, [mark])
}
