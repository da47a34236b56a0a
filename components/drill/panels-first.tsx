'use client'

import { useState } from 'react'
import { blank } from '#engine/design/blank.ts'
import { nextId } from '#engine/design/next-id.ts'
import { httpMethods, priorities, qualities } from '#engine/design/words.ts'
import { questionCostMs } from '#engine/interview/clock.ts'
import { Button } from '../ui/button.tsx'
import { AnswerCell, ChoiceCell, CountCell, QuantityCell, read, TextCell } from './cells.tsx'
import { Records } from './records.tsx'
import type { PanelProps, WorkspaceData } from './workspace-types.ts'

export function RequirementsPanel({ submission, change }: PanelProps) {
  const { functional, nonFunctional } = submission.requirements
  const flows = submission.architecture.flows.map(f => ({ value: f.id, label: f.name || f.id }))
  return (
    <>
      <Records
        name="functional requirement"
        title="Functional: what a user can do"
        items={functional}
        blank={blank.functional}
        prefix="fr"
        columns="sm:grid-cols-[1fr_8rem]"
        onChange={items => change(s => ({ ...s, requirements: { ...s.requirements, functional: items } }))}
      >
        {(item, set) => (
          <>
            <TextCell label="What a user can do" value={item.text} onChange={text => set({ text })} />
            <ChoiceCell
              label="Priority"
              value={item.priority}
              options={priorities}
              onChange={word => set({ priority: toWord(word, priorities) })}
            />
          </>
        )}
      </Records>
      <Records
        name="objective"
        title="Non-functional: how well it must work"
        items={nonFunctional}
        blank={blank.nonFunctional}
        prefix="nfr"
        columns="sm:grid-cols-[9rem_6rem_1fr_10rem]"
        onChange={items => change(s => ({ ...s, requirements: { ...s.requirements, nonFunctional: items } }))}
      >
        {(item, set) => (
          <>
            <ChoiceCell
              label="Quality"
              value={item.quality}
              options={qualities}
              onChange={word => set({ quality: toWord(word, qualities) })}
            />
            <CountCell
              label="Percentile"
              value={item.percentile}
              min={1}
              max={100}
              onChange={percentile => set({ percentile })}
            />
            <QuantityCell
              label="Target"
              value={item.target}
              hint="100 ms, 99.9%, eventual"
              words
              onChange={target => set({ target })}
            />
            <ChoiceCell label="For the flow" value={item.flow} options={flows} onChange={flow => set({ flow })} />
          </>
        )}
      </Records>
    </>
  )
}

/** Narrows a word that came out of a select to the vocabulary that filled it. */
export function toWord<const T extends readonly string[]>(word: string, words: T): T[number] | '' {
  return words.find(known => known === word) ?? ''
}

type Fact = WorkspaceData['drill']['facts'][number]
type Asked = { readonly fact: Fact | null; readonly endsAtMs: number | null }

