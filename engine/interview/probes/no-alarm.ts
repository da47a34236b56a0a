import type { ProbeRule } from '../probe.ts'

const words = 'How do you find out that it is unwell before your users tell you?'

/** Something is drawn, and nothing tells that it is unwell. */
export const noAlarm: ProbeRule = {
  id: 'no-alarm',
  after: 0.7,
  missing: 'Nothing tells that it is unwell',
  words,
  ask: ({ submission: { architecture, operations } }) =>
    architecture.components.length > 0 && operations.alarms.length === 0 ? words : undefined,
}
