'use client'

import { RotateCcw } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { evaluateWorksheet } from '#engine/worksheet/worksheet.ts'
import { Button } from '../ui/button.tsx'
import { InlineCode } from './inline-code.tsx'
import { WorksheetEditor } from './worksheet-editor.tsx'
import { worksheetInWords } from './worksheet-words.ts'

/** A worksheet in a lesson, prefilled: change it, see the result in words, and put it back as it was. */
export function WorksheetEmbed({ source, label = 'Worksheet' }: { source: string; label?: string }) {
  const original = source.trim()
  const [value, setValue] = useState(original)
  const calm = useDeferredValue(value)
  const words = useMemo(() => worksheetInWords(evaluateWorksheet(calm)), [calm])
  return (
    <div className="my-4 min-w-0">
      <WorksheetEditor value={value} onChange={setValue} label={label} minLines={original.split('\n').length} />
      <div className="mt-1.5 flex flex-wrap items-center justify-between gap-2 text-sm">
        <p className="min-w-0 text-quiet">
          <InlineCode text={words} />
        </p>
        <Button variant="quiet" size="sm" disabled={value === original} onClick={() => setValue(original)}>
          <RotateCcw aria-hidden className="size-3.5" />
          Put it back as it was
        </Button>
      </div>
    </div>
  )
}
