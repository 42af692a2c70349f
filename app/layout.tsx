import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { Providers } from '@/components/shell/providers'
import { organisationTimeZone } from '@/lib/env'
import { pageLocale, pageTranslate } from '@/lib/i18n/page'
import { isTheme, themeCookie } from '../components/shell/preferences'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageTranslate()
  return {
    title: { default: t('app.name'), template: `%s · ${t('app.name')}` },
    description: t('app.description'),
    robots: { index: false, follow: false },
  }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f4ef' },
    { media: '(prefers-color-scheme: dark)', color: '#141412' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await pageLocale()
  const theme = (await cookies()).get(themeCookie)?.value
  return (
    <html lang={locale} {...(isTheme(theme) && theme !== 'system' ? { 'data-theme': theme } : {})}>
      <body>
        <Providers locale={locale} timeZone={organisationTimeZone()}>
          {children}
        </Providers>
      </body>
    </html>
  )
}
