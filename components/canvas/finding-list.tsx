'use client'

import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { GraphFinding } from '#engine/architecture/graph-rule.ts'

/** What is wrong with the drawing, each with its mend; choosing one selects the parts that it names. */
export function FindingList({
  findings,
  onSelect,
}: {
  findings: readonly GraphFinding[]
  onSelect: (parts: readonly string[]) => void
}) {
  if (findings.length === 0)
    return (
      <p className="mt-3 flex items-center gap-2 text-sm text-quiet">
        <CircleCheck aria-hidden className="size-4 text-good" />
        The ten checks of a drawing find nothing.
      </p>
    )
  return (
    <section aria-label="Findings" className="mt-3">
      <h3 className="mb-1 text-sm font-semibold">
        {findings.length} {findings.length === 1 ? 'finding' : 'findings'} in the drawing
      </h3>
      <ul className="divide-y divide-line text-sm">
        {findings.map(finding => (
          <li key={`${finding.rule} ${finding.parts.join()} ${finding.message}`} className="flex gap-2 py-1.5">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-attention" />
            <button type="button" className="text-left hover:underline" onClick={() => onSelect(finding.parts)}>
              {finding.message}: <span className="text-quiet">{finding.mend}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
