'use client'

import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { stepsQuery } from '@/lib/documents/queries'
import type { Step } from '@/lib/documents/schema'
import type { UploadOptions } from './upload-item'

const stepItem = 'intray.step'

/** One line of the details; the id only keeps React from mixing lines up. */
export type DetailLine = { id: number; name: string; value: string }

export type UploadChoices = {
  steps: Step[]
  status: 'pending' | 'error' | 'success'
  /** The chosen step, else the first; undefined while there is none. */
  step: Step | undefined
  chooseStep: (id: string) => void
  details: DetailLine[]
  setDetails: (details: DetailLine[]) => void
}

/** Which step the next files go to (remembered in this browser) and what is sent along with them. */
export function useUploadOptions(): UploadChoices {
  const { data, status } = useQuery(stepsQuery)
  const [chosen, setChosen] = useState<string | null>(null)
  const [details, setDetails] = useState<DetailLine[]>([])
  useEffect(() => setChosen(localStorage.getItem(stepItem)), [])
  const chooseStep = useCallback((id: string) => {
    localStorage.setItem(stepItem, id)
    setChosen(id)
  }, [])
  return useMemo(() => {
    const steps = data?.steps ?? []
    const step = steps.find(({ id }) => id === chosen) ?? steps[0]
    return { steps, status, step, chooseStep, details, setDetails }
  }, [data, status, chosen, chooseStep, details])
}

/** Lines without a name say nothing; of two with the same name the later counts. */
export function toUploadOptions({ step, details }: Pick<UploadChoices, 'step' | 'details'>): UploadOptions {
  const named = details.map(({ name, value }) => [name.trim(), value.trim()]).filter(([name]) => name)
  return { stepId: step?.id ?? '', metadata: Object.fromEntries(named) }
}
