'use client'

import { type FormEvent, useId, useRef, useState } from 'react'
import type { Check, ChoiceCheck, NumberCheck, OrderCheck } from '#engine/lesson/check.ts'
import { asChoice, judgeChoice } from '#engine/lesson/judge-choice.ts'
import { judgeOrder, shuffledSteps } from '#engine/lesson/judge-order.ts'
import type { Judgement } from '#engine/lesson/judgement.ts'
import { Button } from '../ui/button.tsx'
import { InlineText } from './inline-text.tsx'
import { useKeepAnswer } from './lesson-context.tsx'

/** The form of a check: an answer, a button, and feedback that says what went wrong. */
export function CheckForm({ check }: { check: Check }) {
  if (check.kind === 'number') return <NumberForm check={check} />
  if (check.kind === 'fault') return <ChoiceForm check={asChoice(check)} />
  return check.kind === 'choice' ? <ChoiceForm check={check} /> : <OrderForm check={check} />
}

/** The judgement of a form; what is judged is kept for the person's progress. */
function useJudgement(check: Check) {
  const [judgement, setJudgement] = useState<Judgement>()
  const keep = useKeepAnswer()
  const judge = (found: Judgement) => {
    setJudgement(found)
    if (found.verdict !== 'not ready') keep(check.id, found.verdict === 'right')
  }
  return { judgement, judge, clear: () => setJudgement(undefined) }
}

function Feedback({ judgement, id }: { judgement: Judgement | undefined; id: string }) {
  return (
    <p id={id} role="status" className={`check-feedback ${judgement ? judgement.verdict.replace(' ', '-') : 'empty'}`}>
      {judgement ? (
        <>
          <span aria-hidden>{judgement.verdict === 'right' ? '✓ ' : judgement.verdict === 'wrong' ? '✗ ' : '· '}</span>
          <InlineText text={judgement.message} />
        </>
      ) : null}
    </p>
  )
}

// The worksheet language is the heaviest part of a check; it is fetched when somebody is about to type.
const loadJudge = () => import('#engine/lesson/judge-number.ts')

function NumberForm({ check }: { check: NumberCheck }) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const { judgement, judge, clear } = useJudgement(check)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { judgeNumber } = await loadJudge()
    judge(judgeNumber(check, typed))
  }
  return (
    <form onSubmit={submit} className="check-form">
      <label htmlFor={`${id}-answer`} className="sr-only">
        Your answer, with its unit
      </label>
      <div className="check-row">
        <input
          id={`${id}-answer`}
          className="field num"
          value={typed}
          placeholder={check.unit}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-feedback`}
          aria-invalid={judgement?.verdict === 'wrong' ? true : undefined}
          onFocus={() => void loadJudge()}
          onChange={event => {
            setTyped(event.target.value)
            clear()
          }}
        />
        <Button type="submit">Check</Button>
      </div>
      <Feedback judgement={judgement} id={`${id}-feedback`} />
    </form>
  )
}

function ChoiceForm({ check }: { check: ChoiceCheck }) {
  const id = useId()
  const [chosen, setChosen] = useState<number>()
  const { judgement, judge, clear } = useJudgement(check)
  return (
    <form
      className="check-form"
      onSubmit={event => {
        event.preventDefault()
        judge(judgeChoice(check, chosen))
      }}
    >
      <fieldset aria-labelledby={`check-${check.id}`}>
        {check.options.map((option, index) => (
          <label key={option.text} className="check-option">
            <input
              type="radio"
              name={id}
              checked={chosen === index}
              onChange={() => {
                setChosen(index)
                clear()
              }}
            />
            <span>
              <InlineText text={option.text} />
            </span>
          </label>
        ))}
      </fieldset>
      <Button type="submit">Check</Button>
      <Feedback judgement={judgement} id={`${id}-feedback`} />
    </form>
  )
}

function OrderForm({ check }: { check: OrderCheck }) {
  const id = useId()
  const [steps, setSteps] = useState(() => shuffledSteps(check))
  const { judgement, judge, clear } = useJudgement(check)
  const [moved, setMoved] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const move = (index: number, by: -1 | 1) => {
    const next = [...steps]
    const [a, b] = [next[index], next[index + by]]
    if (a === undefined || b === undefined) return
    next[index] = b
    next[index + by] = a
    setSteps(next)
    clear()
    setMoved(`${a}: now ${index + by + 1} of ${steps.length}`)
    // The focus goes along with the step, so that it can be moved on by the same key.
    requestAnimationFrame(() => {
      const row = list.current?.children[index + by]
      const buttons = row?.querySelectorAll('button')
      const same = buttons?.[by === -1 ? 0 : 1]
      if (same?.disabled) buttons?.[by === -1 ? 1 : 0]?.focus()
      else same?.focus()
    })
  }
  return (
    <form
      className="check-form"
      onSubmit={event => {
        event.preventDefault()
        judge(judgeOrder(check, steps))
      }}
    >
      <ol ref={list} className="check-steps">
        {steps.map((step, index) => (
          <li key={step}>
            <span className="min-w-0 flex-1">
              <InlineText text={step} />
            </span>
            <Button size="sm" disabled={index === 0} aria-label={`Move up: ${step}`} onClick={() => move(index, -1)}>
              ↑
            </Button>
            <Button
              size="sm"
              disabled={index === steps.length - 1}
              aria-label={`Move down: ${step}`}
              onClick={() => move(index, 1)}
            >
              ↓
            </Button>
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {moved}
      </p>
      <Button type="submit">Check the order</Button>
      <Feedback judgement={judgement} id={`${id}-feedback`} />
    </form>
  )
}
