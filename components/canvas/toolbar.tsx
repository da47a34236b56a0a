'use client'

import { ArrowDownUp, LayoutGrid, type LucideIcon, Maximize2, Minimize2, Redo2, Scan, Undo2, ZoomIn, ZoomOut } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '../ui/button.tsx'

/** One line that draws what is typed; it keeps the cursor for the next. */
export function QuickAdd({ onAdd }: { onAdd: (typed: string) => string | undefined }) {
  const id = useId()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  return (
    <form
      className="mb-2"
      onSubmit={event => {
        event.preventDefault()
        if (text.trim() === '') return
        const wrong = onAdd(text)
        setProblem(wrong)
        if (!wrong) setText('')
      }}
    >
      <label htmlFor={id} className="text-xs text-faint">
        Add a component or a route, then Enter
      </label>
      <div className="mt-0.5 flex gap-2">
        <input
          id={id}
          className="field"
          value={text}
          placeholder="redis, or client > lb > web >> queue, or Read: client > web > db"
          maxLength={1000}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={e => {
            setText(e.target.value)
            setProblem(undefined)
          }}
        />
        <Button type="submit">Draw</Button>
      </div>
      {problem ? (
        <p id={`${id}-problem`} className="mt-0.5 text-xs text-bad">
          {problem}
        </p>
      ) : null}
    </form>
  )
}

export function Toolbar({
  readOnly,
  canUndo,
  canRedo,
  filling,
  empty,
  onUndo,
  onRedo,
  onTidy,
  onZoom,
  onFit,
  onFill,
  onExchange,
}: {
  readOnly: boolean
  canUndo: boolean
  canRedo: boolean
  filling: boolean
  empty: boolean
  onUndo: () => void
  onRedo: () => void
  onTidy: () => void
  onZoom: (by: number) => void
  onFit: () => void
  onFill: () => void
  onExchange: () => void
}) {
  return (
    <div role="toolbar" aria-label="Canvas" className="mb-2 flex flex-wrap items-center gap-1">
      {readOnly ? null : (
        <>
          <Tool Icon={Undo2} label="Undo" keys="Ctrl Z" disabled={!canUndo} onClick={onUndo} />
          <Tool Icon={Redo2} label="Redo" keys="Ctrl Shift Z" disabled={!canRedo} onClick={onRedo} />
        </>
      )}
      <Tool Icon={LayoutGrid} label="Arrange" words disabled={empty} onClick={onTidy} />
      <Tool Icon={ArrowDownUp} label="Import and export" words onClick={onExchange} />
      <div className="ml-auto flex gap-1">
        <Tool Icon={ZoomOut} label="Zoom out" onClick={() => onZoom(0.8)} />
        <Tool Icon={ZoomIn} label="Zoom in" onClick={() => onZoom(1.25)} />
        <Tool Icon={Scan} label="Show all" disabled={empty} onClick={onFit} />
        <Tool
          Icon={filling ? Minimize2 : Maximize2}
          label={filling ? 'Back to the part' : 'Fill the window'}
          words={filling}
          onClick={onFill}
        />
      </div>
    </div>
  )
}

function Tool({
  Icon,
  label,
  keys,
  words = false,
  disabled,
  onClick,
}: {
  Icon: LucideIcon
  label: string
  keys?: string
  words?: boolean
  disabled?: boolean
  onClick: () => void
}) {
  return (
    <Button
      size="sm"
      variant={words ? 'secondary' : 'quiet'}
      aria-label={words ? undefined : label}
      title={keys ? `${label} (${keys})` : label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon aria-hidden className="size-4" />
      {words ? label : null}
    </Button>
  )
}
