'use client'

import { clsx } from 'clsx'
import { useId, useState } from 'react'
import type { LiveRun } from '#engine/simulation/live-run.ts'
import { Button } from '../ui/button.tsx'
import { useLiveControls } from './live-run-context.tsx'

/** The stops of the slider; any load between 1 and 100 can be typed. */
const stops = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100] as const
const nearest = (load: number) =>
  stops.reduce((best, stop, i) => (Math.abs(Math.log(stop / load)) < Math.abs(Math.log((stops[best] ?? 1) / load)) ? i : best), 0)

/** The load and the failures of a run. */
export function RunControls({ choices }: { choices: LiveRun['choices'] }) {
  return (
    <div className="flex flex-col gap-4">
      <LoadControl />
      <FailureControl choices={choices} />
    </div>
  )
}

function LoadControl() {
  const { load, setLoad } = useLiveControls()
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const bad = draft !== null
  return (
    <div>
      <div className="flex items-baseline justify-between gap-2">
        <label htmlFor={`${id}-range`} className="text-sm font-medium">
          Load
        </label>
        <span className="text-xs text-faint">times what the flows say</span>
      </div>
      <div className="mt-1 flex items-center gap-3">
        <input
          id={`${id}-range`}
          type="range"
          min={0}
          max={stops.length - 1}
          value={nearest(load)}
          aria-valuetext={`${load} times`}
          onChange={e => {
            setDraft(null)
            setLoad(stops[Number(e.target.value)] ?? 1)
          }}
          className="min-w-0 flex-1 accent-accent"
        />
        <input
          aria-label="Load, typed: 1 to 100 times"
          className="field num w-18 text-right"
          inputMode="decimal"
          autoComplete="off"
          value={draft ?? String(load)}
          aria-invalid={bad ? true : undefined}
          aria-describedby={bad ? `${id}-problem` : undefined}
          onChange={e => {
            const next = Number(e.target.value.replace(/x$/i, '').trim() || Number.NaN)
            const good = next >= 1 && next <= 100
            setDraft(good && String(next) === e.target.value ? null : e.target.value)
            if (good) setLoad(next)
          }}
          onBlur={() => setDraft(null)}
        />
      </div>
      <div className="mt-1 flex gap-1">
        {[1, 2, 10, 100].map(stop => (
          <Button
            key={stop}
            size="sm"
            variant={load === stop ? 'primary' : 'secondary'}
            aria-pressed={load === stop}
            onClick={() => setLoad(stop)}
          >
            <span className="num">{stop}x</span>
          </Button>
        ))}
      </div>
      {bad ? (
        <p id={`${id}-problem`} className="mt-1 text-xs text-quiet">
          A number from 1 to 100.
        </p>
      ) : null}
    </div>
  )
}

const scopeOf = (failure: string) => failure.split(':')[0] ?? ''
const groups = [
  ['zone', 'Zones'],
  ['region', 'Regions'],
  ['cell', 'Cells'],
  ['component', 'Components'],
] as const

function FailureControl({ choices }: { choices: LiveRun['choices'] }) {
  const { failures, toggle, setFailures } = useLiveControls()
  const chosen = choices.filter(c => failures.includes(c.failure)).length
  return (
    <fieldset>
      <legend className="flex w-full items-center gap-2 text-sm font-medium">
        Take away
        <span className="text-xs font-normal text-faint">{chosen === 0 ? 'nothing is gone' : `${chosen} gone`}</span>
      </legend>
      <div className="mt-1 flex max-h-56 flex-col gap-1.5 overflow-y-auto">
        {groups.map(([scope, title]) => {
          const of = choices.filter(c => scopeOf(c.failure) === scope)
          return of.length === 0 ? null : (
            <div key={scope} className="flex flex-wrap items-center gap-1">
              <span className="w-full text-xs text-faint">{title}</span>
              {of.map(({ failure, name }) => {
                const gone = failures.includes(failure)
                return (
                  <label
                    key={failure}
                    className={clsx(
                      'flex max-w-full cursor-pointer items-center gap-1.5 rounded-md border px-2 py-1 text-xs has-focus-visible:outline-2 has-focus-visible:outline-accent',
                      gone ? 'border-bad bg-bad-wash font-medium text-bad' : 'border-line bg-raised text-ink hover:bg-sunken',
                    )}
                  >
                    <input type="checkbox" className="accent-bad" checked={gone} onChange={() => toggle(failure)} />
                    <span className={clsx('truncate', gone && 'line-through')}>{name}</span>
                  </label>
                )
              })}
            </div>
          )
        })}
      </div>
      {chosen > 0 ? (
        <Button size="sm" variant="quiet" className="mt-1" onClick={() => setFailures([])}>
          Bring everything back
        </Button>
      ) : null}
    </fieldset>
  )
}
