'use client'

import { isFaultKind } from '@/lib/docutray/fault-kinds'
import type { ConnectionTest } from '@/lib/settings/schema'
import { useI18n } from '../../shell/i18n'

/** What went wrong between the desk and the service in the last days, by kind, the latest first. */
export function FaultTable({ faults }: { faults: ConnectionTest['faults'] }) {
  const { t, format } = useI18n()
  return (
    <section>
      <h3 className="mb-1 text-sm">{t('settings.test.faults', { since: format.date(faults.since) })}</h3>
      {faults.kinds.length === 0 ? (
        <p className="text-ink-soft">{t('settings.test.no_faults')}</p>
      ) : (
        <table className="w-full text-left">
          <thead>
            <tr className="text-ink-faint text-xs">
              <th scope="col" className="py-1.5 pr-4 font-normal">
                {t('settings.test.fault.kind')}
              </th>
              <th scope="col" className="py-1.5 pr-4 text-right font-normal">
                {t('settings.test.fault.count')}
              </th>
              <th scope="col" className="py-1.5 font-normal">
                {t('settings.test.fault.last')}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y">
            {faults.kinds.map(({ code, count, lastAt, detail }) => (
              <tr key={code} className="align-top">
                <th scope="row" className="break-words py-2 pr-4 font-normal">
                  <span>{isFaultKind(code) ? t(`settings.fault.${code}`) : code}</span>
                  {detail ? <span className="block text-ink-faint">{detail}</span> : null}
                </th>
                <td className="figures py-2 pr-4 text-right">{format.number(count)}</td>
                <td className="figures py-2 sm:whitespace-nowrap">{format.dateTime(lastAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
