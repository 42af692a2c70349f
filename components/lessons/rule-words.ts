import type { Translate } from '@/lib/i18n/translate-messages'
import type { Rule } from '@/lib/lessons/rules/rule'
import { sampleOf } from '@/lib/lessons/rules/shape'

/** A rule as a person would tell it. */
export function describeRule({ rule, t }: { rule: Rule; t: Translate }): string {
  switch (rule.kind) {
    case 'alias':
      return t('lessons.rule.alias', { printed: rule.printed, to: rule.to })
    case 'label':
      return t(`lessons.rule.label_${rule.side}`, { label: rule.label })
    case 'place':
      return rule.anchor === null
        ? t(`lessons.rule.place_${rule.page}`)
        : t('lessons.rule.place_word', { anchor: rule.anchor })
    case 'constant':
      return rule.value === null
        ? t('lessons.rule.nothing')
        : t('lessons.rule.constant', { value: String(rule.value) })
    default:
      return describeReading({ rule, t })
  }
}

type ReadingRule = Extract<Rule, { kind: 'pattern' | 'format' }>

function describeReading({ rule: { kind, read }, t }: { rule: ReadingRule; t: Translate }): string {
  if (read.as === 'date')
    return t(read.order === 'day-first' ? 'lessons.rule.day_first' : 'lessons.rule.month_first')
  if (read.as === 'amount') return t(read.mark === ',' ? 'lessons.rule.comma' : 'lessons.rule.point')
  return t(`lessons.rule.${kind}`, { sample: sampleOf(read.shape ?? '') })
}
