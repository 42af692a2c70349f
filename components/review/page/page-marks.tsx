'use client'

import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { type Mark, type Rotation, rotateBox } from './page-view'

type PageMarksProps = {
  marks: Mark[]
  rotation: Rotation
  activePath: string | null
  /** Shows every place, each leading to its value; else only the one looked at. */
  /** Darkens the page around the place looked at. */
  isDimmed?: boolean
  showAll: boolean
  onChoose: (path: string) => void
}

/** The shadow reaches over the whole page; what lies around the page cuts it off. */
const dimmed = 'border-2 border-[#0d5c54] mix-blend-normal shadow-[0_0_0_200rem_rgb(0_0_0/0.45)]'

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
  const shown = marks.filter(({ path }) => showAll || path === activePath)
  return shown.map(({ path, label, text, evidence }) => {
    const [x, y, width, height] = rotateBox({ box: evidence.box, rotation })
    const isActive = path === activePath
    const position = {
      left: `calc(${x * 100}% - 3px)`,
      top: `calc(${y * 100}% - 2px)`,
      width: `calc(${width * 100}% + 6px)`,
      height: `calc(${height * 100}% + 4px)`,
    }
    const look = classNames(
      'absolute rounded-[3px] border mix-blend-multiply transition-colors',
      isActive && isDimmed
        ? dimmed
        : isActive
          ? 'border-[#0d5c54] bg-[#0d5c54]/20 shadow-[0_0_0_1px_#0d5c54]'
          : 'border-[#0d5c54]/50 bg-[#0d5c54]/8',
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
