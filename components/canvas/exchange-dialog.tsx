'use client'

import { useState } from 'react'
import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import { toMermaid } from '#engine/architecture/mermaid.ts'
import type { Submission } from '#engine/design/submission.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/field.tsx'
import type { Places } from './places.ts'
import { download, pagePalette, toPng } from './save-picture.ts'
import { toSvg } from './to-svg.ts'

/** Takes a mermaid flowchart in, and gives the design out as mermaid, SVG or PNG. */
export function ExchangeDialog({
  open,
  onOpenChange,
  architecture,
  kinds,
  places,
  readOnly,
  onImport,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  architecture: Submission['architecture']
  kinds: readonly ComponentKind[]
  places: Places
  readOnly: boolean
  /** Draws the flowchart; what is wrong with it comes back in words. */
  onImport: (text: string) => string | undefined
}) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const [failed, setFailed] = useState(false)
  const take = () => {
    const wrong = onImport(text)
    setProblem(wrong)
    if (wrong) return
    setText('')
    onOpenChange(false)
  }
  const picture = () => toSvg(architecture, kinds, places, pagePalette())
  const savePng = async () => {
    const png = await toPng(picture())
    setFailed(!png)
    if (png) download('architecture.png', png)
  }
  const nothing = architecture.components.length === 0
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Import and export">
      {readOnly ? null : (
        <>
          <TextArea
            label="Mermaid flowchart to import"
            hint="It is added to what is drawn. A node with the name of a component is that component; a dotted arrow is a call nobody waits for."
            error={problem}
            rows={7}
            className="font-mono"
            value={text}
            placeholder={'flowchart LR\n  client --> lb --> web\n  web -.-> queue'}
            spellCheck={false}
            onChange={e => {
              setText(e.target.value)
              setProblem(undefined)
            }}
          />
          <Button className="mt-2" variant="primary" disabled={text.trim() === ''} onClick={take}>
            Add to the design
          </Button>
        </>
      )}
      <h3 className="mt-5 mb-2 text-sm font-medium">Export</h3>
      {nothing ? <p className="mb-2 text-sm text-quiet">Nothing is drawn yet.</p> : null}
      <div className="flex flex-wrap gap-2">
        <Button
          disabled={nothing}
          onClick={() => download('architecture.mmd', new Blob([toMermaid(architecture, kinds)], { type: 'text/plain' }))}
        >
          Save as mermaid
        </Button>
        <Button
          disabled={nothing}
          onClick={() => download('architecture.svg', new Blob([picture().svg], { type: 'image/svg+xml' }))}
        >
          Save as SVG
        </Button>
        <Button disabled={nothing} onClick={savePng}>
          Save as PNG
        </Button>
      </div>
      {failed ? (
        <p role="alert" className="mt-2 text-xs text-bad">
          This browser could not paint the picture. Save it as SVG instead.
        </p>
      ) : null}
    </Dialog>
  )
}
