import { z } from 'zod'
import { formulaName } from '../../drill/drill.ts'

const text = z.string().trim().min(1, 'is empty').max(400)
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not an id: use lower-case words joined by "-"')
const expression = text.max(100)
const common = {
  id: id.describe('a name of its own within the lesson'),
  title: text.describe('what it shows, in a few words'),
} as const

const slider = z.strictObject({
  name: formulaName.describe('the name that the lines below know it by'),
  label: text.max(80),
  from: expression.describe('the least, with its unit'),
  to: expression.describe('the most'),
  start: expression.describe('where it stands at first'),
  unit: z.string().max(20).optional().describe('the unit to show it in, such as "%" or "GB"'),
  scale: z.enum(['linear', 'log']).default('linear'),
  whole: z.boolean().default(false).describe('whole numbers only'),
})

const shown = z.strictObject({
  name: formulaName.describe('a line of the source'),
  label: text.max(80),
})

/** Numbers to move, and what follows from them: lines of the worksheet language over the sliders' names. */
export const explorePart = z.strictObject({
  ...common,
  sliders: z.array(slider).min(1).max(5),
  source: z.string().min(1).max(5000).describe('lines over the names of the sliders'),
  shows: z.array(shown).min(1).max(8).describe('the lines whose answers are shown, in this order'),
  bars: z.boolean().default(false).describe('draw the answers as bars of one scale; they must be of one kind'),
  plot: z
    .strictObject({
      x: formulaName.describe('the slider along the bottom'),
      y: z.array(formulaName).min(1).max(3).describe('lines to draw over it, of one kind of quantity'),
      log: z.boolean().default(false).describe('a logarithmic scale upwards'),
    })
    .optional(),
  says: text.describe('a sentence about the result; {name} stands for a slider or a line'),
})

const component = z.strictObject({
  id,
  name: text.max(60).optional(),
  kind: id.describe('a kind of content/reference/components.yaml'),
  replicas: z.number().int().min(1).optional(),
  zones: z.number().int().min(1).optional(),
  regions: z.number().int().min(1).optional(),
  cells: z.number().int().min(1).optional(),
  capacity: expression.optional(),
  serviceTime: expression.optional(),
  settings: z.record(z.string(), expression).default({}),
})

/** A small design, run by the simulator. */
export const simulatePart = z.strictObject({
  ...common,
  components: z.array(component).min(2).max(12),
  flows: z
    .array(
      z.strictObject({
        name: text.max(60),
        route: text.describe('ids of components: client > web > db, with >> for a call that nobody waits for'),
        rate: expression.describe('requests a second'),
      }),
    )
    .min(1)
    .max(3),
  load: z
    .tuple([z.number().positive(), z.number().positive()])
    .default([1, 20])
    .describe('the range of the load slider, in times'),
  tries: z
    .array(
      z.strictObject({
        label: text.max(80).describe('what the change is, such as "Four web servers"'),
        component: id,
        set: component.omit({ id: true, kind: true, name: true }).partial(),
      }),
    )
    .max(4)
    .default([])
    .describe('changes that the reader can switch on'),
  fails: z.array(id).max(6).default([]).describe('components that the reader can take away'),
  says: text.optional().describe('what to look for'),
})

/** Consistent hashing beside modulo: how many keys move when a shard is added, and how even the shards are. */
export const ringPart = z.strictObject({
  ...common,
  shards: z.number().int().min(2).max(64).default(8).describe('shards at first'),
  virtualNodes: z.number().int().min(1).max(500).default(100).describe('points of each shard on the ring at first'),
})

/** A spike of traffic against a tier of servers, with or without a queue and an autoscaler. */
export const spikePart = z.strictObject({
  ...common,
  rate: z.number().positive().default(100).describe('requests a second before the spike'),
  capacity: z.number().positive().default(50).describe('requests a second that one server does'),
  servers: z.number().int().min(1).max(500).default(4),
  factor: z.number().min(1).max(100).default(5).describe('how many times the rate during the spike, at first'),
  minutes: z.number().min(1).max(120).default(10).describe('how long the spike lasts'),
  queue: z.boolean().default(true).describe('whether the queue is on at first'),
  autoscaler: z.boolean().default(false).describe('whether the autoscaler is on at first'),
  startSeconds: z.number().min(0).max(900).default(120).describe('from the order of a server to its serving'),
  cooldownSeconds: z.number().min(0).max(1800).default(300).describe('between two orders'),
})

const actorState = z.record(z.string(), z.string().max(120))

/** Something that happens in steps, with what each actor holds after each; a step may say how it is taken back. */
export const stepperPart = z.strictObject({
  ...common,
  actors: z.array(text.max(40)).min(1).max(6),
  steps: z
    .array(
      z.strictObject({
        title: text.max(80),
        says: text.describe('what happens and why'),
        state: actorState.describe('what each actor holds now; one that is left out holds what it held'),
        back: text.optional().describe('how this step is taken back, or that it cannot be'),
      }),
    )
    .min(2)
    .max(12),
})

/** Raft with three or five servers: elections, entries, commits, servers that stop and a network that splits. */
export const raftPart = z.strictObject({ ...common, servers: z.union([z.literal(3), z.literal(5)]).default(5) })

/** Two sides of a store with a network between them that can be cut: what each client sees when it stays consistent or available. */
export const partitionPart = z.strictObject({
  ...common,
  policy: z.enum(['consistent', 'available']).default('consistent').describe('what it does at first while it is cut'),
  merge: z.enum(['last-write-wins', 'union']).default('last-write-wins').describe('what becomes of two versions'),
})

/** The live parts of lessons, by the name of the component. */
export const liveParts = {
  Explore: explorePart,
  Simulate: simulatePart,
  Ring: ringPart,
  Spike: spikePart,
  Stepper: stepperPart,
  Raft: raftPart,
  Partition: partitionPart,
} as const

export type ExplorePart = z.infer<typeof explorePart>
export type SimulatePart = z.infer<typeof simulatePart>
export type RingPart = z.infer<typeof ringPart>
export type SpikePart = z.infer<typeof spikePart>
export type StepperPart = z.infer<typeof stepperPart>
export type RaftPart = z.infer<typeof raftPart>
export type PartitionPart = z.infer<typeof partitionPart>
