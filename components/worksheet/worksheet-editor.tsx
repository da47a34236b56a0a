'use client'

import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Quantity } from '#engine/quantity/quantity.ts'
import { evaluateWorksheet, type Worksheet } from '#engine/worksheet/worksheet.ts'
import type { CodeEditor } from './code-editor.ts'
import { PlainEditor } from './plain-editor.tsx'
import { ProblemList } from './problem-list.tsx'
import { useInView } from './use-in-view.ts'

export type WorksheetEditorProps = {
  readonly value: string
  readonly onChange?: ((value: string) => void) | undefined
  readonly label: string
  readonly readOnly?: boolean
  readonly minLines?: number
  readonly given?: Readonly<Record<string, Quantity>> | undefined
}

/** A line that is being typed is wrong for a moment; it is called wrong when the typing has paused. */
const PAUSE_MS = 500

const noChange = () => {}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0
  for (let n = 1; n < line; n++) {
    const end = text.indexOf('\n', start)
    if (end === -1) break
    start = end + 1
  }
  return Math.min(text.length, start + column - 1)
}

/** The sheet as it was when the typing last paused. */
function usePaused(sheet: Worksheet): Worksheet {
  const [paused, setPaused] = useState(sheet)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(sheet), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [sheet])
  return paused
}

/**
 * The worksheet: a line, its answer at its end. A plain text area with the answers beside it works at once; the editor with
 * colours, completion and underlines takes its place when it comes into view and has loaded. Tab moves on.
 */
export function WorksheetEditor({
  value,
  onChange = noChange,
  label,
  readOnly = false,
  minLines = 6,
  given,
}: WorksheetEditorProps) {
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const plain = useRef<HTMLTextAreaElement>(null)
  const editor = useRef<CodeEditor>(null)
  const [loaded, setLoaded] = useState(false)
  const near = useInView(frame)
  const calm = useDeferredValue(value)
  const sheet = useMemo(() => evaluateWorksheet(calm, given ? { given } : {}), [calm, given])
  const paused = usePaused(sheet)

  // Texts that the editor has told its owner of and that have not come back yet: an echo must not undo later typing.
  const pending = useRef<string[]>([])

  // What the editor needs at the moment it is made, without being made anew whenever that changes.
  const latest = useRef({ value, onChange, label, readOnly, minLines, given })
  useEffect(() => {
    latest.current = { value, onChange, label, readOnly, minLines, given }
  })

  useEffect(() => {
    if (!near) return
    let live = true
    import('./code-editor.ts').then(
      ({ mountCodeEditor }) => {
        if (!live || !host.current) return
        const area = plain.current
        const focused = area !== null && document.activeElement === area
        const start = latest.current
        editor.current = mountCodeEditor(host.current, {
          ...start,
          value: area?.value ?? start.value,
          describedBy: `${id}-problems`,
          onChange: text => {
            pending.current.push(text)
            latest.current.onChange(text)
          },
          ...(focused && { selection: [area.selectionStart, area.selectionEnd] as const }),
        })
        // At once, so that the two are never painted together.
        flushSync(() => setLoaded(true))
        if (focused) editor.current.focus()
      },
      // Without the editor the plain text area stays, which does the same.
      () => {},
    )
    return () => {
      live = false
      editor.current?.destroy()
      editor.current = null
      setLoaded(false)
    }
  }, [near, id])

  useEffect(() => {
    const echo = pending.current.indexOf(value)
    if (echo === -1) editor.current?.setValue(value)
    pending.current = echo === -1 ? [] : pending.current.slice(echo + 1)
  }, [value])
  useEffect(() => editor.current?.setGiven(given), [given])
  useEffect(() => editor.current?.setReadOnly(readOnly), [readOnly])
  useEffect(() => {
    if (loaded) editor.current?.showProblems(paused.errors, paused.warnings)
  }, [paused, loaded])

  const goTo = (line: number, column: number) => {
    if (editor.current) return editor.current.goTo(line, column)
    const at = offsetOf(value, line, column)
    plain.current?.focus()
    plain.current?.setSelectionRange(at, at)
  }

  return (
    <div
      ref={frame}
      className="min-w-0 rounded-md border border-line bg-raised focus-within:border-strong has-[.cm-focused]:outline-2 has-[.cm-focused]:outline-accent"
    >
      {loaded ? null : (
        <PlainEditor
          ref={plain}
          value={value}
          sheet={sheet}
          label={label}
          describedBy={`${id}-problems`}
          readOnly={readOnly}
          rows={Math.max(minLines, sheet.lines.length)}
          onChange={onChange}
        />
      )}
      <div ref={host} className="min-w-0" />
      <ProblemList id={`${id}-problems`} errors={paused.errors} warnings={paused.warnings} onGo={goTo} />
      <ul className="sr-only" aria-label={`Answers: ${label}`}>
        {sheet.lines.map(line =>
          line.text === undefined ? null : (
            <li key={line.line}>
              Line {line.line}
              {line.name ? `, ${line.name}` : ''}: {line.text}
            </li>
          ),
        )}
      </ul>
    </div>
  )
}
