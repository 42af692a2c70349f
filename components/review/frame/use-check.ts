'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { type ListedKey, useListedKeys } from '@/components/shell/keys/shortcut-list'
import { useShortcuts } from '@/components/shell/keys/use-shortcuts'
import { takeInDetail } from '@/components/shell/live/live-cache'
import { useWords } from '@/components/shell/words'
import { markChecked } from '@/lib/documents/queries'
import type { DocumentDetail } from '@/lib/documents/schema'
import { ReplyError } from '@/lib/http/fetch-json'

const listedKeys: ListedKey[] = [{ keys: 'Ctrl Enter', label: 'review.keys.check' }]

/** Says that the values of a document are in order; Ctrl+Enter says so and goes on to the next document. */
export function useCheck({ document, onNext }: { document: DocumentDetail; onNext: () => void }) {
  const { t } = useWords()
  const client = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: (checked: boolean) => markChecked({ id: document.id, checked }),
    onSuccess: (detail) => takeInDetail({ client, detail }),
    onError: (thrown) => toast.error(thrown instanceof ReplyError ? thrown.message : t('problem.offline')),
  })
  const canCheck = document.state === 'done' && document.result !== null
  useListedKeys(listedKeys)
  useShortcuts({
    'Mod+Enter': () => {
      if (canCheck && !document.checkedAt) mutate(true, { onSuccess: onNext })
      else onNext()
    },
  })
  return { canCheck, isBusy: isPending, mark: mutate }
}
