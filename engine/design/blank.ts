import type { Submission } from './submission.ts'

type Item<T> = T extends readonly (infer U)[] ? U : never
type Blank<T> = Omit<T, 'id'>

/** A record of each list with nothing in it: what the workspace adds. Plain data, so that the browser needs no schema library. */
export const blank = {
  functional: { text: '', priority: '' },
  nonFunctional: { quality: '', target: '', flow: '' },
  question: { text: '', fact: '' },
  api: { method: '', path: '', purpose: '' },
  component: { name: '', kind: '', capacity: '', serviceTime: '', because: '', settings: {} },
  link: { from: '', to: '', mode: '', timeout: '', dedupeKey: '', fallback: '' },
  flow: { name: '', route: [], rate: '', objective: '' },
  store: {
    component: '',
    entity: '',
    bytes: '',
    records: '',
    partitionKey: '',
    partitionKeyValues: '',
    sortKey: '',
    access: [],
    sharding: { strategy: '', count: '' },
    replication: { mode: '' },
    consistency: '',
    hotKey: '',
    backupInterval: '',
  },
  access: { operation: '', by: '', rate: '' },
  decision: {
    aspect: '',
    question: '',
    chosen: '',
    alternatives: [],
    givesUp: { quality: '', amount: '' },
    driver: '',
    impact: { customer: '', operations: '', cost: '', risk: '' },
    door: '',
    reverseWhen: '',
  },
  alternative: { option: '', rejectedOn: '', because: '' },
  failure: { scope: '', component: '', what: '', detection: '', effect: '', blastRadius: '', rto: '', rpo: '' },
  alarm: { signal: '', component: '', threshold: '', objective: '' },
  step: { text: '' },
  control: { threat: '', component: '', control: '' },
  costLine: { item: '', component: '', amount: '' },
  lever: { text: '', saves: '' },
  trigger: { signal: '', component: '', threshold: '', action: '' },
  migrationStep: { text: '' },
  team: { name: '', owns: [], interface: '' },
} satisfies {
  functional: Blank<Item<Submission['requirements']['functional']>>
  nonFunctional: Blank<Item<Submission['requirements']['nonFunctional']>>
  question: Blank<Item<Submission['questions']>>
  api: Blank<Item<Submission['api']>>
  component: Blank<Item<Submission['architecture']['components']>>
  link: Blank<Item<Submission['architecture']['links']>>
  flow: Blank<Item<Submission['architecture']['flows']>>
  store: Blank<Item<Submission['data']>>
  access: Blank<Item<Item<Submission['data']>['access']>>
  decision: Blank<Item<Submission['decisions']>>
  alternative: Blank<Item<Item<Submission['decisions']>['alternatives']>>
  failure: Blank<Item<Submission['failures']>>
  alarm: Blank<Item<Submission['operations']['alarms']>>
  step: Blank<Item<Submission['operations']['runbook']>>
  control: Blank<Item<Submission['security']>>
  costLine: Blank<Item<Submission['cost']['lines']>>
  lever: Blank<Item<Submission['cost']['levers']>>
  trigger: Blank<Item<Submission['evolution']['triggers']>>
  migrationStep: Blank<Item<Submission['evolution']['steps']>>
  team: Blank<Item<Submission['organization']>>
}
