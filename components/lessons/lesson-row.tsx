'use client'

import Link from 'next/link'
import { useState } from 'react'
import { SaveProblem } from '@/components/forms/save-problem'
import { useChange } from '@/components/forms/use-change'
import { useI18n } from '@/components/shell/i18n'
import { Badge, type Tone } from '@/components/ui/badge'
import { Button } from '@/components/ui/controls/button'
import { ConfirmDialog } from '@/components/ui/controls/confirm-dialog'
import { Switch } from '@/components/ui/controls/switch'
import { documentPaths } from '@/lib/documents/queries'
import { forgetLessons, lessonsQuery, switchLesson } from '@/lib/lessons/queries'
import type { Lesson } from '@/lib/lessons/schema'
import { describeRule } from './rule-words'

type LessonRowProps = { lesson: Lesson; supplier: string }

/** One rule in words, the documents that taught it and its record; it can be switched off and forgotten. */
export function LessonRow({ lesson, supplier }: LessonRowProps) {
  const { t, locale } = useI18n()
  const [isAsking, setAsking] = useState(false)
  const turn = useChange({ queryKey: lessonsQuery.queryKey, send: switchLesson })
  const forget = useChange({ queryKey: lessonsQuery.queryKey, send: forgetLessons })
  const field = lesson.label[locale]
  const named = { field, name: supplier }
  const enabled = turn.isPending ? turn.variables.enabled : lesson.state !== 'off'
  return (
    <li className="flex flex-col gap-1 px-5 py-2.5 sm:px-6">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-56 flex-1 text-sm">
          <p className="flex flex-wrap items-center gap-x-2">
            <span className="font-medium">{field}</span>
            <Badge tone={tones[lesson.state]}>{t(`lessons.state.${lesson.state}`)}</Badge>
          </p>
          <p className="break-words">{describeRule({ rule: lesson.rule, t })}</p>
          <LessonRecord lesson={lesson} />
        </div>
        <div className="flex items-center gap-2">
          <Switch
            aria-label={t('lessons.switch', named)}
            checked={enabled}
            disabled={turn.isPending}
            onCheckedChange={(next) => turn.mutate({ id: lesson.id, enabled: next })}
          />
          <Button
            variant="quiet"
            size="small"
            disabled={forget.isPending}
            aria-label={t('lessons.forget_of', named)}
            onClick={() => setAsking(true)}
          >
            {t('lessons.forget')}
          </Button>
        </div>
      </div>
      <SaveProblem problem={turn.problem ?? forget.problem} />
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('lessons.forget_question', named)}
        description={t('lessons.forget_text')}
        confirmLabel={t('lessons.forget')}
        cancelLabel={t('common.cancel')}
        onConfirm={() => forget.mutate({ lesson: lesson.id })}
      />
    </li>
  )
}

const tones: Record<Lesson['state'], Tone> = {
  active: 'good',
  proposed: 'neutral',
  resting: 'attention',
  off: 'neutral',
}

/** How it did, and the documents that taught it. */
function LessonRecord({ lesson }: { lesson: Lesson }) {
  const { t, format } = useI18n()
  const number = format.number
  const { tried, right, answeredRight, used, usedRight, documents } = lesson
  const record = [
    t('lessons.record', { right: number(right), tried: number(tried), count: tried }),
    t('lessons.record_without', { answered: number(answeredRight) }),
    used > 0 ? t('lessons.used', { used: number(used), right: number(usedRight), count: used }) : null,
  ]
  return (
    <div className="text-ink-soft text-xs">
      <p className="figures">{record.filter(Boolean).join(' · ')}</p>
      <details>
        <summary className="min-h-7 w-fit cursor-pointer content-center rounded">
          {t('lessons.from', { count: documents.length, number: number(documents.length) })}
        </summary>
        <ul className="flex flex-col">
          {documents.map(({ id, name }) => (
            <li key={id}>
              {name === null ? (
                <span>{t('lessons.document_removed')}</span>
              ) : (
                <Link
                  href={documentPaths.page(id)}
                  className="inline-flex min-h-7 items-center break-all text-accent underline"
                >
                  {name}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}
