'use client'

import { blank } from '#engine/design/blank.ts'
import type { Submission } from '#engine/design/submission.ts'
import { deploymentStrategies, failureScopes, signals, threats } from '#engine/design/words.ts'
import { AnswerCell, ChoiceCell, CountCell, ProseCell, QuantityCell, TextCell } from './cells.tsx'
import { componentOptions, objectiveOptions } from './panel-architecture.tsx'
import { toWord } from './panels-first.tsx'
import { Records } from './records.tsx'
import type { PanelProps } from './workspace-types.ts'

export function FailuresPanel({ submission, change }: PanelProps) {
  return (
    <Records
      name="failure"
      items={submission.failures}
      blank={blank.failure}
      prefix="failure"
      columns="grid-cols-2 sm:grid-cols-4"
      onChange={failures => change(s => ({ ...s, failures }))}
    >
      {(item, set) => (
        <>
          <ChoiceCell
            label="Scope"
            value={item.scope}
            options={failureScopes}
            onChange={word => set({ scope: toWord(word, failureScopes) })}
          />
          <ChoiceCell
            label="Component"
            value={item.component}
            options={componentOptions(submission)}
            onChange={component => set({ component })}
          />
          <TextCell label="What fails" value={item.what} onChange={what => set({ what })} />
          <ChoiceCell
            label="Shown by"
            value={item.detection}
            options={signals}
            onChange={word => set({ detection: toWord(word, signals) })}
          />
          <QuantityCell label="Blast radius" value={item.blastRadius} hint="5%" onChange={blastRadius => set({ blastRadius })} />
          <QuantityCell label="RTO" value={item.rto} hint="2 minutes" onChange={rto => set({ rto })} />
          <QuantityCell label="RPO" value={item.rpo} hint="0 s" onChange={rpo => set({ rpo })} />
          <ProseCell label="What happens, and what you do" wide value={item.effect} onChange={effect => set({ effect })} />
        </>
      )}
    </Records>
  )
}

export function OperationsPanel({ submission, change }: PanelProps) {
  const { operations } = submission
  const set = (patch: Partial<Submission['operations']>) => change(s => ({ ...s, operations: { ...s.operations, ...patch } }))
  const { deployment, rollback } = operations
  const back = (patch: Partial<typeof rollback>) => set({ rollback: { ...rollback, ...patch } })
  return (
    <>
      <Records
        name="alarm"
        title="Alarms"
        items={operations.alarms}
        blank={blank.alarm}
        prefix="alarm"
        columns="grid-cols-2 sm:grid-cols-4"
        onChange={alarms => set({ alarms })}
      >
        {(item, patch) => (
          <>
            <ChoiceCell
              label="Signal"
              value={item.signal}
              options={signals}
              onChange={word => patch({ signal: toWord(word, signals) })}
            />
            <ChoiceCell
              label="Component"
              value={item.component}
              options={componentOptions(submission)}
              onChange={component => patch({ component })}
            />
            <QuantityCell label="Threshold" value={item.threshold} hint="100 ms" onChange={threshold => patch({ threshold })} />
            <ChoiceCell
              label="Guards"
              value={item.objective}
              options={objectiveOptions(submission)}
              onChange={objective => patch({ objective })}
            />
          </>
        )}
      </Records>
      <section aria-label="Deployment and rollback" className="mb-6">
        <h3 className="mb-2 text-sm font-semibold">Deployment and rollback</h3>
        <div className="card grid grid-cols-2 gap-x-3 gap-y-2 p-3 sm:grid-cols-5">
          <ChoiceCell
            label="Strategy"
            value={deployment.strategy}
            options={deploymentStrategies}
            onChange={word => set({ deployment: { ...deployment, strategy: toWord(word, deploymentStrategies) } })}
          />
          <ChoiceCell
            label="Roll back on"
            value={rollback.metric}
            options={signals}
            onChange={word => back({ metric: toWord(word, signals) })}
          />
          <QuantityCell label="Past" value={rollback.threshold} hint="1%" onChange={threshold => back({ threshold })} />
          <CountCell label="Within minutes" value={rollback.minutes} max={10_000} onChange={minutes => back({ minutes })} />
          <AnswerCell
            label="Old version reads new data"
            value={rollback.schemaCompatible}
            onChange={schemaCompatible => back({ schemaCompatible })}
          />
        </div>
      </section>
      <Records
        name="stage"
        title="Stages of a deployment"
        items={deployment.stages}
        blank={blank.step}
        prefix="stage"
        columns=""
        onChange={stages => set({ deployment: { ...deployment, stages } })}
      >
        {(item, patch) => (
          <ProseCell label="Stage" value={item.text} hint="5% for 10 minutes" onChange={text => patch({ text })} />
        )}
      </Records>
      <Records
        name="runbook step"
        title="Runbook"
        items={operations.runbook}
        blank={blank.step}
        prefix="step"
        columns=""
        onChange={runbook => set({ runbook })}
      >
        {(item, patch) => <ProseCell label="Step" value={item.text} onChange={text => patch({ text })} />}
      </Records>
    </>
  )
}

export function SecurityPanel({ submission, change }: PanelProps) {
  return (
    <Records
      name="control"
      items={submission.security}
      blank={blank.control}
      prefix="control"
      columns="sm:grid-cols-[9rem_11rem_1fr]"
      onChange={security => change(s => ({ ...s, security }))}
    >
      {(item, set) => (
        <>
          <ChoiceCell
            label="Threat"
            value={item.threat}
            options={threats}
            onChange={word => set({ threat: toWord(word, threats) })}
          />
          <ChoiceCell
            label="At"
            value={item.component}
            options={componentOptions(submission)}
            onChange={component => set({ component })}
          />
          <ProseCell label="Control" value={item.control} onChange={control => set({ control })} />
        </>
      )}
    </Records>
  )
}

