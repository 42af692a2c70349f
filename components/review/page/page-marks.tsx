'use client'

import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { type Mark, type Rotation, rotateBox } from './page-view'

type PageMarksProps = {
  marks: Mark[]
  rotation: Rotation
  activePath: string | null
  /** Darkens the page around the place looked at. */
  isDimmed?: boolean
  /** Shows every place, each leading to its value; else only the one looked at. */
  showAll: boolean
  onChoose: (path: string) => void
}

const looks = {
  shown: 'border-[#0d5c54]/50 bg-[#0d5c54]/8',
  active: 'border-[#0d5c54] bg-[#0d5c54]/20 shadow-[0_0_0_1px_#0d5c54]',
  /** The shadow reaches over the whole page; what lies around the page cuts it off. */
  dimming: 'border-2 border-[#0d5c54] mix-blend-normal shadow-[0_0_0_200rem_rgb(0_0_0/0.45)]',
}

/**
 * Draws over one page where its values were read. For the mouse only: each value's own button, which the keyboard
 * reaches, shows the same place.
 */
export function PageMarks({
  marks,
  rotation,
  activePath,
  isDimmed = false,
  showAll,
  onChoose,
}: PageMarksProps) {
  const { t } = useI18n()
  const activeLook = isDimmed ? 'dimming' : 'active'
  const shown = marks.filter(({ path }) => showAll || path === activePath)
  return shown.map(({ path, label, text, evidence }) => {
    const [x, y, width, height] = rotateBox({ box: evidence.box, rotation })
    const position = {
      left: `calc(${x * 100}% - 3px)`,
      top: `calc(${y * 100}% - 2px)`,
      width: `calc(${width * 100}% + 6px)`,
      height: `calc(${height * 100}% + 4px)`,
    }
    const look = classNames(
      'absolute rounded-[3px] border mix-blend-multiply transition-colors',
      looks[path === activePath ? activeLook : 'shown'],
    )
    return (
      <span
        key={path}
        aria-hidden
        title={t('review.viewer.mark', { label, value: text })}
        style={position}
        className={classNames(look, showAll && 'pointer-events-auto cursor-pointer hover:bg-[#0d5c54]/25')}
        onClick={() => onChoose(path)}
      />
    )
  })
}
