'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Judgement } from '#engine/lesson/judgement.ts'
import type { SessionCard } from '#engine/recall/card-face.ts'
import { type CardRating, ratingNames, ratings } from '#engine/recall/rating.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { sendReview, takeBack } from './send-review.ts'

const DAY = 86_400_000
const after = (ms: number) =>
  ms < 3_600_000
    ? `${Math.max(1, Math.round(ms / 60_000))} min`
    : ms < DAY
      ? `${Math.round(ms / 3_600_000)} h`
      : `${Math.round(ms / DAY)} d`

type Props = { cards: readonly SessionCard[]; leftOut: number; newLeft: number; minutes: number }

/** A few minutes of cards, one at a time, by keyboard: space shows, 1 to 4 rate, U takes the last one back. What was not recalled comes once more. */
export function ReviewSession({ cards, leftOut, newLeft, minutes }: Props) {
  const [queue, setQueue] = useState(cards)
  const [at, setAt] = useState(0)
  const [open, setOpen] = useState(false)
  const [judgement, setJudgement] = useState<Judgement>()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState('')
  const [counts, setCounts] = useState({ recalled: 0, again: 0 })
  const [rated, setRated] = useState<readonly CardRating[]>([])
  const [busy, setBusy] = useState(false)
  const stage = useRef<HTMLDivElement>(null)
  const card = queue[at]
  // What is suggested follows from what was typed; the person decides.
  const suggested: CardRating | undefined = judgement?.verdict === 'right' ? 3 : judgement?.verdict === 'wrong' ? 1 : undefined

  const reset = useCallback(() => {
    setOpen(false)
    setJudgement(undefined)
    setTyped('')
    requestAnimationFrame(() => stage.current?.querySelector<HTMLElement>('form input, form button')?.focus())
  }, [])
  const show = useCallback(async () => {
    if (card?.number && typed.trim() !== '') {
      const { judgeNumber } = await import('#engine/lesson/judge-number.ts')
      const { of, unit, tolerance } = card.number
      const found = judgeNumber(
        { kind: 'number', id: 'card', ask: card.ask, answer: of, unit, tolerance, why: '', slips: [] },
        typed,
      )
      setJudgement(found)
      if (found.verdict === 'not ready') return
    }
    setOpen(true)
    requestAnimationFrame(() => stage.current?.querySelector<HTMLElement>('[data-rating]')?.focus())
  }, [card, typed])

  const rate = useCallback(
    async (rating: CardRating) => {
      if (!card || !open || busy) return
      setBusy(true)
      const sent = await sendReview(card.key, rating)
      setBusy(false)
      setProblem(sent.ok ? '' : sent.message)
      if (!sent.ok && !sent.gone) return
      setRated(now => [...now, rating])
      setCounts(now => (rating === 1 ? { ...now, again: now.again + 1 } : { ...now, recalled: now.recalled + 1 }))
      // Once more at the end of this session, and no oftener.
      if (rating === 1 && queue.filter(other => other.key === card.key).length === 1) setQueue(now => [...now, card])
      setAt(now => now + 1)
      reset()
    },
    [card, open, busy, queue, reset],
  )
  const undo = useCallback(async () => {
    const last = rated.at(-1)
    if (last === undefined || busy) return
    setBusy(true)
    const sent = await takeBack()
    setBusy(false)
    setProblem(sent.ok ? '' : sent.message)
    if (!sent.ok) return
    const before = queue[at - 1]
    // The one that had come once more because of it is not asked again.
    if (last === 1 && before && queue.at(-1)?.key === before.key && queue.length - 1 > at - 1) setQueue(now => now.slice(0, -1))
    setRated(now => now.slice(0, -1))
    setCounts(now => (last === 1 ? { ...now, again: now.again - 1 } : { ...now, recalled: now.recalled - 1 }))
    setAt(now => Math.max(0, now - 1))
    reset()
  }, [rated, busy, queue, at, reset])

  // Named anew at each render and listened to once: a key that comes with the very frame of an answer is not lost between two listeners.
  const onKey = useRef((_: KeyboardEvent) => {})
  onKey.current = event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const typing = event.target instanceof HTMLInputElement
    if (!typing && event.key.toLowerCase() === 'u') return void undo()
    if (!card) return
    if (!open && !typing && event.key === ' ') {
      event.preventDefault()
      return void show()
    }
    const rating = ratings.find(r => String(r) === event.key)
    if (open && rating) {
      event.preventDefault()
      void rate(rating)
    }
  }
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey.current(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])

  const undoButton = (
    <Button size="sm" variant="quiet" disabled={rated.length === 0 || busy} onClick={() => void undo()}>
      Take the last one back <kbd className="text-xs text-faint">U</kbd>
    </Button>
  )
  if (!card)
    return (
      <section aria-label="The end of the session" className="card p-6">
        <h2 className="text-lg font-semibold">{queue.length === 0 ? 'Nothing is due' : 'That is all for now'}</h2>
        <p role="status" className="mt-1 text-quiet">
          {queue.length === 0
            ? 'Cards come with the lessons that you mark as done, and when those that you know come due.'
            : `${counts.recalled} recalled, ${counts.again} to come again.`}
          {leftOut > 0
            ? ` ${leftOut} more are due and were left out; they are the likeliest to be remembered, and they can wait.`
            : ''}
          {newLeft > 0 ? ` ${newLeft} new ones wait for another day.` : ''}
        </p>
        <div className="mt-4 flex flex-wrap gap-2">
          <LinkButton href="/cards" variant="primary">
            All cards
          </LinkButton>
          <LinkButton href="/today">Today</LinkButton>
          {rated.length > 0 ? undoButton : null}
        </div>
      </section>
    )
  return (
    <div ref={stage}>
      <div className="mb-2 flex items-baseline justify-between text-sm text-quiet">
        <p>
          Card <span className="num">{at + 1}</span> of <span className="num">{queue.length}</span>
          <span className="max-sm:hidden">, about {minutes} minutes in all</span>
        </p>
        {undoButton}
      </div>
      <div aria-hidden className="mb-4 h-1 rounded-full bg-line">
        <div className="h-full rounded-full bg-accent" style={{ width: `${(at / queue.length) * 100}%` }} />
      </div>
      {problem ? (
        <Notice tone="bad" className="mb-4" title="The review is not stored">
          {problem}
        </Notice>
      ) : null}
      <section aria-label="Card" className="card min-h-64 p-6">
        <p className="text-lg font-medium">{card.ask}</p>
        {!open ? (
          <form
            className="mt-5 flex flex-wrap items-end gap-2"
            onSubmit={event => {
              event.preventDefault()
              void show()
            }}
          >
            {card.number ? (
              <label className="grid gap-1 text-sm">
                Your answer, with its unit
                <input
                  className="field num"
                  value={typed}
                  placeholder={card.number.unit === '1' ? 'a number' : card.number.unit}
                  autoComplete="off"
                  spellCheck={false}
                  onChange={event => {
                    setTyped(event.target.value)
                    setJudgement(undefined)
                  }}
                />
              </label>
            ) : null}
            <Button type="submit" variant="primary">
              {card.number && typed.trim() !== '' ? 'Check' : 'Show the answer'}
            </Button>
            {judgement?.verdict === 'not ready' ? (
              <p role="status" className="w-full text-sm text-attention">
                {judgement.message}
              </p>
            ) : null}
          </form>
        ) : (
          <div className="mt-4 border-t border-line pt-4">
            {judgement ? (
              <p role="status" className={judgement.verdict === 'right' ? 'text-good' : 'text-bad'}>
                {judgement.verdict === 'right' ? '✓ Right. ' : `✗ You wrote ${typed}. ${judgement.message} `}
              </p>
            ) : null}
            <p className="text-lg">{card.answer}</p>
            {card.why ? <p className="mt-1 text-quiet">{card.why}</p> : null}
            {card.lesson ? (
              <p className="mt-2 text-sm">
                <a href={`/lessons/${card.lesson}`}>From the lesson</a>
              </p>
            ) : null}
            <fieldset className="mt-5 flex flex-wrap gap-2">
              <legend className="mb-1 text-sm text-quiet">How well did you recall it?</legend>
              {ratings.map(rating => (
                <Button
                  key={rating}
                  data-rating={rating === (suggested ?? 3) ? '' : undefined}
                  variant={rating === suggested ? 'primary' : 'secondary'}
                  disabled={busy}
                  onClick={() => void rate(rating)}
                >
                  <kbd className="text-xs text-faint">{rating}</kbd> {ratingNames[rating]}
                  <span className="num text-xs font-normal opacity-80">{after(card.next[rating])}</span>
                </Button>
              ))}
            </fieldset>
          </div>
        )}
      </section>
      <p className="mt-3 text-xs text-faint max-sm:hidden">
        <kbd>Space</kbd> or <kbd>Enter</kbd> shows, <kbd>1</kbd> to <kbd>4</kbd> rate, <kbd>U</kbd> takes back
      </p>
    </div>
  )
}
