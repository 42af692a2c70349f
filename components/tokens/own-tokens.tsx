'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import type { Role } from '@/lib/people/roles'
import type { AccessTokens } from '@/lib/people/tokens/schema'
import { NewToken } from './new-token'
import { TokenList } from './token-list'

/** The tokens of the person who looks, and the way to one more. */
export function OwnTokens({ initial, personRole }: { initial: AccessTokens; personRole: Role }) {
  const { t } = useI18n()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <TokenList initial={initial} />
      {isOpen ? (
        <NewToken personRole={personRole} />
      ) : (
        <div className="border-t px-5 py-3 sm:px-6">
          <Button onClick={() => setOpen(true)}>
            <Plus aria-hidden />
            <span>{t('tokens.new')}</span>
          </Button>
        </div>
      )}
    </>
  )
}
