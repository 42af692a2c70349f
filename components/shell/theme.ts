export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
export const themeCookie = 'intray_theme'

export function isTheme(text: string | undefined): text is Theme {
  return themes.includes(text as Theme)
}
