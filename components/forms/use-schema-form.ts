'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { type DefaultValues, type FieldValues, type Path, type PathValue, useForm } from 'react-hook-form'
import type { z } from 'zod'
import type { MessageKey } from '@/lib/i18n/catalogues'
import { useI18n } from '../shell/i18n'

type SchemaForm<Input extends FieldValues, Output> = {
  schema: z.ZodType<Output, Input>
  /** What is said beside a field that does not fit the schema. */
  problems: { [Name in keyof Input]?: MessageKey }
  defaultValues?: DefaultValues<Input>
}

/** A form whose values are checked by `schema` before they are sent; the server's refusal goes to `errors.root`. */
export function useSchemaForm<Input extends FieldValues, Output>({
  schema,
  problems,
  defaultValues,
}: SchemaForm<Input, Output>) {
  const { t } = useI18n()
  const problemOf = (field: PropertyKey | undefined) => {
    const problem = problems[field as keyof Input]
    return problem && t(problem)
  }
  const form = useForm<Input, unknown, Output>({
    ...(defaultValues ? { defaultValues } : {}),
    resolver: zodResolver(schema, { error: ({ path }) => problemOf(path?.[0]) }),
  })
  /** As that of react-hook-form, which would put the default in the place of what was typed before the scripts came. */
  const register = <Name extends Path<Input>>(name: Name) => {
    const field = form.register(name)
    const ref = (input: HTMLInputElement | null) => {
      const typed = input?.value
      field.ref(input)
      if (typed && form.getValues(name) !== typed) form.setValue(name, typed as PathValue<Input, Name>)
    }
    return { ...field, ref }
  }
  return { ...form, register }
}
