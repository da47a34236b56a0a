'use client'

import { blank } from '#engine/design/blank.ts'
import type { Submission } from '#engine/design/submission.ts'
import { aspects, doors, qualities } from '#engine/design/words.ts'
import type { PublicDrill } from '#engine/drill/drill.ts'
import { ChoiceCell, ProseCell, QuantityCell, TextCell } from './cells.tsx'
import { componentOptions, objectiveOptions } from './panel-architecture.tsx'
import { toWord } from './panels-first.tsx'
import { Records } from './records.tsx'
import type { PanelProps } from './workspace-types.ts'

/** What may drive a decision: a requirement, an answer that is stated, a component or a store. */
function driverOptions(submission: Submission, drill: PublicDrill) {
  const answered = new Set(submission.answers.map(a => a.target))
  return [
    ...objectiveOptions(submission),
    ...submission.requirements.functional.map(r => ({ value: r.id, label: r.text || r.id })),
    ...drill.targets.filter(t => answered.has(t.id)).map(t => ({ value: t.id, label: t.ask })),
    ...submission.data.map(d => ({ value: d.id, label: d.entity || d.id })),
    ...componentOptions(submission),
  ]
}

export function DecisionsPanel({ submission, change, drill }: PanelProps) {
  const drivers = driverOptions(submission, drill)
  return (
    <Records
      name="decision"
      items={submission.decisions}
      blank={blank.decision}
      prefix="decision"
      columns="sm:grid-cols-2 lg:grid-cols-[10rem_1fr_1fr]"
      empty="Two or three that matter, each with what it gives up, say more than ten without."
      onChange={decisions => change(s => ({ ...s, decisions }))}
    >
      {(item, set) => (
        <>
          <ChoiceCell
            label="About"
            value={item.aspect}
            options={aspects}
            onChange={word => set({ aspect: toWord(word, aspects) })}
          />
          <TextCell label="Question" value={item.question} onChange={question => set({ question })} />
          <TextCell label="Chosen" value={item.chosen} onChange={chosen => set({ chosen })} />
          <ChoiceCell label="Driven by" value={item.driver} options={drivers} onChange={driver => set({ driver })} />
          <ChoiceCell
            label="Gives up"
            value={item.givesUp.quality}
            options={qualities}
            onChange={word => set({ givesUp: { ...item.givesUp, quality: toWord(word, qualities) } })}
          />
          <QuantityCell
            label="How much of it"
            value={item.givesUp.amount}
            hint="1 s, 5%"
            onChange={amount => set({ givesUp: { ...item.givesUp, amount } })}
          />
          <div className="col-span-full">
            <Records
              name="alternative"
              items={item.alternatives}
              blank={blank.alternative}
              prefix="alternative"
              columns="sm:grid-cols-[1fr_9rem_1.5fr]"
              onChange={alternatives => set({ alternatives })}
            >
              {(alternative, patch) => (
                <>
                  <TextCell label="Alternative" value={alternative.option} onChange={option => patch({ option })} />
                  <ChoiceCell
                    label="Loses on"
                    value={alternative.rejectedOn}
                    options={qualities}
                    onChange={word => patch({ rejectedOn: toWord(word, qualities) })}
                  />
                  <ProseCell label="Because" value={alternative.because} onChange={because => patch({ because })} />
                </>
              )}
            </Records>
          </div>
          <details className="col-span-full" open={Object.values(item.impact).some(text => text !== '') || item.door !== ''}>
            <summary className="text-sm text-quiet">Impact, and when it would be reversed</summary>
            <div className="mt-2 grid gap-x-3 gap-y-2 sm:grid-cols-2">
              {(['customer', 'operations', 'cost', 'risk'] as const).map(key => (
                <ProseCell
                  key={key}
                  label={`Effect on ${key === 'risk' ? 'risk and blast radius' : key}`}
                  value={item.impact[key]}
                  onChange={text => set({ impact: { ...item.impact, [key]: text } })}
                />
              ))}
              <ChoiceCell label="Door" value={item.door} options={doors} onChange={word => set({ door: toWord(word, doors) })} />
              <ProseCell label="Reverse it when" value={item.reverseWhen} onChange={reverseWhen => set({ reverseWhen })} />
            </div>
          </details>
        </>
      )}
    </Records>
  )
}
