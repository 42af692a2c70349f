'use client'

import { useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { Button } from '@/components/ui/controls/button'
import { CopyButton } from '@/components/ui/controls/copy-button'
import { FieldFindings } from '../findings/field-findings'
import type { ResultValue } from '../result/result-tree'
import { plainValue } from '../result/value-text'
import { useValueEntry } from './use-value-entry'
import { ValueDisplay } from './value-display'
import { EditButton, ValueEditor } from './value-editor'

const longFrom = 200

/** Label, value, page of one field, and what can be done to it. */
export function ValueLine({ value, keysShown }: { value: ResultValue; keysShown: boolean }) {
  const { t } = useI18n()
  const entry = useValueEntry({ value })
  const isLong = typeof value.value === 'string' && value.value.length > longFrom
  return (
    <div
      data-holder
      data-path={value.path}
      className={classNames(
        'group grid gap-x-4 px-4 py-1.5 text-sm hover:bg-sunken/40 sm:px-5',
        isLong
          ? 'grid-cols-[minmax(0,1fr)_auto]'
          : 'grid-cols-[minmax(0,2fr)_minmax(0,3fr)_5.5rem] items-start sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_7rem]',
      )}
    >
      <dt
        className="hyphens-auto break-words py-0.5 text-ink-soft"
        title={t('review.value.key', { key: value.path })}
      >
        <span>{value.label}</span>
        {keysShown ? <code className="block break-all text-ink-faint text-xs">{value.path}</code> : null}
      </dt>
      <dd className={classNames('min-w-0 py-0.5', isLong && 'order-last col-span-2')}>
        {entry.isOpen ? (
          <ValueEditor value={value} entry={entry} />
        ) : isLong ? (
          <LongText value={value} />
        ) : (
          <ValueDisplay value={value} className="figures font-medium" />
        )}
      </dd>
      <dd className="flex items-center justify-end self-start">
        {value.evidence ? (
          <span className="figures whitespace-nowrap pr-1 text-ink-faint text-xs">
            {t('review.value.page', { page: value.evidence.page })}
          </span>
        ) : null}
        <EditButton label={value.label} entry={entry} className={onDemand} />
        <CopyButton
          text={plainValue(value.value)}
          label={t('review.value.copy', { label: value.label })}
          copiedLabel={t('common.copied')}
          disabled={value.value === null}
          className={classNames(onDemand, 'disabled:invisible pointer-coarse:hidden')}
        />
      </dd>
      <dd className="order-last col-span-full empty:hidden">
        <FieldFindings path={value.path} className="mt-1" />
      </dd>
    </div>
  )
}

const onDemand =
  'size-7 opacity-0 focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100'

/** Text of many lines, cut until asked for. */
function LongText({ value }: { value: ResultValue }) {
  const { t } = useI18n()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <div className={classNames('leading-relaxed', !isOpen && 'line-clamp-6')}>
        <ValueDisplay value={value} />
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
