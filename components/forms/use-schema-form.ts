'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { type DefaultValues, type FieldValues, useForm } from 'react-hook-form'
import type { z } from 'zod'
import type { MessageKey } from '@/lib/i18n/catalogues'
import { useI18n } from '../shell/i18n'

type SchemaForm<Input extends FieldValues, Output> = {
  schema: z.ZodType<Output, Input>
  /** What is said beside a field that does not fit the schema. */
  problems: { [Name in keyof Input]?: MessageKey }
  /** Only for fields that begin filled: any default takes away what was typed before the scripts came. */
  defaultValues?: DefaultValues<Input>
}

/** A form whose values are checked by `schema` before they are sent; the server's refusal goes to `errors.root`. */
export function useSchemaForm<Input extends FieldValues, Output>(form: SchemaForm<Input, Output>) {
  const { t } = useI18n()
  const { schema, problems, defaultValues } = form
  const textOf = (field: PropertyKey | undefined) => {
    const problem = problems[field as keyof Input]
    return problem && t(problem)
  }
  return useForm<Input, unknown, Output>({
    ...(defaultValues ? { defaultValues } : {}),
    resolver: zodResolver(schema, { error: ({ path }) => textOf(path?.[0]) }),
  })
}
