/** An account number as it is compared: `ES91 2100 …` is `ES912100…`. */
export const toAccount = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** By its form and its check digits (ISO 13616): one misread digit is always noticed. */
export function isIban(account: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(account)) return false
  const moved = account.slice(4) + account.slice(0, 4)
  const digits = moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  let rest = 0
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

type Pair = { account: string; other: string }

/** Country, check digits and end of an account: so much of it as tells it from the other. */
export function maskAccount({ account, other }: Pair): string {
  const head = /^[A-Z]{2}\d{2}/.exec(account)?.[0] ?? ''
  const most = account.length - head.length
  let shown = Math.min(4, most)
  while (
    shown < most &&
    account.endsWith(other.slice(-shown)) &&
    account.startsWith(other.slice(0, head.length))
  ) {
    shown += 1
  }
  const tail = account.slice(account.length - shown)
  return shown < most ? [head, '••••', tail].filter(Boolean).join(' ') : account
}
