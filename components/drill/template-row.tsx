import { useState } from 'react'
import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import type { Submission } from '#engine/design/submission.ts'
import { type Template, templates } from '#engine/design/templates.ts'
import { Button } from '../ui/button.tsx'

type Props = {
  part: string
  submission: Submission
  kinds: readonly ComponentKind[]
  change: (next: (now: Submission) => Submission) => void
}

/** What saves typing in a part: records that point to what the design has already. The last one can be taken back until something else is written. */
export function TemplateRow({ part, submission, kinds, change }: Props) {
  const [last, setLast] = useState<{ template: Template; before: Submission; after: Submission }>()
  const here = templates.filter(t => t.part === part)
  if (here.length === 0) return null
  const insert = (template: Template) => {
    const after = template.apply(submission, kinds)
    if (after === submission) return
    setLast({ template, before: submission, after })
    change(() => after)
  }
  return (
    <details className="mb-4 text-sm">
      <summary className="text-quiet">Insert a template</summary>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {here.map(template => (
          <Button
            key={template.id}
            size="sm"
            disabled={template.apply(submission, kinds) === submission}
            onClick={() => insert(template)}
          >
            {template.title}
          </Button>
        ))}
        {last && submission === last.after ? (
          <Button
            size="sm"
            variant="quiet"
            onClick={() => {
              change(() => last.before)
              setLast(undefined)
            }}
          >
            Undo
          </Button>
        ) : null}
      </div>
      <p className="mt-1 text-xs text-quiet">
        A template points to what you have drawn or promised; what earns points is left to write.
      </p>
    </details>
  )
}
