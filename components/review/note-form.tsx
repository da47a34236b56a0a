'use client'

import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { TextArea } from '../ui/field.tsx'
import { postJson } from './post-json.ts'

/** A note on the attempt, for oneself. */
export function NoteForm({ attemptId, text }: { attemptId: string; text: string }) {
  const [draft, setDraft] = useState(text)
  const [saved, setSaved] = useState(text)
  const [message, setMessage] = useState('')
  const save = async () => {
    const result = await postJson(`/api/attempts/${attemptId}/note`, { text: draft })
    if (result.ok) setSaved(draft)
    setMessage(result.ok ? 'Saved.' : result.message)
  }
  return (
    <div className="flex max-w-prose flex-col items-start gap-2">
      <div className="w-full">
        <TextArea
          label="What will you do differently next time?"
          rows={4}
          maxLength={10_000}
          value={draft}
          onChange={e => setDraft(e.target.value)}
        />
      </div>
      <div className="flex items-center gap-3">
        <Button onClick={save} disabled={draft === saved}>
          Save the note
        </Button>
        <span role="status" className="text-sm text-quiet">
          {message}
        </span>
      </div>
    </div>
  )
}
