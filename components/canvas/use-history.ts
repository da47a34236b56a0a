'use client'

import { useCallback, useState } from 'react'
import { begin, redo, step, undo } from './history.ts'

/** Undo and redo over a value that somebody else keeps. What is changed outside (in the table of flows) is a step, too. */
export function useHistory<T>(value: T, onChange: (next: T) => void) {
  const [history, setHistory] = useState(() => begin(value))
  if (history.now !== value) setHistory(step(history, value, 'outside'))

  const go = useCallback(
    (next: typeof history) => {
      if (next.now === history.now) return
      setHistory(next)
      onChange(next.now)
    },
    [history, onChange],
  )
  return {
    change: (next: T, key?: string) => go(step(history, next, key)),
    undo: () => go(undo(history)),
    redo: () => go(redo(history)),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  }
}
