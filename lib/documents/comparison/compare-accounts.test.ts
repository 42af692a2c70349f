import { expect, test } from 'vitest'
import { isIban, maskAccount, toAccount } from '../invoice-keys/account-number'
import { type EarlierPaper, findAccountChange } from './compare-accounts'

const [old, other] = ['ES9121000418450200051332', 'DE89370400440532013000']

const paper = (account: string, known: Partial<EarlierPaper> = {}): EarlierPaper => ({
  account,
  documentId: 'doc_1',
  receivedAt: new Date('2026-11-03T10:00:00Z'),
  isAccountSure: true,
  isAccountVouched: false,
  accountUnlike: null,
  ...known,
})
const change = (
  account: string,
  earlier: EarlierPaper[],
  { isAccountSure = true, isVouchedElsewhere = false } = {},
) =>
  findAccountChange({ own: { account, isAccountSure }, earlier, isVouchedElsewhere })?.before.account ?? null

test('an account that none of the last papers had is another; one that some had is not', () => {
  expect(change(other, [paper(old)])).toBe(old)
  expect(change(other, [paper(old), paper(other)])).toBeNull()
  expect(change(other, [])).toBeNull()
})

test('papers whose own account was told and never vouched for, or read with doubt, prove nothing', () => {
  expect(change(other, [paper(other, { accountUnlike: 'doc_0' }), paper(old)])).toBe(old)
  expect(
    change(other, [paper(other, { accountUnlike: 'doc_0', isAccountVouched: true }), paper(old)]),
  ).toBeNull()
  expect(change(other, [paper(old, { isAccountSure: false })])).toBeNull()
  expect(change(other, [paper(old)], { isVouchedElsewhere: true })).toBeNull()
})

test('what is doubtful and no IBAN with right check digits raises nothing', () => {
  expect(change('DE89370400440532013001', [paper(old)], { isAccountSure: false })).toBeNull()
  expect(change(other, [paper(old)], { isAccountSure: false })).toBe(old)
})

test.each([
  ['ES91 2100 0418 4502 0005 1332', true],
  ['GB82 WEST 1234 5698 7654 32', true],
  ['ES91 2100 0418 4502 0005 1333', false],
  ['0049-1500-05-1234567892', false],
])('%s is an IBAN: %s', (text, expected) => {
  expect(isIban(toAccount(text))).toBe(expected)
})

test('of an account so much is shown as tells it from the other', () => {
  expect(maskAccount({ account: old, other })).toBe('ES91 •••• 1332')
  expect(maskAccount({ account: '004915001234567892', other: '004915009934567892' })).toBe('•••• 234567892')
  expect(maskAccount({ account: '123456', other: '654321' })).toBe('•••• 3456')
  expect(maskAccount({ account: '1234', other: '4321' })).toBe('1234')
})
