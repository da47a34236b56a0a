'use client'

import { ArrowLeftRight, Copy, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import type { Component, Link, Submission } from '#engine/design/submission.ts'
import { ComponentFields, LinkFields } from '../drill/architecture-fields.tsx'
import { TextCell } from '../drill/cells.tsx'
import { PartFigures, TakeAway } from '../simulation/part-figures.tsx'
import { Button } from '../ui/button.tsx'

type Architecture = Submission['architecture']

type StripProps = {
  readonly architecture: Architecture
  readonly kinds: readonly ComponentKind[]
  readonly selected: ReadonlySet<string>
  readonly readOnly: boolean
  readonly onComponent: (id: string, patch: Partial<Component>) => void
  readonly onLink: (id: string, patch: Partial<Link>) => void
  /** Puts all that is selected into one group. */
  readonly onGroup: (group: string) => void
  readonly onConnect: (from: string, to: string) => void
  readonly onSelect: (id: string) => void
  readonly onDelete: () => void
  readonly onDuplicate: () => void
}

const columns = 'grid grid-cols-2 gap-x-3 gap-y-2 @2xl:grid-cols-4'

/** What is selected, with the same fields as in the table. */
export function PartStrip(props: StripProps) {
  const { architecture, selected, readOnly } = props
  const components = architecture.components.filter(c => selected.has(c.id))
  const links = architecture.links.filter(l => selected.has(l.id))
  const [component] = components
  const [link] = links
  if (components.length + links.length > 1)
    return (
      <Frame title={`${components.length + links.length} parts selected`} {...props} copies={components.length > 0}>
        {components.length > 0 ? (
          <fieldset disabled={readOnly} className={columns}>
            <TextCell
              label="Group of all of them"
              hint="eu-west, cell"
              value={commonGroup(components)}
              onChange={props.onGroup}
            />
          </fieldset>
        ) : null}
        <p className="mt-2 text-sm text-quiet">Drag one to move all. Ctrl C and Ctrl V copy them with the links between them.</p>
        <TakeAway ids={components.map(c => c.id)} className="mt-2" />
      </Frame>
    )
  if (component)
    return (
      <Frame title={component.name || component.id} {...props} copies>
        <PartFigures id={component.id} className="mb-3 border-b border-line pb-3" />
        <fieldset disabled={readOnly} className={columns} key={component.id}>
          <ComponentFields item={component} kinds={props.kinds} onChange={patch => props.onComponent(component.id, patch)} />
        </fieldset>
        <Calls {...props} component={component} />
      </Frame>
    )
  if (link) {
    const name = (id: string) => architecture.components.find(c => c.id === id)?.name || id
    return (
      <Frame
        title={`${name(link.from)} calls ${name(link.to)}`}
        {...props}
        more={
          <Button size="sm" onClick={() => props.onLink(link.id, { from: link.to, to: link.from })}>
            <ArrowLeftRight aria-hidden className="size-3.5" />
            Turn around
          </Button>
        }
      >
        <fieldset disabled={readOnly} className={columns} key={link.id}>
          <LinkFields
            link={link}
            components={architecture.components.map(c => ({ value: c.id, label: c.name || c.id }))}
            onChange={patch => props.onLink(link.id, patch)}
          />
        </fieldset>
      </Frame>
    )
  }
  if (readOnly)
    return (
      <p className="text-sm text-quiet">
        Select a component or a link to see what was written of it. Arrow keys go along the links.
      </p>
    )
  return (
    <p className="text-sm text-quiet">
      Select a component or a link to edit it. Arrow keys go along the links, <kbd>Shift</kbd> with an arrow moves a component,{' '}
      <kbd>Enter</kbd> edits, <kbd>Delete</kbd> removes; drag from the dot at a box’s right edge to link it.
    </p>
  )
}

const commonGroup = ([first, ...rest]: readonly Component[]): string =>
  rest.every(c => c.group === first?.group) ? (first?.group ?? '') : ''

function Frame({
  title,
  readOnly,
  copies = false,
  more,
  onDelete,
  onDuplicate,
  children,
}: {
  title: string
  readOnly: boolean
  copies?: boolean
  more?: ReactNode
  onDelete: () => void
  onDuplicate: () => void
  children: ReactNode
}) {
  return (
    <section aria-label={`Selected: ${title}`}>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <h3 className="min-w-0 flex-1 truncate text-sm font-semibold @max-md:basis-full">{title}</h3>
        {readOnly ? null : (
          <>
            {more}
            {copies ? (
              <Button size="sm" onClick={onDuplicate}>
                <Copy aria-hidden className="size-3.5" />
                Duplicate
              </Button>
            ) : null}
            <Button size="sm" onClick={onDelete}>
              <Trash2 aria-hidden className="size-3.5" />
              Delete
            </Button>
          </>
        )}
      </div>
      {children}
    </section>
  )
}

/** The links of a component, each a way to that link, and a way to make another without dragging. */
function Calls({ architecture, component, readOnly, onConnect, onSelect }: StripProps & { component: Component }) {
  const name = (id: string) => architecture.components.find(c => c.id === id)?.name || id
  const out = architecture.links.filter(l => l.from === component.id)
  const into = architecture.links.filter(l => l.to === component.id)
  const rest = architecture.components.filter(c => c.id !== component.id && !out.some(l => l.to === c.id))
  return (
    <div className="mt-3 flex flex-wrap items-center gap-1.5 text-sm">
      {[...out, ...into].map(link => {
        const other = link.from === component.id ? `calls ${name(link.to)}` : `called by ${name(link.from)}`
        return (
          <Button key={link.id} size="sm" variant="secondary" onClick={() => onSelect(link.id)}>
            {other}
            {link.mode === 'async' ? ', async' : ''}
          </Button>
        )
      })}
      {readOnly || rest.length === 0 ? null : (
        <label className="ml-auto flex items-center gap-2">
          <span className="text-xs text-faint">Link to</span>
          <select className="field w-40" value="" onChange={e => onConnect(component.id, e.target.value)}>
            <option value="">choose…</option>
            {rest.map(c => (
              <option key={c.id} value={c.id}>
                {c.name || c.id}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}
