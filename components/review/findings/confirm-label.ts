import type { MessageKey } from '@/lib/i18n/catalogues'

/** What a person says who finds a finding in order: what it is about decides. */
export function confirmLabel(code: string | null | undefined): MessageKey {
  if (code === 'invoice.again') return 'review.finding.not_again'
  return code === 'account.changed' ? 'review.finding.account_right' : 'review.queue.printed'
}
