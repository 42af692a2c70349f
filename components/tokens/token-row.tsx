'use client'

import { useState } from 'react'
import { SaveProblem } from '@/components/forms/save-problem'
import { useChange } from '@/components/forms/use-change'
import { useI18n } from '@/components/shell/i18n'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/controls/button'
import { ConfirmDialog } from '@/components/ui/controls/confirm-dialog'
import { revokeToken, rotateToken, tokensKey } from '@/lib/people/tokens/queries'
import type { AccessToken } from '@/lib/people/tokens/schema'
import { TokenSecret } from './token-secret'

const overlapDays = 7

type TokenRowProps = { token: AccessToken; isOfOthers: boolean }

/** What a token may, when it was used, and its end: a new secret for one's own, or none at all. */
export function TokenRow({ token, isOfOthers }: TokenRowProps) {
  const { t } = useI18n()
  const [isAsking, setAsking] = useState<'renew' | 'revoke' | null>(null)
  const revoke = useChange({ queryKey: tokensKey, send: revokeToken })
  const renew = useChange({ queryKey: tokensKey, send: rotateToken })
  const { id, name } = token
  const isPending = revoke.isPending || renew.isPending
  const close = (open: boolean) => setAsking((asked) => (open ? asked : null))
  return (
    <li className="flex flex-col gap-2 px-5 py-3 sm:px-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <TokenFacts token={token} isOfOthers={isOfOthers} />
        <div className="flex gap-1">
          {isOfOthers ? null : (
            <Button
              variant="quiet"
              disabled={isPending}
              aria-label={t('tokens.renew_of', { name })}
              onClick={() => setAsking('renew')}
            >
              {t('tokens.renew')}
            </Button>
          )}
          <Button
            variant="quiet"
            disabled={isPending}
            aria-label={t('tokens.revoke_of', { name })}
            onClick={() => setAsking('revoke')}
          >
            {t('tokens.revoke')}
          </Button>
        </div>
      </div>
      {renew.data ? <TokenSecret created={renew.data} /> : null}
      <SaveProblem problem={revoke.problem ?? renew.problem} />
      <ConfirmDialog
        open={isAsking === 'revoke'}
        onOpenChange={close}
        title={t('tokens.revoke_question', { name })}
        description={t('tokens.revoke_text')}
        confirmLabel={t('tokens.revoke')}
        cancelLabel={t('common.cancel')}
        onConfirm={() => revoke.mutate(id)}
      />
      <ConfirmDialog
        open={isAsking === 'renew'}
        onOpenChange={close}
        tone="primary"
        title={t('tokens.renew_question', { name })}
        description={t('tokens.renew_text', { days: overlapDays })}
        confirmLabel={t('tokens.renew')}
        cancelLabel={t('common.cancel')}
        onConfirm={() => renew.mutate({ id, overlapDays })}
      />
    </li>
  )
}

function TokenFacts({ token, isOfOthers }: TokenRowProps) {
  const { t, format } = useI18n()
  const { expiresAt, lastUsedAt, monthlyPages } = token
  const isExpired = expiresAt !== null && Date.parse(expiresAt) <= Date.now()
  const facts = [
    isOfOthers ? token.person.name : null,
    token.abilities.map((ability) => t(`tokens.ability.${ability}`)).join(', '),
    token.steps ? t('tokens.steps_count', { count: token.steps.length }) : null,
    monthlyPages === null ? null : t('tokens.pages_per_month', { pages: monthlyPages }),
    lastUsedAt ? t('tokens.last_used', { when: format.dateTime(lastUsedAt) }) : t('tokens.never_used'),
    expiresAt ? t('tokens.expires', { when: format.dateTime(expiresAt) }) : t('tokens.never_expires'),
  ]
  return (
    <div className="min-w-48 flex-1">
      <p className="flex flex-wrap items-center gap-2 font-medium text-sm">
        <span className="break-all">{token.name}</span>
        <span className="font-mono font-normal text-ink-faint text-xs">{`…${token.last4}`}</span>
        {isExpired ? <Badge tone="attention">{t('tokens.expired')}</Badge> : null}
      </p>
      <p className="text-ink-soft text-sm">{facts.filter(Boolean).join(' · ')}</p>
    </div>
  )
}
