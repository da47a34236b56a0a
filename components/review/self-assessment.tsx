'use client'

import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { TextArea } from '../ui/field.tsx'
import { postJson } from './post-json.ts'
import type { SelfCriterion } from './self-criteria.ts'

type Recorded = { readonly criterionId: string; readonly verdict: string; readonly span: string | null }

/** What nothing typed can decide: the candidate ticks the list and marks the words that show it. */
export function SelfAssessment({
  attemptId,
  criteria,
  recorded,
}: {
  attemptId: string
  criteria: readonly SelfCriterion[]
  recorded: readonly Recorded[]
}) {
  return (
    <ol className="grid gap-4 md:grid-cols-2">
      {criteria.map(criterion => (
        <Item
          key={criterion.id}
          attemptId={attemptId}
          criterion={criterion}
          recorded={recorded.find(r => r.criterionId === criterion.id)}
        />
      ))}
    </ol>
  )
}

const verdictOf = (ticked: number, of: number) => (ticked === of ? 'met' : ticked > 0 ? 'partly' : 'missed')
const words: Readonly<Record<string, string>> = { met: 'all of it', partly: 'part of it', missed: 'none of it' }

function Item({
  attemptId,
  criterion,
  recorded,
}: {
  attemptId: string
  criterion: SelfCriterion
  recorded: Recorded | undefined
}) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(recorded?.verdict === 'met' ? criterion.checklist : []))
  const [span, setSpan] = useState(recorded?.span ?? '')
  const [said, setSaid] = useState(recorded ? `Recorded: ${words[recorded.verdict] ?? recorded.verdict}.` : '')
  const save = async () => {
    const verdict = verdictOf(ticked.size, criterion.checklist.length)
    const result = await postJson(`/api/attempts/${attemptId}/self-assessments`, {
      criterionId: criterion.id,
      verdict,
      ...(span.trim() === '' ? {} : { span }),
    })
    setSaid(result.ok ? `Recorded: ${words[verdict]}.` : result.message)
  }
  const takeSelected = () => {
    const selected = window.getSelection()?.toString().trim() ?? ''
    if (selected === '') setSaid('Nothing is selected. Select the words in what you handed in first.')
    else setSpan(selected.slice(0, 2000))
  }
  return (
    <li id={`self-${criterion.id}`} className="card p-4 target:bg-accent-wash">
      <fieldset>
        <legend className="font-medium">{criterion.question}</legend>
        {criterion.why ? <p className="mt-1 text-sm text-quiet">{criterion.why}</p> : null}
        <div className="mt-2 flex flex-col gap-1.5 text-sm">
          {criterion.checklist.map(line => (
            <label key={line} className="flex items-start gap-2">
              <input
                type="checkbox"
                className="mt-1 accent-accent"
                checked={ticked.has(line)}
                onChange={e => setTicked(new Set(e.target.checked ? [...ticked, line] : [...ticked].filter(t => t !== line)))}
              />
              {line}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="mt-3">
        <TextArea
          label="The words of yours that show it"
          rows={2}
          maxLength={2000}
          value={span}
          onChange={e => setSpan(e.target.value)}
          hint="Select them in what you handed in, then take them over; or write them here."
        />
      </div>
      <div className="mt-2 flex items-center gap-3">
        <Button size="sm" onClick={save}>
          Record
        </Button>
        {/* A press of the mouse would clear what is selected before the click is told. */}
        <Button size="sm" variant="quiet" onPointerDown={e => e.preventDefault()} onClick={takeSelected}>
          Take the selected words
        </Button>
        <span role="status" className="text-sm text-quiet">
          {said}
        </span>
      </div>
    </li>
  )
}
