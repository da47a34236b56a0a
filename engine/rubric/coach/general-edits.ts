import type { Submission } from '../../design/submission.ts'
import { cheapest } from '../../simulation/questions.ts'
import type { Context } from '../context.ts'
import { namesKey, saysSomething } from '../substance.ts'
import type { Edit } from './edit.ts'

type Change = (submission: Submission) => Submission

/** Changes that often mend a design, whatever the drill: each touches one thing in all of its places. None invents a component. */
export function generalEdits(context: Context): readonly Edit[] {
  const { submission } = context
  const edit = (id: string, what: string, minutes: number, apply: Change): Edit => ({ id, what, minutes, apply })
  return [
    edit('every-zone', 'Spread what stands in one zone over three, with a replica in each.', 2, everyZone(context)),
    edit('enough-replicas', 'Give each component as many replicas as its load and your objectives ask for.', 3, enough(context)),
    edit('store-copies', 'Keep three copies of each record, written by quorum or followed asynchronously.', 2, withCopies),
    edit(
      'backups',
      'State how often each store is backed up.',
      1,
      onStores(s => ({ ...s, backupInterval: s.backupInterval || '1 day' })),
    ),
    edit(
      'dedupe-keys',
      'Give each call that is retried or asynchronous a key that makes its repetition harmless.',
      2,
      onLinks(link =>
        ((link.retries ?? 0) > 0 || link.mode === 'async') && !namesKey(link.dedupeKey)
          ? { ...link, dedupeKey: 'request id' }
          : link,
      ),
    ),
    edit(
      'timeouts',
      'Give each call between your own parts a timeout below the objective of its flow.',
      2,
      withTimeouts(context),
    ),
    edit('alarms', 'Guard each objective by an alarm with a threshold, on a component of its flow.', 3, withAlarms),
    edit('flow-objectives', 'Say of each flow which requirement it must meet.', 1, withObjectives),
    edit(
      'rollback',
      'Say which metric rolls a release back, at which value, within how many minutes, and that the schema allows it.',
      2,
      s => ({
        ...s,
        operations: {
          ...s.operations,
          rollback: { metric: 'errors', threshold: '1%', minutes: 5, schemaCompatible: true },
        },
      }),
    ),
    edit('predictions', 'Name what is full first at ten and at a hundred times the load.', 1, withPredictions(context)),
    edit(
      'growth',
      'Write a trigger and an action for each component that is full at ten times the load.',
      3,
      withTriggers(context),
    ),
    edit('owners', 'Give each service and store to exactly one team.', 2, withOwners(context)),
    ...removals(submission, context),
  ]
}

const onStores =
  (of: (store: Submission['data'][number]) => Submission['data'][number]): Change =>
  s => ({ ...s, data: s.data.map(of) })

const onLinks =
  (of: (link: Submission['architecture']['links'][number]) => Submission['architecture']['links'][number]): Change =>
  s => ({ ...s, architecture: { ...s.architecture, links: s.architecture.links.map(of) } })

const onComponents =
  (
    of: (component: Submission['architecture']['components'][number]) => Submission['architecture']['components'][number],
  ): Change =>
  s => ({ ...s, architecture: { ...s.architecture, components: s.architecture.components.map(of) } })

const everyZone = (context: Context): Change =>
  onComponents(c => {
    const part = context.model().parts[c.id]
    if (!part || part.managed || part.category === 'client' || (c.zones ?? 1) > 1) return c
    return { ...c, zones: 3, replicas: Math.max(3, c.replicas ?? 1) }
  })

function enough(context: Context): Change {
  return s => {
    const found = cheapest(context.model())
    if (!found.ok) return s
    return onComponents(c => {
      const needed = found.replicas[c.id]
      return needed === undefined ? c : { ...c, replicas: Math.max(needed, c.replicas ?? 1, c.zones ?? 1) }
    })(s)
  }
}

const withCopies: Change = onStores(store => ({
  ...store,
  replication: {
    factor: Math.max(3, store.replication.factor ?? 0),
    mode: store.replication.mode === '' || store.replication.mode === 'none' ? 'quorum' : store.replication.mode,
  },
}))

