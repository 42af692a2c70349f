'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect } from 'react'
import {
  type DefaultValues,
  type FieldValues,
  type Path,
  type PathValue,
  type UseFormReturn,
  useForm,
} from 'react-hook-form'
import { z } from 'zod'
import type { MessageKey } from '@/lib/i18n/catalogues'
import { useI18n } from '../shell/i18n'
import { readDraft, writeDraft } from './drafts'

type SchemaForm<Input extends FieldValues, Output> = {
  schema: z.ZodType<Output, Input>
  /** What is said beside a field that does not fit the schema. */
  problems: { [Name in keyof Input]?: MessageKey }
  defaultValues?: DefaultValues<Input>
  /** By which what is typed is kept until it is sent (see drafts). */
  draft?: string
}

/** A form whose values are checked by `schema` before they are sent; the server's refusal goes to `errors.root`. */
export function useSchemaForm<Input extends FieldValues, Output>({
  schema,
  problems,
  defaultValues,
  draft,
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
  useDraft({ form, draft })
  /** What is sent is no draft any more. */
  const handleSubmit: typeof form.handleSubmit = (onValid, onInvalid) =>
    form.handleSubmit((values, event) => {
      if (draft) writeDraft(draft, null)
      return onValid(values, event)
    }, onInvalid)
  return { ...form, register, handleSubmit }
}

type Drafted<Input extends FieldValues, Output> = {
  form: UseFormReturn<Input, unknown, Output>
  draft: string | undefined
}

function useDraft<Input extends FieldValues, Output>({ form, draft }: Drafted<Input, Output>): void {
  const { setValue, watch, getValues } = form
  useEffect(() => {
    if (!draft) return
    const kept = readKept(draft)
    for (const [name, value] of Object.entries(kept))
      setValue(name as Path<Input>, value as PathValue<Input, Path<Input>>, { shouldDirty: true })
    const { unsubscribe } = watch((_, { name, type }) => {
      if (type === 'change') writeDraft(draft, JSON.stringify(getValues()))
      else if (!name) writeDraft(draft, null)
    })
    return unsubscribe
  }, [draft, setValue, watch, getValues])
}

function readKept(draft: string): Record<string, unknown> {
  const kept = z.record(z.string(), z.unknown()).safeParse(JSON.parse(readDraft(draft) ?? '{}'))
  return kept.success ? kept.data : {}
}
