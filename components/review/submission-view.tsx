import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import type { Submission } from '#engine/design/submission.ts'
import { Tag } from '../ui/tag.tsx'

/** What the parts of a submission are called. */
export const partTitles: Readonly<Record<string, string>> = {
  requirements: 'Requirements',
  questions: 'Questions',
  worksheet: 'Worksheet',
  assumptions: 'Assumptions',
  answers: 'Answers',
  api: 'API',
  architecture: 'Architecture',
  data: 'Data',
  decisions: 'Decisions',
  failures: 'Failures',
  operations: 'Operations',
  security: 'Security',
  cost: 'Cost',
  evolution: 'Evolution',
  organization: 'Teams',
  predictions: 'Predictions',
}

const labels: Readonly<Record<string, string>> = {
  nonFunctional: 'Objectives',
  functional: 'Functional',
  rto: 'RTO',
  rpo: 'RPO',
  givesUp: 'Gives up',
  at10x: 'At 10x',
  at100x: 'At 100x',
  hotKey: 'Hot keys',
  owns: 'Owns',
}

/** What a field is called. */
export const toLabel = (key: string) =>
  labels[key] ??
  key
    .replace(/([A-Z])/g, ' $1')
    .replace(/^./, c => c.toUpperCase())
    .toLowerCase()
    .replace(/^./, c => c.toUpperCase())

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isEmpty = (value: unknown): boolean =>
  value === '' ||
  value === undefined ||
  value === null ||
  (Array.isArray(value) && value.length === 0) ||
  (isRecord(value) && Object.entries(value).every(([key, inner]) => key === 'id' || isEmpty(inner)))

/** The anchor of a place in a submission; evidence links to it. */
export const anchorOf = (at: string, prefix = 'at') => `${prefix}${at.replaceAll('/', '.')}`

const keyOf = (record: Readonly<Record<string, unknown>>, index: number) =>
  String(record.id ?? record.slot ?? record.target ?? index)

/**
 * The submission as it was handed in, every part that says something, each record and field under its own anchor. Text is shown as text.
 * `prefix` keeps the anchors of two submissions on one page apart; parts in `marked` are pointed out.
 */
export function SubmissionView({
  submission,
  prefix = 'at',
  marked = [],
}: {
  submission: Submission
  prefix?: string
  marked?: readonly string[]
}) {
  const said = Object.entries(submission).filter(([key, value]) => key !== 'schema' && !isEmpty(value))
  if (said.length === 0) return <p className="text-sm text-quiet">Nothing was written.</p>
  return (
    <div className="flex flex-col gap-6">
      {said.map(([key, value]) => (
        <section key={key} id={anchorOf(`/${key}`, prefix)} className="target:bg-accent-wash">
          <h3 className="mb-1.5 flex flex-wrap items-center gap-2 border-b border-line pb-1 text-sm font-semibold">
            {partTitles[key] ?? key}
            {marked.includes(key) ? <Tag tone="accent">written here</Tag> : null}
          </h3>
          {key === 'worksheet' ? (
            <pre className="num overflow-x-auto rounded-md bg-sunken p-3 text-xs leading-relaxed">{String(value)}</pre>
          ) : (
            <Value value={value} at={`/${key}`} prefix={prefix} />
          )}
        </section>
      ))}
    </div>
  )
}

function Value({ value, at, prefix }: { value: unknown; at: string; prefix: string }): ReactNode {
  if (Array.isArray(value)) return <List items={value} at={at} prefix={prefix} />
  if (!isRecord(value))
    return (
      <span className="break-words whitespace-pre-wrap">
        {typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)}
      </span>
    )
  const fields = Object.entries(value).filter(([key, inner]) => key !== 'id' && !isEmpty(inner))
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm">
      {fields.map(([key, inner]) => {
        const nested = typeof inner === 'object'
        const long = typeof inner === 'string' && inner.length > 60
        return (
          <div
            key={key}
            id={anchorOf(`${at}/${key}`, prefix)}
            className={clsx('min-w-0 target:bg-accent-wash', nested ? 'mt-1 w-full' : long ? 'w-full' : 'flex gap-1.5')}
          >
            <dt className={clsx(nested ? 'text-xs font-medium text-quiet' : 'shrink-0 text-faint')}>{toLabel(key)}</dt>
            <dd className={clsx('min-w-0', nested ? 'border-l border-line pl-3' : '')}>
              <Value value={inner} at={`${at}/${key}`} prefix={prefix} />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function List({ items, at, prefix }: { items: readonly unknown[]; at: string; prefix: string }) {
  if (items.every(item => !isRecord(item))) return <span className="break-words">{items.join(' > ')}</span>
  return (
    <ol className="flex flex-col gap-2">
      {items.map((item, index) => {
        const key = isRecord(item) ? keyOf(item, index) : String(index)
        return (
          <li
            key={key}
            id={anchorOf(`${at}/${key}`, prefix)}
            className="rounded-sm border-l-2 border-line pl-2.5 target:border-accent target:bg-accent-wash"
          >
            <Value value={item} at={`${at}/${key}`} prefix={prefix} />
          </li>
        )
      })}
    </ol>
  )
}
