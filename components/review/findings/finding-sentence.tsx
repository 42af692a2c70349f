'use client'

import { useI18n } from '@/components/shell/i18n'
import { Sentence } from '@/components/ui/sentence'
import type { Breach } from '@/lib/documents/findings/breaches'
import { useSetPageFocus } from '../page/page-focus'
import type { ResultValue } from '../result/result-tree'
import { breachWords, type Term } from './finding-words'

type FindingSentenceProps = {
  breach: Breach
  currency: string | null
  /** The value a figure is of. */
  valueAt: (path: string) => ResultValue | undefined
  /** Goes to the value of a figure. */
  onChoose: (path: string) => void
}

/** A broken rule in a sentence whose figures light up on the page and lead to their fields. */
export function FindingSentence({ breach, currency, valueAt, onChoose }: FindingSentenceProps) {
  const { t, format } = useI18n()
  const { text, terms } = breachWords({ breach, currency, t, format })
  const parts = Object.fromEntries(
    terms.map((term) => [
      term.name,
      <Figure key={term.name} term={term} value={valueAt(term.path)} onChoose={onChoose} />,
    ]),
  )
  return <Sentence text={text} parts={parts} />
}

type FigureProps = Pick<FindingSentenceProps, 'onChoose'> & { term: Term; value: ResultValue | undefined }

function Figure({ term: { path, text }, value, onChoose }: FigureProps) {
  const setFocus = useSetPageFocus()
  const light = (how: 'hover' | 'focus') => {
    if (value?.evidence) setFocus({ path: value.path, evidence: value.evidence, how })
  }
  return (
    <button
      type="button"
      aria-label={value ? `${text}, ${value.label}` : text}
      title={value?.label}
      onMouseEnter={() => light('hover')}
      onFocus={() => light('focus')}
      onClick={() => onChoose(path)}
      className="figures rounded font-medium underline decoration-current/40 decoration-dotted underline-offset-4 hover:bg-accent-soft focus-visible:bg-accent-soft"
    >
      {text}
    </button>
  )
}
