import { singlePoint as standsAlone } from '../../architecture/rules/single-point.ts'
import { calledIn, type ProbeRule } from '../probe.ts'

/** A component on a flow stands alone, and no failure record speaks of it. */
export const singlePoint: ProbeRule = {
  id: 'single-point',
  after: 0.4,
  missing: 'A part on the path stands alone, and no failure is told of it',
  words: 'What do your users notice when this box stops?',
  ask(view) {
    const { graph, submission, read } = view
    const told = new Set(submission.failures.map(f => f.component))
    const alone = standsAlone
      .check({ graph, submission, read })
      .flatMap(({ parts }) => parts)
      .find(id => !told.has(id))
    return alone === undefined ? undefined : `What do your users notice when ${calledIn(view, alone)} stops?`
  },
}