async function ask(attemptId: string, text: string): Promise<Asked | { readonly error: string }> {
  try {
    const response = await fetch(`/api/attempts/${attemptId}/questions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
    })
    const body = await response.json()
    return response.ok ? body : { error: String(body?.error?.message ?? 'The question could not be sent.') }
  } catch {
    return { error: 'The server cannot be reached. Ask again when it is back.' }
  }
}

export function QuestionsPanel({
  submission,
  change,
  drill,
  attemptId,
  mode,
  onFact,
  onEnd,
}: PanelProps & { onFact: (fact: Fact) => void; onEnd: (endsAtMs: number) => void }) {
  const [text, setText] = useState('')
  const [answer, setAnswer] = useState('')
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    const question = text.trim()
    if (question === '' || busy) return
    setBusy(true)
    const result = await ask(attemptId, question)
    setBusy(false)
    if ('error' in result) return setAnswer(result.error)
    setText('')
    setAnswer(result.fact?.text ?? 'That is your call: state the assumption and go on.')
    if (result.fact) onFact(result.fact)
    if (result.endsAtMs !== null) onEnd(result.endsAtMs)
    const fact = result.fact?.id ?? ''
    change(s => ({ ...s, questions: [...s.questions, { id: nextId('q', s.questions), text: question, fact }] }))
  }
  const factText = (id: string) => drill.facts.find(f => f.id === id)?.text
  return (
    <>
      <form
        className="mb-4 flex flex-wrap items-end gap-2"
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        <div className="grid min-w-60 flex-1">
          <TextCell label="Ask the interviewer" value={text} hint="How many users are there?" onChange={setText} />
        </div>
        <Button type="submit" variant="primary" disabled={busy || text.trim() === ''}>
          {busy ? 'Asking…' : 'Ask'}
        </Button>
      </form>
      <p aria-live="polite" className="mb-4 min-h-6 text-sm">
        {answer}
      </p>
      {submission.questions.length === 0 ? (
        <p className="text-sm text-quiet">
          What you asked, and what you were told, will stand here.{' '}
          {mode === 'mock'
            ? `Each question takes ${questionCostMs / 1000} seconds off the clock, as asking aloud would, and nothing else.`
            : 'Asking costs nothing.'}
        </p>
      ) : (
        <ol className="flex flex-col gap-2">
          {submission.questions.map(question => (
            <li key={question.id} className="card px-3 py-2 text-sm">
              <p className="font-medium">{question.text}</p>
              <p className="text-quiet">{factText(question.fact) ?? 'Your call: state the assumption.'}</p>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

export function EstimatesPanel({ submission, change, drill, scope }: PanelProps) {
  const slotValue = (slot: string) => submission.assumptions.find(a => a.slot === slot)?.value ?? ''
  const setSlot = (slot: string, value: string) =>
    change(s => ({
      ...s,
      assumptions: [...s.assumptions.filter(a => a.slot !== slot), ...(value === '' ? [] : [{ slot, value }])],
    }))
  const stated = (target: string) => submission.answers.find(a => a.target === target)
  const setStated = (target: string, patch: { stated?: string; confidence?: 50 | 80 | 90 | undefined }) =>
    change(s => {
      const now = s.answers.find(a => a.target === target) ?? { target, stated: '' }
      const next = { ...now, ...patch }
      return { ...s, answers: [...s.answers.filter(a => a.target !== target), ...(next.stated === '' ? [] : [next])] }
    })
  const names = Object.keys(scope)
  return (
    <>
      <datalist id="worksheet-names">
        {names.map(name => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {drill.slots.length > 0 ? (
        <section aria-label="Assumptions" className="mb-6">
          <h3 className="mb-2 text-sm font-semibold">Assumptions that are yours to make</h3>
          <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
            {drill.slots.map(slot => (
              <QuantityCell
                key={slot.id}
                label={slot.ask}
                hint={slot.unit === '1' ? 'a number' : `in ${slot.unit}`}
                value={slotValue(slot.id)}
                onChange={value => setSlot(slot.id, value)}
              />
            ))}
          </div>
        </section>
      ) : null}
      <section aria-label="Answers">
        <h3 className="mb-2 text-sm font-semibold">Your answers</h3>
        <p className="mb-3 text-sm text-quiet">A quantity, a range such as 25..35, or the name of a worksheet line.</p>
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
          {drill.targets.map(target => {
            const answer = stated(target.id)
            const isRange = /\.\.| to /.test(answer?.stated ?? '')
            return (
              <div key={target.id} className="grid content-start gap-1.5">
                <QuantityCell
                  label={target.ask}
                  hint={target.unit === '1' ? 'a number' : `in ${target.unit}`}
                  value={answer?.stated ?? ''}
                  onChange={value => setStated(target.id, { stated: value })}
                />
                {isRange && read(answer?.stated ?? '', scope)?.ok ? (
                  <ChoiceCell
                    label="How sure that it holds"
                    value={answer?.confidence === undefined ? '' : String(answer.confidence)}
                    options={['50', '80', '90'].map(c => ({ value: c, label: `${c}%` }))}
                    onChange={word =>
                      setStated(target.id, {
                        confidence: word === '50' ? 50 : word === '80' ? 80 : word === '90' ? 90 : undefined,
                      })
                    }
                  />
                ) : null}
              </div>
            )
          })}
        </div>
      </section>
    </>
  )
}

export function ApiPanel({ submission, change }: PanelProps) {
  return (
    <Records
      name="call"
      items={submission.api}
      blank={blank.api}
      prefix="api"
      columns="sm:grid-cols-[7rem_1fr_1fr] lg:grid-cols-[6.5rem_1fr_1.4fr_5rem_6.5rem_6.5rem]"
      onChange={api => change(s => ({ ...s, api }))}
    >
      {(item, set) => (
        <>
          <ChoiceCell
            label="Method"
            value={item.method}
            options={httpMethods.map(m => ({ value: m, label: m }))}
            onChange={word => set({ method: toWord(word, httpMethods) })}
          />
          <TextCell label="Path" value={item.path} hint="/v1/things/{id}" onChange={path => set({ path })} />
          <TextCell label="Purpose" value={item.purpose} onChange={purpose => set({ purpose })} />
          <CountCell
            label="Status"
            value={item.status}
            min={100}
            max={599}
            hint="of success"
            onChange={status => set({ status })}
          />
          <AnswerCell label="Idempotent" value={item.idempotent} onChange={idempotent => set({ idempotent })} />
          <AnswerCell label="Paginated" value={item.paginated} onChange={paginated => set({ paginated })} />
        </>
      )}
    </Records>
  )
}
