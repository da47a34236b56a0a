import { isAsync } from '../../architecture/graph.ts'
import { namesKey } from '../../rubric/substance.ts'
import { calledIn, type ProbeRule } from '../probe.ts'

/** A call that is retried, or that nobody waits for, and nothing that makes its repetition harmless. */
export const repeatedCall: ProbeRule = {
  id: 'repeated-call',
  after: 0.5,
  missing: 'A call that is retried or not waited for, and nothing that makes its repetition harmless',
  words: 'This box hears the same thing twice. What happens?',
  ask(view) {
    const { graph } = view
    const bare = graph.links.find(
      link =>
        ((link.retries ?? 0) > 0 || isAsync(link)) &&
        !namesKey(link.dedupeKey) &&
        !graph.isKind(link.to, ['@cache', 'cdn', 'dns']),
    )
    return bare && `${calledIn(view, bare.to)} hears the same thing twice from ${calledIn(view, bare.from)}. What happens?`
  },
}