export function CostPanel({ submission, change }: PanelProps) {
  const { cost } = submission
  const set = (patch: Partial<Submission['cost']>) => change(s => ({ ...s, cost: { ...s.cost, ...patch } }))
  return (
    <>
      <div className="mb-6 grid max-w-60">
        <QuantityCell label="In all, a month" value={cost.monthly} hint="$5K" onChange={monthly => set({ monthly })} />
      </div>
      <Records
        name="line"
        title="By line"
        items={cost.lines}
        blank={blank.costLine}
        prefix="line"
        columns="sm:grid-cols-[1fr_11rem_9rem]"
        onChange={lines => set({ lines })}
      >
        {(item, patch) => (
          <>
            <TextCell label="Item" value={item.item} onChange={text => patch({ item: text })} />
            <ChoiceCell
              label="Component"
              value={item.component}
              options={componentOptions(submission)}
              onChange={component => patch({ component })}
            />
            <QuantityCell label="A month" value={item.amount} hint="$800" onChange={amount => patch({ amount })} />
          </>
        )}
      </Records>
      <Records
        name="lever"
        title="Levers"
        items={cost.levers}
        blank={blank.lever}
        prefix="lever"
        columns="sm:grid-cols-[1fr_9rem]"
        onChange={levers => set({ levers })}
      >
        {(item, patch) => (
          <>
            <ProseCell label="What would bring it down" value={item.text} onChange={text => patch({ text })} />
            <QuantityCell label="Saves" value={item.saves} hint="30%" onChange={saves => patch({ saves })} />
          </>
        )}
      </Records>
    </>
  )
}

export function EvolutionPanel({ submission, change }: PanelProps) {
  const { evolution } = submission
  const set = (patch: Partial<Submission['evolution']>) => change(s => ({ ...s, evolution: { ...s.evolution, ...patch } }))
  return (
    <>
      <Records
        name="trigger"
        title="When to act"
        items={evolution.triggers}
        blank={blank.trigger}
        prefix="trigger"
        columns="sm:grid-cols-[9rem_11rem_8rem_1fr]"
        onChange={triggers => set({ triggers })}
      >
        {(item, patch) => (
          <>
            <ChoiceCell
              label="Signal"
              value={item.signal}
              options={signals}
              onChange={word => patch({ signal: toWord(word, signals) })}
            />
            <ChoiceCell
              label="Component"
              value={item.component}
              options={componentOptions(submission)}
              onChange={component => patch({ component })}
            />
            <QuantityCell label="Threshold" value={item.threshold} hint="70%" onChange={threshold => patch({ threshold })} />
            <ProseCell label="Then" value={item.action} onChange={action => patch({ action })} />
          </>
        )}
      </Records>
      <Records
        name="migration step"
        title="How to get there"
        items={evolution.steps}
        blank={blank.migrationStep}
        prefix="move"
        columns="sm:grid-cols-[1fr_8rem]"
        onChange={steps => set({ steps })}
      >
        {(item, patch) => (
          <>
            <ProseCell label="Step" value={item.text} onChange={text => patch({ text })} />
            <AnswerCell label="Reversible" value={item.reversible} onChange={reversible => patch({ reversible })} />
          </>
        )}
      </Records>
    </>
  )
}

export function OrganizationPanel({ submission, change }: PanelProps) {
  const components = componentOptions(submission)
  return (
    <Records
      name="team"
      items={submission.organization}
      blank={blank.team}
      prefix="team"
      columns="sm:grid-cols-[12rem_1fr]"
      onChange={organization => change(s => ({ ...s, organization }))}
    >
      {(item, set) => (
        <>
          <TextCell label="Team" value={item.name} onChange={name => set({ name })} />
          <ProseCell label="Offers the others" value={item.interface} onChange={text => set({ interface: text })} />
          <fieldset className="col-span-full">
            <legend className="text-xs text-faint">Owns</legend>
            <div className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm">
              {components.length === 0 ? <span className="text-quiet">Draw components first.</span> : null}
              {components.map(({ value, label }) => (
                <label key={value} className="inline-flex items-center gap-1.5">
                  <input
                    type="checkbox"
                    className="accent-accent"
                    checked={item.owns.includes(value)}
                    onChange={e => set({ owns: e.target.checked ? [...item.owns, value] : item.owns.filter(id => id !== value) })}
                  />
                  {label}
                </label>
              ))}
            </div>
          </fieldset>
        </>
      )}
    </Records>
  )
}

export function PredictionsPanel({ submission, change }: PanelProps) {
  const components = componentOptions(submission)
  return (
    <div className="flex flex-col gap-3">
      {(['at10x', 'at100x'] as const).map(key => (
        <fieldset key={key} className="card grid gap-x-3 gap-y-2 p-3 sm:grid-cols-[12rem_1fr]">
          <legend className="sr-only">{key === 'at10x' ? 'At ten times the load' : 'At a hundred times the load'}</legend>
          <ChoiceCell
            label={key === 'at10x' ? 'At 10x, first to break' : 'At 100x, first to break'}
            value={submission.predictions[key].component}
            options={components}
            onChange={component =>
              change(s => ({ ...s, predictions: { ...s.predictions, [key]: { ...s.predictions[key], component } } }))
            }
          />
          <ProseCell
            label="Because"
            value={submission.predictions[key].because}
            onChange={because =>
              change(s => ({ ...s, predictions: { ...s.predictions, [key]: { ...s.predictions[key], because } } }))
            }
          />
        </fieldset>
      ))}
    </div>
  )
}
