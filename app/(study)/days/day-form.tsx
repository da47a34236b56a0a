'use client'

import { type FormEvent, startTransition, useActionState, useState } from 'react'
import { dayTimes, lengthInWords } from '#components/day/day-times.ts'
import { Button } from '#components/ui/button.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { dayLimits, plannedEnd } from '#engine/interview/day.ts'
import { fromWallClock } from '#engine/interview/zoned-time.ts'
import { createDayAction } from './actions.ts'

type Choice = { readonly slug: string; readonly title: string; readonly minutes: number }

const order = ['First mock', 'Second mock', 'Third mock', 'Fourth mock']

/** Plans a day: which drills, in which order, from when, with how much between them. */
export function DayForm({
  drills,
  level,
  today,
  time,
  timeZone,
}: {
  drills: readonly Choice[]
  level: 'L6' | 'L7'
  today: string
  time: string
  timeZone: string
}) {
  const [state, run, busy] = useActionState(createDayAction, { error: null })
  const [chosen, setChosen] = useState(order.map((_, place) => (place < 2 ? (drills[place]?.slug ?? '') : '')))
  const [plan, setPlan] = useState({ level, breakMinutes: '30', date: today, time })
  const set = (change: Partial<typeof plan>) => setPlan({ ...plan, ...change })
  // Not by the form's own action: after that React empties the fields, also when the plan was refused.
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(() => run(form))
  }
  const mocks = chosen.flatMap(slug => drills.find(drill => drill.slug === slug) ?? [])
  const startsAtMs = fromWallClock(plan.date, plan.time, timeZone)
  const untilMs = plannedEnd({ startsAtMs, breakMinutes: Number(plan.breakMinutes), abandonedAtMs: null, mocks })
  return (
    <form onSubmit={send} className="card p-5">
      <h2 className="text-lg font-semibold">Plan a day</h2>
      <div className="mt-3 grid gap-4 sm:grid-cols-2">
        {order.map((label, place) => (
          <SelectField
            key={label}
            label={place < dayLimits.mocks.min ? label : `${label} (optional)`}
            name="drill"
            value={chosen[place]}
            onChange={e => setChosen(chosen.map((slug, index) => (index === place ? e.target.value : slug)))}
          >
            <option value="">{place < dayLimits.mocks.min ? 'choose a drill' : 'none'}</option>
            {drills.map(drill => (
              <option key={drill.slug} value={drill.slug}>
                {drill.minutes} min: {drill.title}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
      <div className="mt-4 grid grid-cols-2 gap-4 sm:grid-cols-4">
        <TextField
          label="Day"
          name="date"
          type="date"
          required
          min={today}
          value={plan.date}
          onChange={e => set({ date: e.target.value })}
        />
        <TextField
          label="Starts at"
          name="time"
          type="time"
          required
          value={plan.time}
          onChange={e => set({ time: e.target.value })}
        />
        <TextField
          label="Break, minutes"
          name="breakMinutes"
          type="number"
          required
          min={dayLimits.breakMinutes.min}
          max={dayLimits.breakMinutes.max}
          value={plan.breakMinutes}
          onChange={e => set({ breakMinutes: e.target.value })}
        />
        <SelectField
          label="Level"
          name="level"
          value={plan.level}
          onChange={e => set({ level: e.target.value === 'L7' ? 'L7' : 'L6' })}
        >
          <option>L6</option>
          <option>L7</option>
        </SelectField>
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" variant="primary" disabled={busy}>
          {busy ? 'Planning…' : 'Plan the day'}
        </Button>
        <p className="num text-sm text-quiet" aria-live="polite">
          {mocks.length >= dayLimits.mocks.min && Number.isFinite(untilMs)
            ? `${mocks.length} mocks, ${lengthInWords(untilMs - startsAtMs)} with the breaks: ${dayTimes(timeZone, startsAtMs).range(startsAtMs, untilMs)}, ${timeZone}`
            : ''}
        </p>
      </div>
      {state.error ? (
        <Notice tone="bad" className="mt-3">
          {state.error}
        </Notice>
      ) : null}
    </form>
  )
}
