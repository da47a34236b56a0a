import type { KindFigure } from '../architecture/component-kinds.ts'
import type { Component, Store } from '../design/submission.ts'
import { COUNT, RATE, TIME } from '../quantity/dimension.ts'
import type { Autoscaler, CallPolicy, Part, Replication } from './model.ts'
import { type Notes, override, type Read, readAs } from './read-figure.ts'
import { type MechanismSetting, mechanismSettings, type Setting } from './settings.ts'

type Pick = (what: MechanismSetting) => number | undefined

/** Reads the mechanism settings of a component, each set to the nearest end of its range when it lies outside. */
function picker({ id, settings }: Component, read: Read, notes: Notes): Pick {
  return what => {
    const { dimension, usual, range }: Setting = mechanismSettings[what]
    const figure = usual === undefined ? { range } : { value: usual, range }
    return override(id, what, settings[what] ?? '', figure, dimension, read, notes)
  }
}

const whole = (value: number | undefined) => (value === undefined ? undefined : Math.round(value))

/** What a component does beyond serving: its mechanisms, as far as its settings turn them on. */
export function readMechanisms(
  component: Component,
  part: Part,
  startTime: KindFigure | undefined,
  store: Store | undefined,
  read: Read,
  notes: Notes,
): Partial<Part> {
  const pick = picker(component, read, notes)
  const queueLimit = whole(pick('queueLimit'))
  const size = whole(pick('batchSize'))
  const autoscaler = readAutoscaler(component, part, startTime, pick, read, notes)
  const keys = pick('keys') ?? readAs(read, store?.partitionKeyValues || store?.records || '', COUNT)
  const exponent = pick('keySkew')
  return {
    ...(queueLimit === undefined ? {} : { queueLimit }),
    ...(size === undefined || size < 2
      ? {}
      : {
          batch: { size, wait: pick('batchWait') ?? 0 },
          capacity: part.capacity === undefined ? undefined : part.capacity * size,
        }),
    ...(autoscaler ? { autoscaler } : {}),
    ...(keys !== undefined && keys >= 1 && exponent !== undefined ? { keys: { count: keys, exponent } } : {}),
    ...(store && store.replication.mode !== ''
      ? { replication: replicationOf(store, store.replication.mode, part, pick, read) }
      : {}),
  }
}

function readAutoscaler(
  component: Component,
  part: Part,
  figure: KindFigure | undefined,
  pick: Pick,
  read: Read,
  notes: Notes,
): Autoscaler | undefined {
  const at = pick('scaleAt')
  if (at === undefined) return undefined
  const scales = (part.scaling === 'replicas' || part.scaling === 'pulled') && part.capacity !== undefined
  if (!scales || figure === undefined) {
    const message =
      `has scaleAt, but ${scales ? 'nothing is known of how fast' : 'no more replicas help'} a ${part.kind} ${scales ? 'starts' : ''}`.trim()
    notes.problems.push({
      part: component.id,
      message: `${message}.`,
      mend: 'Empty scaleAt, or scale what works behind a queue or a balancer.',
    })
    return undefined
  }
  const startTime = override(component.id, 'startTime', component.settings.startTime ?? '', figure, TIME, read, notes) ?? 0
  return {
    at,
    step: whole(pick('scaleStep')) ?? 1,
    cooldown: pick('cooldown') ?? 0,
    startTime,
    most: whole(pick('maxReplicas')) ?? 10 * part.replicas,
    period: pick('scalePeriod') ?? 1,
  }
}

function replicationOf(store: Store, mode: Replication['mode'], part: Part, pick: Pick, read: Read): Replication {
  const writes = store.access.filter(({ operation }) => operation === 'write' || operation === 'read-write')
  const rates = writes.flatMap(({ rate }) => readAs(read, rate, RATE) ?? [])
  return {
    mode,
    writeRate: rates.length > 0 ? rates.reduce((sum, rate) => sum + rate, 0) : undefined,
    // A replica is the like of its primary and does the same writes.
    applyRate: pick('applyRate') ?? part.capacity,
    delay: pick('replicationDelay') ?? 0,
    backupInterval: readAs(read, store.backupInterval, TIME),
  }
}

/** What a component does about failed calls of its links; undefined when its settings say nothing of it. */
export function readPolicy(component: Component, read: Read, notes: Notes): CallPolicy | undefined {
  const pick = picker(component, read, notes)
  const errors = pick('breakerErrors')
  const backoff = pick('retryBackoff')
  const budget = pick('retryBudget')
  if (errors === undefined && backoff === undefined && budget === undefined) return undefined
  const breaker =
    errors === undefined
      ? null
      : { errors, window: pick('breakerWindow') ?? 0, open: pick('breakerOpen') ?? 0, calls: pick('breakerCalls') ?? 1 }
  return { backoff: backoff ?? 0, budget: budget ?? null, breaker }
}
