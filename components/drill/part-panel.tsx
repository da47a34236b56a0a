import { memo, type ReactNode } from 'react'
import { ArchitecturePanel } from './panel-architecture.tsx'
import { DataPanel } from './panel-data.tsx'
import { DecisionsPanel } from './panel-decisions.tsx'
import { ApiPanel, EstimatesPanel, QuestionsPanel, RequirementsPanel } from './panels-first.tsx'
import {
  CostPanel,
  EvolutionPanel,
  FailuresPanel,
  OperationsPanel,
  OrganizationPanel,
  PredictionsPanel,
  SecurityPanel,
} from './panels-last.tsx'
import type { PartId } from './parts.ts'
import type { PanelProps, WorkspaceData } from './workspace-types.ts'

/** The fields of a part of the submission. */
export const PartPanel = memo(function PartPanel({
  part,
  props,
  run,
  onFact,
  onEnd,
}: {
  part: PartId
  props: PanelProps
  /** The running design, for the part that draws it. */
  run: ReactNode
  onFact: (fact: WorkspaceData['drill']['facts'][number]) => void
  /** Told when the sitting ends, where asking has brought the end closer. */
  onEnd: (endsAtMs: number) => void
}) {
  switch (part) {
    case 'requirements':
      return <RequirementsPanel {...props} />
    case 'questions':
      return <QuestionsPanel {...props} onFact={onFact} onEnd={onEnd} />
    case 'estimates':
      return <EstimatesPanel {...props} />
    case 'api':
      return <ApiPanel {...props} />
    case 'architecture':
      return <ArchitecturePanel {...props} run={run} />
    case 'data':
      return <DataPanel {...props} />
    case 'decisions':
      return <DecisionsPanel {...props} />
    case 'failures':
      return <FailuresPanel {...props} />
    case 'operations':
      return <OperationsPanel {...props} />
    case 'security':
      return <SecurityPanel {...props} />
    case 'cost':
      return <CostPanel {...props} />
    case 'evolution':
      return <EvolutionPanel {...props} />
    case 'organization':
      return <OrganizationPanel {...props} />
    case 'predictions':
      return <PredictionsPanel {...props} />
  }
})
