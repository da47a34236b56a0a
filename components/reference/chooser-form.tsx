'use client'

import { useState } from 'react'
import { type Answers, choose } from '#engine/reference/choose.ts'
import type { Chooser } from '#engine/reference/chooser.ts'
import { buttonClass } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { LessonLink, type LessonLinks } from './lesson-link.tsx'

/** The questions and numbers of a chooser, and at once what follows. Without a script it is a form whose answers go into the address. */
export function ChooserForm({ chooser, lessons, first }: { chooser: Chooser; lessons: LessonLinks; first: Answers }) {
  const [answers, setAnswers] = useState(first)
  const choice = choose(chooser, answers)
  const { decided, asks, picked, shows } = choice
  const set = (key: string, value: string) => setAnswers(now => ({ ...now, [key]: value }))
  return (
    <form method="get" className="card p-4 sm:p-5" aria-label="Your answers">
      {choice.numbers.length > 0 ? (
        <div className="mb-4 grid items-end gap-3 sm:grid-cols-2">
          {choice.numbers.map(({ name, text, error }, index) => (
            <TextField
              key={name}
              name={name}
              label={chooser.numbers[index]?.label}
              value={text}
              error={error}
              maxLength={100}
              autoComplete="off"
              spellCheck={false}
              className="num"
              onChange={event => set(name, event.target.value)}
            />
          ))}
        </div>
      ) : null}
      {shows.length > 0 ? (
        <dl className="mb-4 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
          {shows.map(({ label, text }) => (
            <div key={label} className="flex items-baseline justify-between gap-4 border-b border-line py-0.5">
              <dt className="text-quiet">{label}</dt>
              <dd className="num whitespace-nowrap">{text}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <div className="flex flex-col gap-4">
        {chooser.questions.map(({ id, ask, value, options }) =>
          value === undefined ? (
            <fieldset key={id}>
              <legend className="text-sm font-medium">{ask}</legend>
              <div className="mt-1 flex flex-col gap-1">
                {options.map(option => (
                  <label key={option.id} className="inline-flex items-baseline gap-2 text-sm">
                    <input
                      type="radio"
                      name={id}
                      value={option.id}
                      checked={picked[id] === option.id}
                      onChange={() => set(id, option.id)}
                      className="accent-accent"
                    />
                    {option.text}
                  </label>
                ))}
              </div>
            </fieldset>
          ) : (
            <p key={id} className="text-sm">
              <span className="font-medium">{ask}</span>{' '}
              <span className="text-quiet">
                {options.find(option => option.id === picked[id])?.text ?? 'Not yet: a number above cannot be read.'} (from your
                numbers)
              </span>
            </p>
          ),
        )}
      </div>
      <noscript>
        <button type="submit" className={buttonClass({ variant: 'primary' }, 'mt-4')}>
          What follows?
        </button>
      </noscript>
      <div role="status" className="mt-5 border-t border-line pt-4">
        {decided ? (
          <>
            <p className="text-lg font-semibold">{decided.result.title}</p>
            <p className="mt-1 max-w-prose">{decided.result.because}</p>
            <p className="mt-1 max-w-prose text-sm text-quiet">
              <span className="font-medium text-ink">When not.</span> {decided.result.not}
            </p>
            <p className="mt-2 text-sm">
              <LessonLink slug={decided.result.lesson} lessons={lessons} />
              <span className="text-faint"> · row {decided.row + 1} of the table</span>
            </p>
          </>
        ) : (
          <p className="text-quiet">
            {asks ? `It depends on this: ${asks.ask}` : 'A number cannot be read; mend it and the answer follows.'}
          </p>
        )}
      </div>
    </form>
  )
}
