'use client'

import { useMemo } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { CopyButton } from '@/components/ui/controls/copy-button'

const linesPerBlock = 200
const lineHeightRem = 1.2

/** The result as it came. Blocks out of sight are not laid out, so that large ones stay smooth. */
export function JsonView({ result }: { result: Record<string, unknown> | null }) {
  const { t } = useI18n()
  const text = useMemo(() => (result ? JSON.stringify(result, null, 2) : ''), [result])
  const blocks = useMemo(() => toBlocks(text), [text])
  if (!result) return <p className="px-5 py-10 text-center text-ink-faint text-sm">{t('review.json.none')}</p>
  return (
    <div className="relative">
      <CopyButton
        text={text}
        label={t('review.json.copy')}
        copiedLabel={t('common.copied')}
        className="absolute top-3 right-4 z-10 border bg-raised shadow-small"
      />
      <section
        aria-label={t('review.json.label')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the keyboard (WCAG 2.1.1)
        tabIndex={0}
        className="overflow-x-auto px-4 py-4 font-mono text-xs sm:px-5"
        style={{ lineHeight: `${lineHeightRem}rem` }}
      >
        {blocks.map(({ from, lines, text: block }) => (
          <pre
            key={from}
            className="[content-visibility:auto]"
            style={{ containIntrinsicSize: `auto ${lines * lineHeightRem}rem` }}
          >
            {block}
          </pre>
        ))}
      </section>
    </div>
  )
}

function toBlocks(text: string) {
  const lines = text.split('\n')
  return Array.from({ length: Math.ceil(lines.length / linesPerBlock) }, (_, index) => {
    const block = lines.slice(index * linesPerBlock, (index + 1) * linesPerBlock)
    return { from: index * linesPerBlock, lines: block.length, text: block.join('\n') }
  })
}
