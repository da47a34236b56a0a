'use client'

import type { ReactNode } from 'react'
import { LiveRunProvider } from '../simulation/live-run-context.tsx'
import { ScopeContext } from './cells.tsx'
import { mayRun } from './run-design.tsx'
import type { PanelProps, Scope } from './workspace-types.ts'

/** What every part of a sitting shares: the names that quantities may use, and the design as it runs. */
export function SittingContext({ props, given, children }: { props: PanelProps; given: Scope; children: ReactNode }) {
  const { submission, kinds, mode, scope } = props
  return (
    <ScopeContext value={scope}>
      <LiveRunProvider design={submission} kinds={kinds} given={given} allowed={mayRun(mode, submission)}>
        {children}
      </LiveRunProvider>
    </ScopeContext>
  )
}