function withTimeouts(context: Context): Change {
  const limits = context.model().flows.flatMap(f => f.objectives.filter(o => o.quality === 'latency').map(o => o.target))
  const most = limits.length > 0 ? Math.min(...limits) / 2 : 1
  return onLinks(link => {
    const stated = context.read(link.timeout)?.quantity.base
    const fromClient = context.graph.isKind(link.from, ['client'])
    return link.mode === 'async' || fromClient || (stated !== undefined && stated <= most)
      ? link
      : { ...link, timeout: `${most} s` }
  })
}

const withObjectives: Change = s => {
  const wanted = s.requirements.nonFunctional.find(r => r.quality === 'latency') ?? s.requirements.nonFunctional[0]
  if (!wanted) return s
  const flows = s.architecture.flows.map(flow => (flow.objective === '' ? { ...flow, objective: wanted.id } : flow))
  return { ...s, architecture: { ...s.architecture, flows } }
}

const guards = { latency: ['latency', '200 ms'], availability: ['errors', '1%'] } as const

const withAlarms: Change = s => {
  const bare = s.requirements.nonFunctional.filter(
    r =>
      (r.quality === 'latency' || r.quality === 'availability') &&
      !s.operations.alarms.some(a => a.objective === r.id && a.threshold !== ''),
  )
  const component = s.architecture.flows[0]?.route.at(-1) ?? ''
  const alarms = bare.map((r, n) => {
    const [signal, threshold] = r.quality === 'latency' ? guards.latency : guards.availability
    return { id: `coach-alarm-${n + 1}`, signal, component, threshold, objective: r.id }
  })
  return { ...s, operations: { ...s.operations, alarms: [...s.operations.alarms, ...alarms] } }
}

function withPredictions(context: Context): Change {
  return s => {
    const { bottleneck } = context.evaluated(1)
    if (bottleneck === null) return s
    const prediction = { component: bottleneck, because: '' }
    return { ...s, predictions: { at10x: prediction, at100x: prediction } }
  }
}

function withTriggers(context: Context): Change {
  return s => {
    const full = Object.entries(context.evaluated(1).components).filter(([, c]) => c.saturatesAt !== null && c.saturatesAt <= 10)
    const bare = full.filter(([id]) => !s.evolution.triggers.some(t => t.component === id && saysSomething(t.action)))
    const triggers = bare.map(([component], n) => ({
      id: `coach-trigger-${n + 1}`,
      signal: 'saturation' as const,
      component,
      threshold: '70%',
      action: `add capacity to ${component} before it is full`,
    }))
    return { ...s, evolution: { ...s.evolution, triggers: [...s.evolution.triggers, ...triggers] } }
  }
}

function withOwners(context: Context): Change {
  return s => {
    const [first, ...others] = s.organization
    if (!first) return s
    const ids = s.architecture.components
      .filter(c => context.graph.isKind(c.id, ['@store', '@compute', '@processing']))
      .map(c => c.id)
    const taken = new Set(others.flatMap(team => team.owns))
    const seen = new Set<string>()
    const once = (owns: readonly string[]) => owns.filter(id => !seen.has(id) && seen.add(id))
    const rest = others.map(team => ({ ...team, owns: [...once(team.owns)] }))
    return { ...s, organization: [{ ...first, owns: ids.filter(id => !taken.has(id)) }, ...rest] }
  }
}

/** One edit for each component that no flow passes: erase it. */
function removals(submission: Submission, context: Context): readonly Edit[] {
  const passed = new Set(context.model().flows.flatMap(flow => flow.steps.map(step => step.part)))
  if (passed.size === 0) return []
  return submission.architecture.components
    .filter(c => !passed.has(c.id))
    .slice(0, 5)
    .map(({ id, name }) => ({
      id: `remove-${id}`,
      what: `Put ${name || id} on a flow, or erase it: nothing passes it.`,
      minutes: 1,
      apply: s => ({
        ...s,
        architecture: {
          ...s.architecture,
          components: s.architecture.components.filter(c => c.id !== id),
          links: s.architecture.links.filter(link => link.from !== id && link.to !== id),
        },
      }),
    }))
}
