'use client'

import { useQuery } from '@tanstack/react-query'
import { type PointerEvent, useMemo, useRef, useState } from 'react'
import { classNames } from '@/components/ui/class-names'
import type { Box } from '@/lib/documents/attention/evidence'
import { type Rotation, rotateBox } from '../page/page-view'
import { type PointTarget, usePointed, usePointing } from './pointing'
import { type PageWord, placeOf, wordAt, wordsInBlock } from './word-runs'

type WordLayerProps = { page: number; rotation: Rotation }

/**
 * Over a page, while a field is filled: its words, to be clicked or drawn over. For the mouse and the finger; the
 * keyboard goes through them from the field (`use-field-pointing`).
 */
export function WordLayer({ page, rotation }: WordLayerProps) {
  const { target, chosen } = usePointed()
  if (!target) return null
  return (
    <>
      <Words page={page} rotation={rotation} target={target} />
      {chosen?.page === page ? <Highlight box={rotateBox({ box: chosen.box, rotation })} isChosen /> : null}
    </>
  )
}

/** An upstream that was away may be back. */
const freshMs = 60_000
const noWords: PageWord[] = []

function useWords(page: number): PageWord[] {
  const pointing = usePointing()
  const { data } = useQuery({
    queryKey: ['words on a page', pointing?.document.id, pointing?.document.attempt, page],
    queryFn: () => pointing?.loadWords(page) ?? noWords,
    enabled: pointing !== null,
    staleTime: freshMs,
  })
  return data ?? noWords
}

/** A finger that moves further scrolls. */
const tapPx = 10

function Words({ page, rotation, target }: WordLayerProps & { target: PointTarget }) {
  const words = useWords(page)
  const pointing = usePointing()
  const boxes = useMemo(() => words.map(({ box }) => rotateBox({ box, rotation })), [words, rotation])
  const layer = useRef<HTMLDivElement>(null)
  const start = useRef<{ word: number; x: number; y: number } | null>(null)
  const [marked, setMarked] = useState<number[]>([])

  const pointOf = ({ clientX, clientY }: PointerEvent): [number, number] => {
    const sheet = layer.current?.getBoundingClientRect()
    if (!sheet || sheet.width === 0) return [-1, -1]
    return [(clientX - sheet.left) / sheet.width, (clientY - sheet.top) / sheet.height]
  }
  const take = (chosen: number[]) => {
    const place = placeOf({ words: chosen.flatMap((at) => words[at] ?? []), page })
    if (!place) return
    pointing?.choose(place)
    target.take(place)
  }
  const press = (event: PointerEvent) => {
    const word = wordAt({ boxes, point: pointOf(event) })
    if (word < 0 || event.button !== 0) return
    start.current = { word, x: event.clientX, y: event.clientY }
    if (event.pointerType !== 'touch') event.currentTarget.setPointerCapture(event.pointerId)
  }
  const move = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return
    const point = pointOf(event)
    if (start.current) return setMarked(wordsInBlock({ boxes, from: start.current.word, to: point }))
    const word = wordAt({ boxes, point })
    if (word !== (marked[0] ?? -1) || marked.length > 1) setMarked(word < 0 ? [] : [word])
  }
  const release = (event: PointerEvent) => {
    const from = start.current
    start.current = null
    if (!from) return
    const isTouch = event.pointerType === 'touch'
    const way = Math.hypot(event.clientX - from.x, event.clientY - from.y)
    if (isTouch && way > tapPx) return
    take(isTouch || way < 3 ? [from.word] : wordsInBlock({ boxes, from: from.word, to: pointOf(event) }))
  }
  const leave = () => {
    start.current = null
    setMarked([])
  }
  return (
    <div
      ref={layer}
      aria-hidden
      data-words={words.length}
      data-pointing={marked.length > 0 || undefined}
      className={classNames('pointer-events-auto absolute inset-0', marked.length > 0 && 'cursor-pointer')}
      // The keyboard stays in the field.
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={leave}
      onPointerLeave={leave}
    >
      {marked.map((at) => {
        const box = boxes[at]
        return box ? <Highlight key={at} box={box} /> : null
      })}
    </div>
  )
}

function Highlight({ box: [x, y, width, height], isChosen = false }: { box: Box; isChosen?: boolean }) {
  return (
    <span
      aria-hidden
      data-chosen={isChosen || undefined}
      style={{
        left: `calc(${x * 100}% - 2px)`,
        top: `calc(${y * 100}% - 1px)`,
        width: `calc(${width * 100}% + 4px)`,
        height: `calc(${height * 100}% + 2px)`,
      }}
      className={classNames(
        'pointer-events-none absolute rounded-[3px] mix-blend-multiply',
        isChosen ? 'border-2 border-[#8a5a00] bg-[#f5b942]/30' : 'bg-[#f5b942]/40',
      )}
    />
  )
}
