/** All numbers, sizes, dates and times for eyes, in one language and one named time zone. Pure: any runtime. */
export type Formatter = ReturnType<typeof createFormatter>

export function createFormatter({ locale, timeZone }: { locale: string; timeZone: string }) {
  const dateTime = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone, ...options })
    return (instant: Date | string) => format.format(new Date(instant))
  }
  const number = new Intl.NumberFormat(locale, { useGrouping: true, maximumFractionDigits: 20 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
  const monthFormat = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' })
  const dayFormat = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' })
  const shortMonthFormat = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short' })

  return {
    locale,
    timeZone,
    /** The zone's city, for `… (Santiago time)`; `UTC` as it is. */
    zone: timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' '),
    number: (value: number) => number.format(value),
    /** `ratio` 0–1. */
    percent: (ratio: number) => percent.format(ratio),
    bytes: (bytes: number) => formatBytes({ bytes, locale }),
    date: dateTime({ dateStyle: 'medium' }),
    /** Day and month, where the year is clear. */
    dayOfYear: dateTime({ day: 'numeric', month: 'short' }),
    time: dateTime({ timeStyle: 'medium' }),
    dateTime: dateTime({ dateStyle: 'medium', timeStyle: 'short' }),
    /** With seconds and the zone's name: for tooltips and receipts. */
    exactTime: dateTime({
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZoneName: 'short',
    }),
    /**
     * An amount in a currency (ISO 4217 code, null where unknown), with that currency's decimals and never fewer than
     * the value has.
     */
    money: (amount: { amount: number; currency: string | null }) => formatMoney({ ...amount, locale }),
    /** The same without the sign of the currency, where that is clear. */
    figure: (amount: { amount: number; currency: string | null }) => formatFigure({ ...amount, locale }),
    /** A calendar day `YYYY-MM-DD`, the same day in every time zone. */
    day: (isoDay: string) => dayFormat.format(new Date(`${isoDay}T00:00:00Z`)),
    /** A calendar month, `month` 1–12. */
    month: ({ year, month }: { year: number; month: number }) =>
      monthFormat.format(Date.UTC(year, month - 1, 1)),
    shortMonth: ({ year, month }: { year: number; month: number }) =>
      shortMonthFormat.format(Date.UTC(year, month - 1, 1)),
    ago: (instant: Date | string, now: Date) =>
      formatAgo({ relative, seconds: (new Date(instant).getTime() - now.getTime()) / 1000 }),
    duration: (ms: number) => formatDuration({ ms, locale }),
    /** Whole seconds, from two minutes on whole minutes, rounded outwards: `12–25 sec`. */
    durationRange: (range: { fromMs: number; toMs: number }) => formatDurationRange({ ...range, locale }),
  }
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** Decimal units: 1 kB = 1,000 bytes, as file managers show them. */
function formatBytes({ bytes, locale }: { bytes: number; locale: string }): string {
  const power = bytes < 1 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  const unit = byteUnits[power] ?? 'byte'
  const maximumFractionDigits = power === 0 || value >= 100 ? 0 : 1
  // The short form of bytes has no plural.
  const unitDisplay = power === 0 ? 'long' : 'short'
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits }).format(
    value,
  )
}

type Money = { amount: number; currency: string | null; locale: string }

function formatMoney({ amount, currency, locale }: Money): string {
  // In Spanish four digits would else stay ungrouped, beside five that are not.
  const style: Intl.NumberFormatOptions = {
    useGrouping: true,
    ...(currency ? { style: 'currency', currency } : {}),
  }
  const fractional = Number.isInteger(amount) ? 0 : 2
  const usual = currency
    ? new Intl.NumberFormat(locale, style).resolvedOptions().maximumFractionDigits
    : fractional
  const decimals = String(amount).split('.')[1]?.length ?? 0
  const minimumFractionDigits = usual ?? fractional
  const maximumFractionDigits = Math.min(20, Math.max(minimumFractionDigits, decimals))
  return new Intl.NumberFormat(locale, { ...style, minimumFractionDigits, maximumFractionDigits }).format(
    amount,
  )
}

function formatFigure({ amount, currency, locale }: Money): string {
  const decimals = currency
    ? new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits
    : undefined
  const minimumFractionDigits = decimals ?? (Number.isInteger(amount) ? 0 : 2)
  const options = { useGrouping: true, minimumFractionDigits, maximumFractionDigits: 20 }
  return new Intl.NumberFormat(locale, options).format(amount)
}

function formatAgo({ relative, seconds }: { relative: Intl.RelativeTimeFormat; seconds: number }): string {
  const size = Math.abs(seconds)
  if (size < 60) return relative.format(Math.round(seconds), 'second')
  if (size < 3600) return relative.format(Math.round(seconds / 60), 'minute')
  if (size < 86_400) return relative.format(Math.round(seconds / 3600), 'hour')
  return relative.format(Math.round(seconds / 86_400), 'day')
}

/** Seconds below a minute (one decimal below ten), then minutes and seconds, then hours and minutes. */
function formatDuration({ ms, locale }: { ms: number; locale: string }): string {
  const unit = (value: number, name: string, digits = 0) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'narrow',
      maximumFractionDigits: digits,
    }).format(value)
  const seconds = ms / 1000
  if (seconds < 10) return unit(seconds, 'second', 1)
  const whole = Math.round(seconds)
  if (whole < 60) return unit(whole, 'second')
  if (whole < 3600) return `${unit(Math.floor(whole / 60), 'minute')} ${unit(whole % 60, 'second')}`
  return `${unit(Math.floor(whole / 3600), 'hour')} ${unit(Math.floor((whole % 3600) / 60), 'minute')}`
}

type DurationRange = { fromMs: number; toMs: number; locale: string }

function formatDurationRange({ fromMs, toMs, locale }: DurationRange): string {
  const isShort = toMs < 120_000
  const unitMs = isShort ? 1000 : 60_000
  const from = Math.max(1, Math.floor(fromMs / unitMs))
  const to = Math.max(from, Math.ceil(toMs / unitMs))
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: isShort ? 'second' : 'minute',
    unitDisplay: 'short',
  })
  return from === to ? format.format(to) : format.formatRange(from, to)
}
