'use client'

import { useState } from 'react'
import { useWords } from '@/components/shell/words'
import { classNames } from '@/components/ui/class-names'
import { Button } from '@/components/ui/controls/button'
import type { ResultValue } from '../result/result-tree'
import { ValueShow } from './value-display'

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
