'use client'

import { type ReactNode, useState } from 'react'
import { drawRoute, formatRoute } from '#engine/architecture/draw-route.ts'
import { blank } from '#engine/design/blank.ts'
import type { Submission } from '#engine/design/submission.ts'
import { ArchitectureViews } from '../canvas/architecture-views.tsx'
import { PartFigures } from '../simulation/part-figures.tsx'
import { ComponentFields, LinkFields } from './architecture-fields.tsx'
import { ChoiceCell, QuantityCell, TextCell } from './cells.tsx'
import { Records } from './records.tsx'
import { LiveSentence, Results } from './run-design.tsx'
import type { PanelProps } from './workspace-types.ts'

type Architecture = Submission['architecture']
type Component = Architecture['components'][number]

const live = { sentence: <LiveSentence />, results: <Results /> }
const blanks = { component: { id: '', ...blank.component }, link: { id: '', ...blank.link } }

export const componentOptions = (submission: Submission) =>
  submission.architecture.components.map(c => ({ value: c.id, label: c.name || c.id }))
export const objectiveOptions = (submission: Submission) =>
  submission.requirements.nonFunctional.map(r => ({
    value: r.id,
    label: [r.quality || r.id, r.percentile ? `p${r.percentile}` : '', r.target].filter(Boolean).join(' '),
  }))

/** Without the components, the links and routes that named them would dangle: they go too. */
function withComponents(architecture: Architecture, components: Component[]): Architecture {
  const kept = new Set(components.map(c => c.id))
  return {
    components,
    links: architecture.links.filter(l => kept.has(l.from) && kept.has(l.to)),
    flows: architecture.flows.map(f => ({ ...f, route: f.route.filter(id => kept.has(id)) })),
  }
}

/** The architecture: its flows, the sentence of the running design, and its components and links as a table or on the canvas. */
export function ArchitecturePanel({ submission, change, kinds, attemptId, mode, run }: PanelProps & { run: ReactNode }) {
  const { architecture } = submission
  const set = (next: (now: Architecture) => Architecture) => change(s => ({ ...s, architecture: next(s.architecture) }))
  const components = componentOptions(submission)
  return (
    <>
      <Records
        name="flow"
        title="Flows: how a request travels"
        empty="Start here. A route draws the components and links that it names; >> is a call that nobody waits for."
        items={architecture.flows}
        blank={blank.flow}
        prefix="flow"
        columns="sm:grid-cols-[11rem_1fr]"
        onChange={flows => set(a => ({ ...a, flows }))}
      >
        {(flow, patch) => (
          <>
            <TextCell label="Flow" value={flow.name} hint="Read an item" onChange={name => patch({ name })} />
            <RouteCell
              architecture={architecture}
              route={flow.route}
              onDraw={text => set(a => drawInto(a, flow.id, text, kinds))}
            />
            <QuantityCell label="Rate" value={flow.rate} hint="peak" onChange={rate => patch({ rate })} />
            <ChoiceCell
              label="Objective"
              value={flow.objective}
              options={objectiveOptions(submission)}
              onChange={objective => patch({ objective })}
            />
          </>
        )}
      </Records>
      {run}
      <ArchitectureViews
        architecture={architecture}
        kinds={kinds}
        design={submission}
        placesKey={attemptId}
        showFindings={mode === 'practice'}
        live={live}
        onChange={next => set(() => next)}
      >
        <Records
          name="component"
          title="Components"
          items={architecture.components}
          blank={blank.component}
          prefix="component"
          columns="grid-cols-2 sm:grid-cols-4 lg:grid-cols-[1.3fr_1.3fr_repeat(4,4.5rem)_1fr]"
          onChange={next => set(a => withComponents(a, next))}
        >
          {(item, patch) => (
            <>
              <ComponentFields item={item} kinds={kinds} onChange={patch} />
              <PartFigures id={item.id} className="mt-1 border-t border-line pt-2" />
            </>
          )}
        </Records>
        <Records
          name="link"
          title="Links: who calls whom"
          items={architecture.links}
          blank={blank.link}
          prefix="link"
          columns="grid-cols-2 sm:grid-cols-4 lg:grid-cols-[1fr_1fr_6rem_6rem_5rem_1fr_1fr]"
          onChange={links =>
            set(a => ({
              ...a,
              links: links.map(l => ({
                ...l,
                from: l.from || (components[0]?.value ?? 'none'),
                to: l.to || (components[1]?.value ?? 'none'),
              })),
            }))
          }
        >
          {(link, patch) => <LinkFields link={link} components={components} onChange={patch} />}
        </Records>
      </ArchitectureViews>
    </>
  )
}

function drawInto(architecture: Architecture, flowId: string, text: string, kinds: PanelProps['kinds']): Architecture {
  const drawn = drawRoute(architecture, text, kinds, blanks)
  return {
    ...drawn.architecture,
    flows: drawn.architecture.flows.map(f => (f.id === flowId ? { ...f, route: [...drawn.route] } : f)),
  }
}

/** The route as text; leaving the field, or Enter, draws it. */
function RouteCell({
  architecture,
  route,
  onDraw,
}: {
  architecture: Architecture
  route: readonly string[]
  onDraw: (text: string) => void
}) {
  const written = formatRoute(architecture, route)
  const [draft, setDraft] = useState<string | null>(null)
  const draw = () => {
    if (draft !== null && draft !== written) onDraw(draft)
    setDraft(null)
  }
  return <RouteField value={draft ?? written} onChange={setDraft} onDraw={draw} />
}

function RouteField({ value, onChange, onDraw }: { value: string; onChange: (text: string) => void; onDraw: () => void }) {
  return (
    <label className="row-span-3 grid min-w-0 grid-rows-subgrid gap-y-0.5">
      <span className="self-end text-xs text-faint">Route</span>
      <input
        className="field"
        value={value}
        placeholder="client > load balancer > web > cache > db"
        autoComplete="off"
        spellCheck={false}
        onChange={e => onChange(e.target.value)}
        onBlur={onDraw}
        onKeyDown={e => {
          if (e.key === 'Enter' && !e.ctrlKey && !e.metaKey) {
            e.preventDefault()
            onDraw()
          }
        }}
      />
    </label>
  )
}
