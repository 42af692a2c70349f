import { z } from 'zod'
import { getBatch } from '@/lib/documents/batches/batches'
import { receiptSheet } from '@/lib/documents/batches/receipt-sheet'
import { organisationTimeZone } from '@/lib/env'
import { handleRoute } from '@/lib/http/handle-route'
import { tableDownload } from '@/lib/http/table-download'
import { requestLocale, requestTranslate } from '@/lib/i18n/request'
import { tableFormatSchema } from '@/lib/table/formats'

const querySchema = z.object({ format: tableFormatSchema })

export const GET = handleRoute(
  { access: 'documents', params: ['batchId'], query: querySchema },
  async ({ user, request, params, query }) => {
    const t = requestTranslate(request)
    const batch = await getBatch({ user, id: params.batchId, t })
    const name = `${t('batch.file')}-${batch.begunAt.slice(0, 10)}-${batch.id.slice(0, 8)}`
    const sheets = [receiptSheet({ batch, t, timeZone: organisationTimeZone() })]
    return tableDownload({ format: query.format, name, locale: requestLocale(request), sheets })
  },
)
