'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { stepsQuery } from '@/lib/steps/queries'
import type { Step } from '@/lib/steps/schema'
import type { UploadOptions } from '../transfer/upload-item'

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
  /** What goes with files dropped now; waits for the steps where they are still loading. */
  readOptions: () => Promise<UploadOptions>
}

/** Which step the next files go to (remembered in this browser) and what is sent along with them. */
export function useUploadOptions(): UploadChoices {
  const client = useQueryClient()
  const { data, status } = useQuery(stepsQuery)
  const [chosen, setChosen] = useState<string | null>(null)
  const [details, setDetails] = useState<DetailLine[]>([])
  useEffect(() => setChosen(storedStep()), [])
  const chooseStep = useCallback((id: string) => {
    setChosen(id)
    try {
      localStorage.setItem(stepItem, id)
    } catch {
      // The browser has no room for it, or forbids it: it holds for this page.
    }
  }, [])
  return useMemo(() => {
    const steps = data?.steps ?? []
    const readOptions = async () => {
      const loaded = await client.ensureQueryData(stepsQuery).catch(() => ({ steps }))
      const step = pickStep({ steps: loaded.steps, chosen: chosen ?? storedStep() })
      return { stepId: step?.id ?? '', metadata: toMetadata(details) }
    }
    return { steps, status, step: pickStep({ steps, chosen }), chooseStep, details, setDetails, readOptions }
  }, [client, data, status, chosen, chooseStep, details])
}

/** Lines without a name say nothing; of two with the same name the later counts. */
export function toMetadata(details: readonly DetailLine[]): Record<string, string> {
  const named = details.map(({ name, value }) => [name.trim(), value.trim()]).filter(([name]) => name)
  return Object.fromEntries(named)
}

function pickStep({ steps, chosen }: { steps: Step[]; chosen: string | null }): Step | undefined {
  return steps.find(({ id }) => id === chosen) ?? steps[0]
}

function storedStep(): string | null {
  try {
    return localStorage.getItem(stepItem)
  } catch {
    return null
  }
}
