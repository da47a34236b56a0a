'use client'

import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import type { ReferenceValue } from '#engine/sizing/demand.ts'
import type { SizingRules } from '#engine/sizing/rules.ts'
import { evaluateWorksheet } from '#engine/worksheet/worksheet.ts'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/field.tsx'
import { ExplainPanel } from './explain-panel.tsx'
import { SolvePanel } from './solve-panel.tsx'
import { WhatIfPanel } from './what-if-panel.tsx'
import { WorksheetEditor } from './worksheet-editor.tsx'

const example = `# A link shortener, on one page
urls = 100M /month
redirects = urls * 100
peak = redirects * 2..4        # assumption: the busiest hour
record = 500 B
stored = urls * record * 5 years
shards = ceil(stored / 50 GB)
`

const longestFragment = 30_000

/** The sheet of the address: everything after "#", which a browser never sends to a server. */
function readFragment(): string | null {
  try {
    const text = decodeURIComponent(window.location.hash.slice(1))
    return text === '' ? null : text
  } catch {
    return null
  }
}

const views = { explain: 'Explain', 'what-if': 'What if', solve: 'Solve' } as const
type View = keyof typeof views
const isView = (word: string): word is View => word in views

const SizeForm = lazy(async () => ({ default: (await import('./size-form.tsx')).SizeForm }))

export type SizingContent = { readonly rules: SizingRules; readonly reference: readonly ReferenceValue[] }

/** A worksheet of one's own, with its explanations beside it. The sheet lives in the address, so a link is a copy. */
export function EstimateWorkbench({ sizing }: { sizing: SizingContent | null }) {
  const [sizingOpen, setSizingOpen] = useState(false)
  const [source, setSource] = useState('')
  const [chosen, setChosen] = useState('')
  const [view, setView] = useState<View>('explain')
  const [said, setSaid] = useState('')
  const ready = useRef(false)

  useEffect(() => {
    setSource(readFragment() ?? example)
    ready.current = true
    const follow = () => {
      const linked = readFragment()
      if (linked !== null) setSource(linked)
    }
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  useEffect(() => {
    if (!ready.current || source === '') return
    const timer = setTimeout(() => {
      const fragment = encodeURIComponent(source)
      if (fragment.length <= longestFragment) window.history.replaceState(null, '', `#${fragment}`)
    }, 300)
    return () => clearTimeout(timer)
  }, [source])

  const sheet = useMemo(() => evaluateWorksheet(source), [source])
  const names = useMemo(() => [...sheet.values.keys()].filter(n => sheet.lines.some(l => l.name === n)), [sheet])
  const name = names.includes(chosen) ? chosen : (names.at(-1) ?? '')

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href)
      setSaid('The link is copied. Whoever opens it has this sheet.')
    } catch {
      setSaid('Copy the address of this page: it holds the sheet.')
    }
  }

  return (
    <>
      {sizing ? (
        <div className="mb-5 flex gap-2">
          <Button aria-pressed={!sizingOpen} variant={sizingOpen ? 'quiet' : 'secondary'} onClick={() => setSizingOpen(false)}>
            Worksheet
          </Button>
          <Button aria-pressed={sizingOpen} variant={sizingOpen ? 'secondary' : 'quiet'} onClick={() => setSizingOpen(true)}>
            Size a system
          </Button>
        </div>
      ) : null}
      {sizing && sizingOpen ? (
        <Suspense fallback={<p className="text-sm text-quiet">Loading the rules…</p>}>
          <SizeForm
            {...sizing}
            onWorksheet={text => {
              setSource(text)
              setSizingOpen(false)
            }}
          />
        </Suspense>
      ) : (
        <div className="grid gap-6 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
          <div className="min-w-0">
            <WorksheetEditor label="Worksheet" value={source} onChange={setSource} minLines={16} />
            <div className="mt-2 flex flex-wrap items-center gap-2">
              <Button size="sm" onClick={copy}>
                Copy the link
              </Button>
              <Button size="sm" variant="quiet" onClick={() => setSource(example)}>
                Start from the example
              </Button>
              <span role="status" className="text-sm text-quiet">
                {said}
              </span>
            </div>
          </div>
          <section aria-label="About a line" className="card min-w-0 self-start p-4">
            {name === '' ? (
              <p className="text-sm text-quiet">Write a line such as "urls = 100M /month"; how it comes about will stand here.</p>
            ) : (
              <>
                <div className="mb-4 grid grid-cols-2 gap-3">
                  <SelectField label="Line" value={name} onChange={e => setChosen(e.target.value)} className="num">
                    {names.map(n => (
                      <option key={n}>{n}</option>
                    ))}
                  </SelectField>
                  <SelectField
                    label="Show"
                    value={view}
                    onChange={e => setView(isView(e.target.value) ? e.target.value : 'explain')}
                  >
                    {Object.entries(views).map(([id, title]) => (
                      <option key={id} value={id}>
                        {title}
                      </option>
                    ))}
                  </SelectField>
                </div>
                {view === 'explain' ? <ExplainPanel source={source} sheet={sheet} name={name} /> : null}
                {view === 'what-if' ? <WhatIfPanel key={name} source={source} sheet={sheet} name={name} /> : null}
                {view === 'solve' ? <SolvePanel key={name} source={source} name={name} names={names} /> : null}
              </>
            )}
          </section>
        </div>
      )}
    </>
  )
}
