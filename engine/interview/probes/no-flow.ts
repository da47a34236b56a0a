import type { ProbeRule } from '../probe.ts'

const words = 'Walk me through one request, from the user to the store and back.'

/** Components are drawn, and no request goes through them. */
export const noFlow: ProbeRule = {
  id: 'no-flow',
  after: 0.3,
  missing: 'Boxes, and no request that goes through them',
  words,
  ask: ({ submission: { architecture } }) =>
    architecture.components.length > 1 && !architecture.flows.some(f => f.route.length > 1) ? words : undefined,
}
