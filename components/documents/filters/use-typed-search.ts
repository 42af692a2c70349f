'use client'

import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'

const pauseMs = 250

type TypedSearch = { value: string; onSearch: (text: string) => void }

/** Searches when the typing pauses, at once with Enter; Escape empties the field. A `value` changed elsewhere replaces the text. */
export function useTypedSearch({ value, onSearch }: TypedSearch) {
  const [text, setText] = useState(value)
  const sent = useRef(value)

  const searchNow = () => {
    sent.current = text.trim()
    if (sent.current !== value) onSearch(sent.current)
  }
  const searchAfterPause = useEffectEvent(searchNow)
  useEffect(() => {
    if (text.trim() === sent.current) return
    const timer = setTimeout(() => searchAfterPause(), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setText(value)
  }, [value])

  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    // What only ends a composition (Japanese, Chinese, Korean) belongs to the keyboard.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') searchNow()
    if (event.key === 'Escape') text ? setText('') : event.currentTarget.blur()
  }
  return { text, setText, press }
}
