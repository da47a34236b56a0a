'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { type Band, bands } from '#engine/rubric/scoring.ts'
import { Button } from '../ui/button.tsx'
import { TextArea, TextField } from '../ui/field.tsx'
import { postJson } from './post-json.ts'

type Dimension = { readonly id: string; readonly title: string; readonly expects: string | null }
export type FriendMarks = {
  readonly id: string
  readonly name: string
  readonly grades: Readonly<Record<string, Band>>
  readonly notes: string
}

/** Enters what a friend who held the interview marked on the sheet, or changes it. */
export function FriendForm({
  attemptId,
  dimensions,
  marks,
  onDone,
}: {
  attemptId: string
  dimensions: readonly Dimension[]
  /** What is to be changed; none for a new friend. */
  marks?: FriendMarks
  onDone: () => void
}) {
  const router = useRouter()
  const [name, setName] = useState(marks?.name ?? '')
  const [grades, setGrades] = useState<Readonly<Record<string, Band>>>(marks?.grades ?? {})
  const [notes, setNotes] = useState(marks?.notes ?? '')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const grade = (id: string, band: Band | null) => {
    const { [id]: _before, ...others } = grades
    setGrades(band === null ? others : { ...others, [id]: band })
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return setProblem('Write who held the interview.')
    if (Object.keys(grades).length === 0) return setProblem('Give at least one dimension a grade.')
    setBusy(true)
    const url = `/api/attempts/${attemptId}/friend-reviews${marks ? `/${marks.id}` : ''}`
    const answer = await postJson(url, { name, grades, notes })
    setBusy(false)
    setProblem(answer.ok ? '' : answer.message)
    if (!answer.ok) return
    router.refresh()
    onDone()
  }
  return (
    <form onSubmit={save} className="card flex flex-col gap-4 p-4">
      <div className="max-w-xs">
        <TextField
          label="Who held the interview"
          required
          maxLength={80}
          value={name}
          onChange={e => setName(e.target.value)}
          hint="As you call them; only you see it."
        />
      </div>
      <div className="grid gap-x-10 md:grid-cols-2">
        {dimensions.map(({ id, title, expects }) => (
          <fieldset key={id} className="border-b border-line py-2.5 text-sm">
            <legend className="float-left w-full font-medium">{title}</legend>
            {expects ? <p className="clear-both text-xs text-faint">{expects}</p> : null}
            <div className="clear-both mt-1 flex flex-wrap gap-x-3 gap-y-1">
              {[...bands, null].map(band => (
                <label key={band} className="relative inline-flex min-h-7 items-center gap-1.5">
                  <input
                    type="radio"
                    name={`grade-${marks?.id ?? 'new'}-${id}`}
                    className="accent-accent"
                    checked={(grades[id] ?? null) === band}
                    onChange={() => grade(id, band)}
                  />
                  <span className={band === null ? 'text-faint' : ''}>
                    <span className="sr-only">{title}: </span>
                    {band ?? 'none'}
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      <TextArea label="Notes" rows={4} maxLength={5000} value={notes} onChange={e => setNotes(e.target.value)} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" disabled={busy}>
          {busy ? 'Keeping…' : 'Keep the grades'}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          Cancel
        </Button>
        {problem ? (
          <p role="alert" className="text-sm text-bad">
            {problem}
          </p>
        ) : null}
      </div>
    </form>
  )
}
