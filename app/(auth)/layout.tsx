import type { ReactNode } from 'react'
import { LanguageSwitch } from '@/components/auth/language-switch'
import { Wordmark } from '@/components/shell/frame/logo'
import { Panel } from '@/components/ui/panel'
import { pageTranslate } from '@/lib/i18n/page'

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const t = await pageTranslate()
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-md flex-col px-4 py-8 sm:py-14">
      <header className="flex items-center justify-between gap-4">
        <Wordmark />
        <LanguageSwitch />
      </header>
      <main className="flex grow flex-col justify-center py-10">
        <Panel className="px-6 py-8 sm:px-8">{children}</Panel>
        <p className="mt-5 text-center text-ink-faint text-sm">{t('app.description')}</p>
      </main>
    </div>
  )
}
