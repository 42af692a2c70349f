import { Fragment, type ReactNode } from 'react'

/** Stands in a text where a part belongs; no keyboard writes its edges. */
export const partMark = (name: string) => `\uE000${name}\uE001`

type SentenceProps = { text: string; parts: Record<string, ReactNode> }

/** A text with elements where its marks stand, in the order that its language gives them. */
export function Sentence({ text, parts }: SentenceProps) {
  return piecesOf(text).map(({ key, words, part }) =>
    part ? <Fragment key={key}>{parts[part]}</Fragment> : <span key={key}>{words}</span>,
  )
}

function piecesOf(text: string) {
  return text
    .split(/(\uE000\w+\uE001)/)
    .map((words, at) => ({ key: at, words, part: /^\uE000(\w+)\uE001$/.exec(words)?.[1] }))
    .filter(({ words }) => words !== '')
}
