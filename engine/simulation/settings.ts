import { COUNT, type Dimension, RATE, TIME } from '../quantity/dimension.ts'

/** A setting of a component that turns a mechanism on or tunes it. Texts are in the worksheet language. */
export type Setting = {
  readonly dimension: Dimension
  /** What counts once its mechanism is on; undefined: it turns the mechanism on, or there is nothing to take. */
  readonly usual?: string
  readonly range: readonly [string, string]
  readonly what: string
  /** Where the usual value comes from. */
  readonly source?: string
}

const hystrix = "Netflix Hystrix's default (its wiki, Configuration)"

/** The mechanisms of a component beside the figures of its kind; docs/settings.md tells of each. A caller's hold for all its links. */
export const mechanismSettings = {
  breakerErrors: { dimension: COUNT, range: ['1%', '100%'], what: 'share of failed calls at which the breaker opens' },
  breakerWindow: { dimension: TIME, usual: '10 s', range: ['100 ms', '10 minutes'], what: 'time it looks back', source: hystrix },
  breakerOpen: {
    dimension: TIME,
    usual: '5 s',
    range: ['10 ms', '1 hour'],
    what: 'time until one call is tried',
    source: hystrix,
  },
  breakerCalls: {
    dimension: COUNT,
    usual: '20',
    range: ['1', '10000'],
    what: 'calls in the window before it judges',
    source: hystrix,
  },
  retryBackoff: {
    dimension: TIME,
    range: ['0 s', '10 minutes'],
    what: 'wait before the first retry, doubled for each further one',
  },
  retryBudget: { dimension: COUNT, range: ['0%', '1000%'], what: 'retries allowed for each first call' },
  queueLimit: { dimension: COUNT, range: ['0', '100M'], what: 'calls that may wait in one queue; the rest is refused' },
  batchSize: { dimension: COUNT, range: ['1', '10K'], what: 'requests that are worked on together' },
  batchWait: {
    dimension: TIME,
    usual: '0 s',
    range: ['0 s', '1 hour'],
    what: 'time for which the first of a batch waits for others',
  },
  scaleAt: { dimension: COUNT, range: ['1%', '100%'], what: 'utilization at which replicas are added' },
  scaleStep: { dimension: COUNT, usual: '1', range: ['1', '10000'], what: 'replicas added at a time' },
  cooldown: {
    dimension: TIME,
    usual: '300 s',
    range: ['0 s', '1 day'],
    what: 'time after adding in which none is added',
    source: "Amazon EC2 Auto Scaling's default cooldown (its user guide)",
  },
  scalePeriod: {
    dimension: TIME,
    usual: '15 s',
    range: ['100 ms', '1 hour'],
    what: 'time over which utilization is measured',
    source: "Kubernetes' horizontal pod autoscaler, default sync period (its documentation)",
  },
  maxReplicas: {
    dimension: COUNT,
    range: ['1', '1M'],
    what: 'most replicas of a cell; ten times those it starts with unless it is said',
  },
  keys: { dimension: COUNT, range: ['1', '1000T'], what: 'different keys that are asked for' },
  keySkew: {
    dimension: COUNT,
    usual: '0.99',
    range: ['0', '5'],
    what: "Zipf's exponent of how often the keys are asked for",
    source: 'Cooper et al., Benchmarking Cloud Serving Systems with YCSB (SoCC 2010): 0.99',
  },
  applyRate: { dimension: RATE, range: ['0.001 /s', '1T /s'], what: 'writes a second that a replica of one shard applies' },
  replicationDelay: {
    dimension: TIME,
    usual: '0 s',
    range: ['0 s', '1 day'],
    what: 'time that a write is under way to a replica',
  },
} as const satisfies Record<string, Setting>

export type MechanismSetting = keyof typeof mechanismSettings
