'use client'

import { useMemo, useState } from 'react'
import type { ReferenceValue } from '#engine/sizing/demand.ts'
import { size } from '#engine/sizing/plan.ts'
import type { SizingRules } from '#engine/sizing/rules.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'

/** What most systems start from; the other inputs unfold below. */
const first = [
  'writes',
  'reads_per_write',
  'daily_users',
  'record',
  'response',
  'retention',
  'peak_factor',
  'replicas',
  'cache_hits',
  'shard_size',
  'availability',
  'latency',
]

const exampleOf = (example: string | readonly string[]) => (typeof example === 'string' ? example : example.join(', '))

/** A demand in, a plan out: every number with its rule, where the rule comes from and where it is weak. */
export function SizeForm({
  rules,
  reference,
  onWorksheet,
}: {
  rules: SizingRules
  reference: readonly ReferenceValue[]
  onWorksheet: (source: string) => void
}) {
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({
    writes: '100M /month',
    reads_per_write: '100',
    record: '500 B',
    retention: '5 years',
    cache_hits: '95%',
    availability: '99.9%',
  })
  const demand = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(texts).flatMap(([name, text]) => {
          if (text.trim() === '') return []
          const list = rules.inputs.find(i => i.name === name)?.list
          return [[name, list ? text.split(',').map(t => t.trim()) : text]]
        }),
      ),
    [texts, rules],
  )
  const plan = useMemo(() => size(demand, rules, reference), [demand, rules, reference])
  const problem = (name: string) => plan.problems.find(p => p.path[0] === name)
  const field = (name: string) => {
    const input = rules.inputs.find(i => i.name === name)
    if (!input) return null
    const found = problem(name)
    return (
      <TextField
        key={name}
        label={input.what}
        name={name}
        className="num"
        autoComplete="off"
        placeholder={input.default ? `${input.default} (assumed)` : exampleOf(input.example)}
        value={texts[name] ?? ''}
        error={found ? `${found.message}: ${found.mend}` : undefined}
        onChange={e => setTexts({ ...texts, [name]: e.target.value })}
      />
    )
  }
  const others = rules.inputs.map(i => i.name).filter(name => !first.includes(name))
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.6fr)]">
      <form aria-label="Demand" className="flex flex-col gap-3" onSubmit={e => e.preventDefault()}>
        {first.map(field)}
        <details>
          <summary className="text-sm text-quiet">More: cells, storage tiers, connections, recovery</summary>
          <div className="mt-3 flex flex-col gap-3">{others.map(field)}</div>
        </details>
      </form>
      <section aria-label="Plan" className="min-w-0">
        <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
          <h2 className="text-lg font-semibold">The plan</h2>
          <Button size="sm" onClick={() => onWorksheet(plan.worksheet)} disabled={plan.rows.length === 0}>
            Open it as a worksheet
          </Button>
        </div>
        {plan.warnings.length > 0 ? (
          <Notice tone="attention" className="mb-3">
            <ul className="flex flex-col gap-1">
              {plan.warnings.map(w => (
                <li key={w.says}>{w.says}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {plan.rows.length === 0 ? (
          <p className="text-sm text-quiet">Say how many writes or users there are; what follows from them will stand here.</p>
        ) : null}
        <ol className="divide-y divide-line border-y border-line">
          {plan.rows.map(row => (
            <li key={`${row.rule}-${row.name}`} className="py-2">
              <details>
                <summary className="flex items-baseline justify-between gap-4">
                  <span className="min-w-0 text-sm">
                    {row.what}
                    {row.note ? <span className="text-quiet"> ({row.note})</span> : null}
                    {row.disagrees ? <span className="text-attention"> · two rules disagree</span> : null}
                  </span>
                  <span className="num font-semibold whitespace-nowrap">{row.text}</span>
                </summary>
                <dl className="mt-2 grid gap-x-3 gap-y-1 text-sm sm:grid-cols-[6rem_1fr]">
                  <dt className="text-faint">Rule</dt>
                  <dd>{row.title}</dd>
                  <dt className="text-faint">Formula</dt>
                  <dd className="num break-words">{row.formula}</dd>
                  <dt className="text-faint">Source</dt>
                  <dd>{row.source}</dd>
                  <dt className="text-faint">Weak where</dt>
                  <dd>{row.weakness}</dd>
                  {row.disagrees?.map(other => (
                    <div key={other.id} className="contents">
                      <dt className="text-attention">Disputed</dt>
                      <dd>
                        {other.says} {other.with.map(w => `${w.name}: ${w.text}`).join('; ')}
                      </dd>
                    </div>
                  ))}
                </dl>
              </details>
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}
