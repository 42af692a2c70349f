'use client'

import { useState } from 'react'
import { useWords } from '../shell/words'
import { Button } from '../ui/button'
import { classNames } from '../ui/class-names'
import type { ResultValue } from './result-tree'
import { ValueShow } from './value-show'

/** Text of many lines, cut until asked for. */
export function LongText({ value }: { value: ResultValue }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <div className={classNames('leading-relaxed', !isOpen && 'line-clamp-6')}>
        <ValueShow value={value} />
      </div>
      <Button
        variant="quiet"
        size="small"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="-ml-2.5 mt-1 h-7 text-accent"
      >
        {t(isOpen ? 'review.values.collapse' : 'review.values.expand')}
      </Button>
    </>
  )
}
