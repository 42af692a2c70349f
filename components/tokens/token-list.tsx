'use client'

import { useQuery } from '@tanstack/react-query'
import { useI18n } from '@/components/shell/i18n'
import { tokensQuery } from '@/lib/people/tokens/queries'
import type { AccessTokens } from '@/lib/people/tokens/schema'
import { TokenRow } from './token-row'

type TokenListProps = { initial: AccessTokens; all?: boolean }

/** The tokens that are not revoked: one's own, or with `all` everybody's. */
export function TokenList({ initial, all = false }: TokenListProps) {
  const { t } = useI18n()
  const { data } = useQuery({ ...tokensQuery({ all }), initialData: initial })
  const tokens = data.tokens.filter(({ revokedAt }) => revokedAt === null)
  if (tokens.length === 0)
    return <p className="px-5 py-4 text-ink-soft text-sm sm:px-6">{t('tokens.none')}</p>
  return (
    <ul className="divide-y">
      {tokens.map((token) => (
        <TokenRow key={token.id} token={token} isOfOthers={all} />
      ))}
    </ul>
  )
}
