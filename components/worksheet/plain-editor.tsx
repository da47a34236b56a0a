'use client'

import type { Ref } from 'react'
import type { Worksheet } from '#engine/worksheet/worksheet.ts'

/**
 * The worksheet as a plain text area with its answers beside it: what stands before the editor is loaded, and where it
 * cannot be loaded. Line by line at the same height as the editor, so that nothing moves when that takes its place.
 */
export function PlainEditor({
  value,
  sheet,
  label,
  describedBy,
  readOnly,
  rows,
  onChange,
  ref,
}: {
  value: string
  sheet: Worksheet
  label: string
  describedBy: string
  readOnly: boolean
  rows: number
  onChange: (value: string) => void
  ref: Ref<HTMLTextAreaElement>
}) {
  return (
    <div className="flex font-mono text-[0.9rem] leading-6">
      <textarea
        ref={ref}
        className="min-w-0 flex-1 resize-none overflow-x-auto bg-transparent px-3 py-2 whitespace-pre text-ink"
        aria-label={label}
        aria-describedby={describedBy}
        value={value}
        rows={rows}
        readOnly={readOnly}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        wrap="off"
        onChange={event => onChange(event.target.value)}
      />
      <div aria-hidden className="max-w-[45%] shrink-0 overflow-hidden py-2 pr-3 text-right font-semibold text-ink">
        {sheet.lines.map(line => (
          <div key={line.line} className="h-6 truncate">
            {line.text ?? ''}
          </div>
        ))}
      </div>
    </div>
  )
}
