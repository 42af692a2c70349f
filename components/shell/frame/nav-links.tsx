'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { classNames } from '@/components/ui/class-names'
import type { Role } from '@/lib/people/roles'
import { useI18n } from '../i18n'
import { destinationsFor, isCurrent } from '../navigation'
import { ReviewCount } from './review-count'

type NavLinksProps = { role: Role; position: 'side' | 'bottom' }

const styles = {
  side: {
    list: 'flex flex-col gap-0.5',
    link: 'flex items-center gap-3 rounded-lg px-3 py-2 font-medium text-sm [&_svg]:size-4.5',
    current: 'bg-raised text-ink shadow-small [&_svg]:text-accent',
    count: 'ml-auto',
  },
  bottom: {
    list: 'flex justify-around',
    link: 'relative flex min-w-14 flex-col items-center gap-0.5 rounded-lg px-2 py-1.5 font-medium text-xs [&_svg]:size-5',
    current: 'text-accent',
    count: 'absolute top-0 left-[calc(50%+0.4rem)]',
  },
}

export function NavLinks({ role, position }: NavLinksProps) {
  const { t } = useI18n()
  const pathname = usePathname()
  const style = styles[position]
  return (
    <nav aria-label={t('nav.main')}>
      <ul className={style.list}>
        {destinationsFor(role).map((destination) => {
          const current = isCurrent({ destination, pathname })
          return (
            <li key={destination.path}>
              <Link
                href={destination.path}
                {...(current ? { 'aria-current': 'page' } : {})}
                className={classNames(
                  style.link,
                  'text-ink-soft transition-colors hover:text-ink',
                  current && style.current,
                )}
              >
                <destination.icon aria-hidden />
                <span>{t(destination.label)}</span>
                {destination.path === '/review' ? <ReviewCount className={style.count} /> : null}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
