'use client'

import { CircleAlert, TriangleAlert } from 'lucide-react'
import type { WorksheetError } from '#engine/worksheet/worksheet.ts'
import { InlineCode } from './inline-code.tsx'

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1) + (/[.?!]$/.test(text) ? '' : '.')

/** What is wrong and how to mend it, line by line. Announced politely; each entry goes to its place. */
export function ProblemList({
  id,
  errors,
  warnings,
  onGo,
}: {
  id: string
  errors: readonly WorksheetError[]
  warnings: readonly WorksheetError[]
  onGo: (line: number, column: number) => void
}) {
  const problems = [
    ...errors.map(problem => ({ problem, bad: true })),
    ...warnings.map(problem => ({ problem, bad: false })),
  ].sort((a, b) => a.problem.line - b.problem.line)
  return (
    <ul
      id={id}
      aria-live="polite"
      aria-label="Problems in the worksheet"
      className={problems.length > 0 ? 'border-t border-line px-1 py-1' : ''}
    >
      {problems.map(({ problem, bad }) => (
        <li key={`${problem.line}:${problem.column}:${problem.message}`}>
          <button
            type="button"
            className="flex w-full items-start gap-2 rounded-md px-2 py-1 text-left text-sm text-ink hover:bg-sunken"
            onClick={() => onGo(problem.line, problem.column)}
          >
            {bad ? (
              <CircleAlert aria-label="Error" className="mt-0.5 size-4 shrink-0 text-bad" />
            ) : (
              <TriangleAlert aria-label="Note" className="mt-0.5 size-4 shrink-0 text-attention" />
            )}
            <span className="min-w-0 break-words">
              <span className="text-quiet">Line {problem.line}:</span> <InlineCode text={sentence(problem.message)} />
              {problem.mend ? (
                <span className="text-quiet">
                  {' '}
                  <InlineCode text={sentence(problem.mend)} />
                </span>
              ) : null}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
