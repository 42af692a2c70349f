import type { MessageList } from './processed-document'

/** What the checks can say about values; the desk has words of its own for each. */
export type FindingCode =
  | 'values.none'
  | 'required.missing'
  | 'type.mismatch'
  | 'format.mismatch'
  | 'pattern.mismatch'
  | 'choice.mismatch'
  | 'range.mismatch'
  | 'totals.mismatch'
  | 'lines.mismatch'
  | 'due_date.early'
  | 'iban.check_digits'
  | 'tax_id.check_digits'
  | 'file.several_documents'
  | 'file.portfolio'
  | 'file.dynamic_form'
  | 'text.unreadable'
  | 'print.too_small'

/** An error keeps a document from being used as it is; a warning asks for a look. */
export type Finding = {
  severity: 'error' | 'warning'
  code: FindingCode
  fields: string[]
  /** What the words need besides. */
  values: { [name: string]: string | number }
  /** The same in English, as `validation` says it. */
  message: string
}

export type Validation = { errors: MessageList; warnings: MessageList }

/** The contract's form of what the checks found: messages and their number. */
export function toValidation(findings: Finding[]): Validation {
  const of = (severity: Finding['severity']): MessageList => {
    const messages = findings.filter((finding) => finding.severity === severity).map(({ message }) => message)
    return { count: messages.length, messages }
  }
  return { errors: of('error'), warnings: of('warning') }
}

export function isOfFile({ code }: Finding): boolean {
  return /^(?:file|text|print)\./.test(code)
}

/**
 * The data with its findings in `_validation`, in a form that programs can put into any language. A document without
 * any value has nothing beside it either, but for what is to be said of its file.
 */
export function withFindings({
  data,
  findings,
}: {
  data: Record<string, unknown>
  findings: Finding[]
}): Record<string, unknown> {
  const hasValues = Object.keys(data).some((key) => !key.startsWith('_'))
  const isShown = hasValues ? findings.length > 0 : findings.some(isOfFile)
  return isShown ? { ...data, _validation: findings } : data
}
