'use client'

import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import type { Component, Link } from '#engine/design/submission.ts'
import { linkModes } from '#engine/design/words.ts'
import { ChoiceCell, CountCell, ProseCell, QuantityCell, TextCell } from './cells.tsx'
import { MoreSettings } from './more-settings.tsx'
import { toWord } from './panels-first.tsx'

/** The settings that a kind of component is always asked for. */
const settingsOf = (kind: string, category: string | undefined): readonly { key: string; label: string; hint: string }[] => {
  if (category === 'cache')
    return [
      { key: 'hitRatio', label: 'Hit ratio', hint: '95%' },
      { key: 'memory', label: 'Memory each', hint: '16 GB' },
      { key: 'ttl', label: 'TTL', hint: '24 hours' },
    ]
  if (kind === 'cdn')
    return [
      { key: 'hitRatio', label: 'Hit ratio', hint: '80%' },
      { key: 'ttl', label: 'TTL', hint: '60 s' },
    ]
  if (category === 'messaging')
    return [
      { key: 'retention', label: 'Retention', hint: '7 days' },
      { key: 'partitions', label: 'Partitions', hint: '16' },
    ]
  return []
}

function withSetting(settings: Component['settings'], key: string, value: string): Component['settings'] {
  const { [key]: _, ...rest } = settings
  return value === '' ? rest : { ...rest, [key]: value }
}

/** What a component is asked for: the same in the table and beside the canvas. */
export function ComponentFields({
  item,
  kinds,
  onChange: patch,
}: {
  readonly item: Component
  readonly kinds: readonly ComponentKind[]
  readonly onChange: (patch: Partial<Component>) => void
}) {
  const kindOptions = kinds.map(k => ({ value: k.id, label: k.label }))
  const kind = kinds.find(k => k.id === item.kind)
  const asked = settingsOf(item.kind, kind?.category)
  const onSetting = (key: string, value: string) => patch({ settings: withSetting(item.settings, key, value) })
  const overrides =
    item.capacity !== '' || item.serviceTime !== '' || Object.keys(item.settings).some(key => key in (kind?.defaults ?? {}))
  return (
    <>
      <TextCell label="Name" hint={item.id} value={item.name} onChange={name => patch({ name })} />
      <ChoiceCell label="Kind" value={item.kind} options={kindOptions} onChange={kind => patch({ kind })} />
      <CountCell label="Replicas" value={item.replicas} onChange={replicas => patch({ replicas })} />
      <CountCell label="Zones" value={item.zones} max={100} onChange={zones => patch({ zones })} />
      <CountCell label="Regions" value={item.regions} max={100} onChange={regions => patch({ regions })} />
      <CountCell label="Cells" value={item.cells} onChange={cells => patch({ cells })} />
      <QuantityCell label="Capacity each" value={item.capacity} hint="1K /s" onChange={capacity => patch({ capacity })} />
      <QuantityCell label="Service time" value={item.serviceTime} hint="5 ms" onChange={serviceTime => patch({ serviceTime })} />
      <TextCell
        label="Group"
        hint="eu-west, cell"
        value={item.group ?? ''}
        onChange={group => patch({ group: group || undefined })}
      />
      {asked.map(({ key, label, hint }) => (
        <QuantityCell
          key={key}
          label={label}
          hint={hint}
          value={item.settings[key] ?? ''}
          onChange={value => onSetting(key, value)}
        />
      ))}
      <MoreSettings item={item} kind={kind} asked={new Set(asked.map(a => a.key))} onSetting={onSetting} />
      {overrides || item.because !== '' ? (
        <ProseCell label="Why these figures" wide value={item.because} onChange={because => patch({ because })} />
      ) : null}
    </>
  )
}

/** What a link is asked for: the same in the table and beside the canvas. */
export function LinkFields({
  link,
  components,
  onChange: patch,
}: {
  readonly link: Link
  readonly components: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (patch: Partial<Link>) => void
}) {
  return (
    <>
      <ChoiceCell label="From" value={link.from} options={components} onChange={from => patch({ from })} />
      <ChoiceCell label="To" value={link.to} options={components} onChange={to => patch({ to })} />
      <ChoiceCell
        label="Mode"
        value={link.mode}
        options={linkModes}
        onChange={word => patch({ mode: toWord(word, linkModes) })}
      />
      <QuantityCell label="Timeout" value={link.timeout} hint="50 ms" onChange={timeout => patch({ timeout })} />
      <CountCell label="Retries" value={link.retries} max={100} onChange={retries => patch({ retries })} />
      <TextCell
        label="Dedupe key"
        value={link.dedupeKey}
        hint="makes a repeat harmless"
        onChange={dedupeKey => patch({ dedupeKey })}
      />
      <TextCell label="When it fails" value={link.fallback} onChange={fallback => patch({ fallback })} />
    </>
  )
}
