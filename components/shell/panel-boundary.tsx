'use client'

import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, type ReactNode } from 'react'
import { LoadProblem } from './load-problem'

/** A part of a page that may fail for itself: the others stay, and it can be tried again. */
export function PanelBoundary({ children }: { children: ReactNode }) {
  const { reset } = useQueryErrorResetBoundary()
  return <Boundary onRetry={reset}>{children}</Boundary>
}

type BoundaryProps = { onRetry: () => void; children: ReactNode }

class Boundary extends Component<BoundaryProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <LoadProblem
        error={error}
        onRetry={() => {
          this.props.onRetry()
          this.setState({ error: null })
        }}
      />
    )
  }
}
