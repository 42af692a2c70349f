'use client'

import { useI18n } from '@/components/shell/i18n'
import { CopyButton } from '@/components/ui/controls/copy-button'
import { Notice } from '@/components/ui/notice'
import type { CreatedToken } from '@/lib/people/tokens/schema'

/** The secret of a token just made, to be copied now. */
export function TokenSecret({ created }: { created: CreatedToken }) {
  const { t } = useI18n()
  return (
    <Notice
      tone="good"
      title={t('tokens.secret', { name: created.name })}
      actions={<CopyButton text={created.token} label={t('tokens.copy')} copiedLabel={t('common.copied')} />}
    >
      <p className="break-all font-mono text-ink text-xs">{created.token}</p>
      <p className="mt-1">{t('tokens.secret_hint')}</p>
    </Notice>
  )
}
