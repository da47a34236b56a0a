'use client'

import { clsx } from 'clsx'
import { CircleCheck, CircleDashed } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { PublicQuestion } from '#engine/sprint/make-sprint.ts'
import type { SprintMark } from '#engine/sprint/mark-answer.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'

type Answer = { readonly stated: string; readonly mark: SprintMark; readonly lesson: string | null }
export type SprintData = {
  readonly id: string
  readonly endsAtMs: number
  readonly serverNowMs: number
  readonly over: boolean
  readonly questions: readonly (PublicQuestion & { readonly answer: Answer | null })[]
}

const format = (ms: number) => {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** One question at a time against the server's clock; each answer is marked at once, its slip named. */
export function SprintRun({ data, lessons }: { data: SprintData; lessons: Readonly<Record<string, string>> }) {
  const router = useRouter()
  const [answers, setAnswers] = useState<readonly (Answer | null)[]>(data.questions.map(q => q.answer))
  const [remaining, setRemaining] = useState(data.endsAtMs - data.serverNowMs)
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      data.questions.findIndex(q => q.answer === null),
    ),
  )
  const [error, setError] = useState('')
  const [busy, setBusy] = useState(false)
  const next = useRef<HTMLButtonElement>(null)
  const answered = answers.filter(a => a !== null).length
  const over = data.over || remaining <= 0 || answered === data.questions.length

  useEffect(() => {
    if (data.over) return
    const start = performance.now()
    const timer = setInterval(() => setRemaining(data.endsAtMs - data.serverNowMs - (performance.now() - start)), 250)
    return () => clearInterval(timer)
  }, [data.over, data.endsAtMs, data.serverNowMs])

  const submit = async (stated: string) => {
    if (busy || stated.trim() === '') return
    setBusy(true)
    setError('')
    try {
      const response = await fetch(`/api/sprints/${data.id}/answers`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ place: at, stated }),
      })
      const body = await response.json()
      if (response.ok) {
        setAnswers(answers.map((a, i) => (i === at ? { stated: body.stated, mark: body.mark, lesson: null } : a)))
        requestAnimationFrame(() => next.current?.focus())
      } else setError(String(body?.error?.message ?? 'The answer was refused.'))
    } catch {
      setError('The server cannot be reached. The clock goes on; answer again when it is back.')
    }
    setBusy(false)
  }

  if (over) return <Summary data={data} answers={answers} lessons={lessons} />
  const question = data.questions[at]
  const answer = answers[at]
  return (
    <div className="flex flex-col gap-5">
      <div className="flex items-center justify-between text-sm">
        <p className="text-quiet">
          Question {at + 1} of {data.questions.length}
        </p>
        <p className={clsx('num rounded-md px-2 py-1', remaining < 60_000 ? 'bg-bad-wash font-semibold text-bad' : '')}>
          <span className="sr-only">Time left: </span>
          {format(remaining)}
        </p>
      </div>
      {question ? (
        <>
          <p className="text-lg">{question.text}</p>
          {answer ? (
            <>
              <MarkView answer={answer} />
              <div>
                <Button
                  ref={next}
                  variant="primary"
                  onClick={() => (at + 1 < data.questions.length ? setAt(at + 1) : router.refresh())}
                >
                  {at + 1 < data.questions.length ? 'Next question' : 'See the result'}
                </Button>
              </div>
            </>
          ) : question.kind === 'estimate' ? (
            <NumberAnswer key={at} unit={question.unit} busy={busy} onSubmit={submit} />
          ) : (
            <div className="flex flex-col items-start gap-2">
              {question.options.map((option, i) => (
                <Button key={option} disabled={busy} onClick={() => submit(String(i))}>
                  {option}
                </Button>
              ))}
            </div>
          )}
        </>
      ) : null}
      {error === '' ? null : <Notice tone="bad">{error}</Notice>}
    </div>
  )
}

function NumberAnswer({ unit, busy, onSubmit }: { unit: string; busy: boolean; onSubmit: (stated: string) => void }) {
  const [stated, setStated] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={event => {
        event.preventDefault()
        onSubmit(stated)
      }}
    >
      <div className="w-60">
        <TextField
          ref={field}
          label={unit === '1' ? 'Your answer, a number' : `Your answer, such as 3 ${unit}`}
          value={stated}
          maxLength={200}
          autoComplete="off"
          className="num"
          onChange={e => setStated(e.target.value)}
        />
      </div>
      <Button type="submit" variant="primary" disabled={busy || stated.trim() === ''}>
        Answer
      </Button>
    </form>
  )
}

function MarkView({ answer: { stated, mark } }: { answer: Answer }) {
  const Icon = mark.right ? CircleCheck : CircleDashed
  return (
    <div role="status" className={clsx('rounded-md p-3 text-sm', mark.right ? 'bg-good-wash' : 'bg-attention-wash')}>
      <p className={clsx('flex items-center gap-1.5 font-semibold', mark.right ? 'text-good' : 'text-attention')}>
        <Icon aria-hidden className="size-4" />
        {mark.right ? 'Right' : 'Not right'}
        {mark.expected === '' ? null : <span className="font-normal text-ink">It is {mark.expected}.</span>}
      </p>
      {/^[01]$/.test(stated) ? null : <p className="num mt-1">You said {stated}.</p>}
      {mark.slip ? (
        <>
          <p className="mt-1">{mark.slip.explanation}</p>
          <p className="num mt-1">{mark.slip.corrected}</p>
        </>
      ) : (
        <p className="mt-1">{mark.reason}</p>
      )}
    </div>
  )
}

function Summary({
  data,
  answers,
  lessons,
}: {
  data: SprintData
  answers: readonly (Answer | null)[]
  lessons: Readonly<Record<string, string>>
}) {
  const right = answers.filter(a => a?.mark.right).length
  return (
    <div className="flex flex-col gap-5">
      <p className="text-xl">
        <span className="num font-semibold">
          {right} of {data.questions.length}
        </span>{' '}
        right
      </p>
      <ol className="flex flex-col gap-4">
        {data.questions.map((question, i) => {
          const answer = answers[i] ?? null
          return (
            <li key={question.text} className="card p-4">
              <p className="mb-2">{question.text}</p>
              {answer ? <MarkView answer={answer} /> : <p className="text-sm text-quiet">Not reached.</p>}
              {answer?.lesson && lessons[answer.lesson] ? (
                <p className="mt-2 text-sm">
                  <Link href={`/lessons/${answer.lesson}`}>{lessons[answer.lesson]}</Link>
                </p>
              ) : null}
            </li>
          )
        })}
      </ol>
    </div>
  )
}
