'use client'

import { useId, useState } from 'react'
import { type ComponentKind, purchases } from '#engine/architecture/component-kinds.ts'
import type { Component } from '#engine/design/submission.ts'
import { ChoiceCell, QuantityCell } from './cells.tsx'

type Group = 'figures' | 'cost' | 'mechanisms'
type Known = {
  readonly key: string
  readonly label: string
  readonly hint: string
  readonly group: Group
  /** The figure of the kind whose place it takes; only kinds that have one are asked. */
  readonly figure?: keyof NonNullable<ComponentKind['defaults']>
  readonly only?: readonly ComponentKind['category'][]
}

/** What may be said of a component besides what is always asked; docs/settings.md tells what each does. */
const known: readonly Known[] = [
  { key: 'cv', label: 'Variability (cv)', hint: '1', group: 'figures', figure: 'cv' },
  { key: 'availability', label: 'Availability each', hint: '99.5%', group: 'figures', figure: 'availability' },
  { key: 'failover', label: 'Failover time', hint: '60 s', group: 'figures', figure: 'failover' },
  { key: 'startTime', label: 'Start time', hint: '2 minutes', group: 'figures', only: ['compute', 'processing', 'cache'] },
  { key: 'price', label: 'Price each, a month', hint: '76 USD', group: 'cost', figure: 'price' },
  { key: 'pricePerMillion', label: 'Price a million', hint: '0.4 USD', group: 'cost', figure: 'pricePerMillion' },
  { key: 'retrieved', label: 'Fetched a month', hint: '10%', group: 'cost', figure: 'tiers' },
  { key: 'scaleAt', label: 'Scale out at', hint: '70%', group: 'mechanisms', only: ['compute', 'processing'] },
  { key: 'scaleStep', label: 'Replicas a step', hint: '2', group: 'mechanisms', only: ['compute', 'processing'] },
  { key: 'cooldown', label: 'Cooldown', hint: '300 s', group: 'mechanisms', only: ['compute', 'processing'] },
  { key: 'maxReplicas', label: 'Most replicas', hint: '40', group: 'mechanisms', only: ['compute', 'processing'] },
  { key: 'breakerErrors', label: 'Breaker opens at', hint: '50%', group: 'mechanisms', only: ['compute', 'edge', 'client'] },
  { key: 'breakerOpen', label: 'Breaker stays open', hint: '5 s', group: 'mechanisms', only: ['compute', 'edge', 'client'] },
  { key: 'retryBackoff', label: 'Retry backoff', hint: '100 ms', group: 'mechanisms', only: ['compute', 'edge', 'client'] },
  { key: 'retryBudget', label: 'Retry budget', hint: '10%', group: 'mechanisms', only: ['compute', 'edge', 'client'] },
  { key: 'queueLimit', label: 'Most waiting', hint: '1000', group: 'mechanisms' },
  {
    key: 'batchSize',
    label: 'Batch size',
    hint: '100',
    group: 'mechanisms',
    only: ['compute', 'processing', 'store', 'messaging'],
  },
  {
    key: 'batchWait',
    label: 'Batch waits',
    hint: '10 ms',
    group: 'mechanisms',
    only: ['compute', 'processing', 'store', 'messaging'],
  },
  { key: 'keys', label: 'Different keys', hint: '100M', group: 'mechanisms', only: ['cache', 'store'] },
  { key: 'keySkew', label: 'Skew of keys (Zipf)', hint: '0.99', group: 'mechanisms', only: ['cache', 'store'] },
  { key: 'applyRate', label: 'Replica applies', hint: '2000 /s', group: 'mechanisms', only: ['store'] },
  { key: 'replicationDelay', label: 'Replication delay', hint: '50 ms', group: 'mechanisms', only: ['store'] },
]

const groups: Readonly<Record<Group, string>> = {
  figures: 'In place of a usual figure',
  cost: 'Cost',
  mechanisms: 'How it behaves under load',
}

type Props = {
  readonly item: Component
  readonly kind: ComponentKind | undefined
  /** Keys that are asked for anyway. */
  readonly asked: ReadonlySet<string>
  readonly onSetting: (key: string, value: string) => void
}

/** The settings that are rarely needed: what is set is shown, the rest is a choice away. */
export function MoreSettings({ item, kind, asked, onSetting }: Props) {
  const id = useId()
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const defaults = kind?.defaults
  if (!kind || !defaults) return null
  const fits = known.filter(
    ({ key, figure, only }) =>
      !asked.has(key) && (!figure || defaults[figure] !== undefined) && (!only || only.includes(kind.category)),
  )
  const shown = fits.filter(({ key }) => opened.has(key) || (item.settings[key] ?? '') !== '')
  const others = fits.filter(each => !shown.includes(each))
  const ways = purchases.filter(way => way === 'on-demand' || defaults[way] !== undefined)
  const tiers = defaults.tiers ? ['standard', ...Object.keys(defaults.tiers)] : []
  return (
    <>
      {ways.length > 1 && defaults.price ? (
        <ChoiceCell
          label="Bought"
          value={item.settings.purchase ?? ''}
          options={ways}
          onChange={way => onSetting('purchase', way)}
        />
      ) : null}
      {tiers.length > 0 ? (
        <ChoiceCell
          label="Storage tier"
          value={item.settings.tier ?? ''}
          options={tiers}
          onChange={tier => onSetting('tier', tier)}
        />
      ) : null}
      {shown.map(({ key, label, hint, figure }) => (
        <QuantityCell
          key={key}
          label={label}
          hint={usualOf(defaults, figure) ?? hint}
          value={item.settings[key] ?? ''}
          onChange={value => {
            setOpened(now => new Set([...now, key]))
            onSetting(key, value)
          }}
        />
      ))}
      {others.length > 0 ? (
        <div className="row-span-3 grid min-w-0 grid-rows-subgrid gap-y-0.5">
          <label htmlFor={id} className="self-end text-xs text-faint">
            More of it
          </label>
          <select id={id} className="field" value="" onChange={event => setOpened(now => new Set([...now, event.target.value]))}>
            <option value="">–</option>
            {(['figures', 'cost', 'mechanisms'] as const).map(group => {
              const inIt = others.filter(each => each.group === group)
              return inIt.length === 0 ? null : (
                <optgroup key={group} label={groups[group]}>
                  {inIt.map(({ key, label }) => (
                    <option key={key} value={key}>
                      {label}
                    </option>
                  ))}
                </optgroup>
              )
            })}
          </select>
        </div>
      ) : null}
    </>
  )
}

/** What counts while nothing is typed. */
function usualOf(defaults: NonNullable<ComponentKind['defaults']>, figure: Known['figure']): string | undefined {
  const usual = figure && defaults[figure]
  return typeof usual === 'object' && 'value' in usual ? usual.value : undefined
}
