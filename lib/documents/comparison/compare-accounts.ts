import { isIban, maskAccount } from '../invoice-keys/account-number'
import type { InvoiceKeys } from '../invoice-keys/invoice-keys'

export type EarlierPaper = Pick<InvoiceKeys, 'account' | 'isAccountSure' | 'isAccountVouched'> & {
  documentId: string
  receivedAt: Date
  /** The paper whose account it differed from when it came, unless a person vouched for it. */
  accountUnlike: string | null
}

type Compared = {
  own: Pick<InvoiceKeys, 'account' | 'isAccountSure'>
  /** Of the same supplier and received before, the newest first. */
  earlier: EarlierPaper[]
  /** A person vouched for this account on another paper of the supplier. */
  isVouchedElsewhere: boolean
}

export type AccountChange = {
  before: EarlierPaper
  account: string
  masked: { account: string; before: string }
}

/**
 * The last paper of a supplier whose account was another, where this one's account has not been seen. What is uncertain
 * raises nothing against what is certain, but an IBAN whose check digits are right is no misread digit.
 */
export function findAccountChange({ own, earlier, isVouchedElsewhere }: Compared): AccountChange | null {
  const { account } = own
  if (!account || isVouchedElsewhere || !(own.isAccountSure || isIban(account))) return null
  const trusted = earlier.filter(
    (paper) => paper.account && (paper.isAccountVouched || (paper.isAccountSure && !paper.accountUnlike)),
  )
  const [before] = trusted
  if (!before?.account || trusted.some((paper) => paper.account === account)) return null
  return {
    before,
    account,
    masked: {
      account: maskAccount({ account, other: before.account }),
      before: maskAccount({ account: before.account, other: account }),
    },
  }
}
