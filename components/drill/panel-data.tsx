'use client'

import { blank } from '#engine/design/blank.ts'
import { accessOperations, consistencies, hotKeyMitigations, replicationModes, shardingStrategies } from '#engine/design/words.ts'
import { ChoiceCell, CountCell, QuantityCell, TextCell } from './cells.tsx'
import { componentOptions } from './panel-architecture.tsx'
import { toWord } from './panels-first.tsx'
import { Records } from './records.tsx'
import type { PanelProps } from './workspace-types.ts'

export function DataPanel({ submission, change }: PanelProps) {
  const components = componentOptions(submission)
  return (
    <Records
      name="store"
      items={submission.data}
      blank={blank.store}
      prefix="store"
      columns="grid-cols-2 sm:grid-cols-4"
      empty="One entry for each thing that is kept."
      onChange={data => change(s => ({ ...s, data }))}
    >
      {(item, set) => (
        <>
          <TextCell label="Entity" value={item.entity} hint="what a record is" onChange={entity => set({ entity })} />
          <ChoiceCell label="Kept in" value={item.component} options={components} onChange={component => set({ component })} />
          <QuantityCell label="Bytes a record" value={item.bytes} hint="500 B" onChange={bytes => set({ bytes })} />
          <QuantityCell label="Records" value={item.records} hint="1B" onChange={records => set({ records })} />
          <TextCell label="Partition key" value={item.partitionKey} onChange={partitionKey => set({ partitionKey })} />
          <QuantityCell
            label="Different key values"
            value={item.partitionKeyValues}
            onChange={partitionKeyValues => set({ partitionKeyValues })}
          />
          <TextCell label="Sort key" value={item.sortKey} onChange={sortKey => set({ sortKey })} />
          <ChoiceCell
            label="Sharding"
            value={item.sharding.strategy}
            options={shardingStrategies}
            onChange={word => set({ sharding: { ...item.sharding, strategy: toWord(word, shardingStrategies) } })}
          />
          {item.sharding.strategy !== 'none' ? (
            <QuantityCell
              label="Shards"
              value={item.sharding.count}
              onChange={count => set({ sharding: { ...item.sharding, count } })}
            />
          ) : null}
          <CountCell
            label="Copies"
            value={item.replication.factor}
            max={100}
            onChange={factor => set({ replication: { ...item.replication, factor } })}
          />
          <ChoiceCell
            label="Replication"
            value={item.replication.mode}
            options={replicationModes}
            onChange={word => set({ replication: { ...item.replication, mode: toWord(word, replicationModes) } })}
          />
          <ChoiceCell
            label="Consistency of reads"
            value={item.consistency}
            options={consistencies}
            onChange={word => set({ consistency: toWord(word, consistencies) })}
          />
          <ChoiceCell
            label="Hot keys"
            value={item.hotKey}
            options={hotKeyMitigations}
            onChange={word => set({ hotKey: toWord(word, hotKeyMitigations) })}
          />
          <QuantityCell
            label="Backup every"
            value={item.backupInterval}
            hint="1 day"
            onChange={backupInterval => set({ backupInterval })}
          />
          <div className="col-span-full">
            <Records
              name="access pattern"
              items={item.access}
              blank={blank.access}
              prefix="access"
              columns="sm:grid-cols-[8rem_1fr_8rem]"
              onChange={access => set({ access })}
            >
              {(access, patch) => (
                <>
                  <ChoiceCell
                    label="Operation"
                    value={access.operation}
                    options={accessOperations}
                    onChange={word => patch({ operation: toWord(word, accessOperations) })}
                  />
                  <TextCell label="Looked up by" value={access.by} hint="the field" onChange={by => patch({ by })} />
                  <QuantityCell label="Rate" value={access.rate} onChange={rate => patch({ rate })} />
                </>
              )}
            </Records>
          </div>
        </>
      )}
    </Records>
  )
}
