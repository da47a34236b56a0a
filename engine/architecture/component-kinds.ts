import { z } from 'zod'

/** What a kind of component is for; `@store` in a rubric means any kind of the category. */
export const categories = [
  'client',
  'edge',
  'router',
  'compute',
  'cache',
  'store',
  'messaging',
  'processing',
  'control',
  'external',
] as const

/** How far a default can be trusted: it is a fact of content/reference, it is our guess, or it is a placeholder. */
export const defaultCertainties = ['sourced', 'estimated', 'unknown'] as const

const expression = z.string().min(1).max(50)

const figure = z.strictObject({
  value: expression.describe('The number with its unit, in the worksheet language: 1K /s'),
  range: z.tuple([expression, expression]).describe('What a design may put in its place, from least to most'),
  sure: z.enum(defaultCertainties),
  date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'is not a date: write 2026, 2026-09 or 2026-09-20'),
  source: z
    .string()
    .min(1)
    .describe('The fact that it is ("content/reference: app-server-requests"), or the ground of the guess'),
})

/**
 * How a kind takes more work: each replica has a queue of its own; only the primary of a shard serves and the other replicas stand by;
 * replicas pull from one queue; or its provider adds what is needed, and it has no queue.
 */
export const scalings = ['replicas', 'primary', 'pulled', 'elastic'] as const

/** What it takes to lose all of it at once: the zones or the regions in which it stands, or nothing of ours. */
export const reaches = ['zone', 'region', 'global'] as const

/** How machines can be bought; what is said nowhere is bought on demand. */
export const purchases = ['on-demand', 'reserved', 'spot'] as const
export type Purchase = (typeof purchases)[number]

/** Where bytes can be kept besides the standard tier. */
export const storageTiers = ['infrequent', 'archive'] as const

const defaults = z.strictObject({
  scaling: z.enum(scalings),
  reach: z.enum(reaches).default('zone'),
  capacity: figure.optional().describe('Requests a second of one replica; none: no limit of its own'),
  serviceTime: figure.describe('Time of one request when nothing waits'),
  cv: figure.optional().describe('Standard deviation of the service time over its mean; none: 0, always the same'),
  hitRatio: figure.optional().describe('Share of requests that it answers itself'),
  availability: figure.describe('Of one replica; of the whole service where it is managed'),
  failover: figure.optional().describe('Time from the loss of a primary to the next one serving'),
  startTime: figure.optional().describe('Time from ordering a replica to its serving; none: it is not scaled by itself'),
  price: figure.optional().describe('USD a month of one replica'),
  pricePerMillion: figure.optional().describe('USD for a million requests'),
  reserved: figure.optional().describe('Share of the price that is left when it is reserved'),
  spot: figure.optional().describe('Share of the price that is left on spot machines; none: not for what must not leave'),
  storage: figure.optional().describe('USD for a gigabyte kept a month'),
  tiers: z
    .partialRecord(z.enum(storageTiers), z.strictObject({ storage: figure, retrieval: figure }))
    .optional()
    .describe('Cheaper keeping, with USD for a gigabyte fetched'),
})

const kind = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  label: z.string().min(1),
  category: z.enum(categories),
  purpose: z.string().min(1),
  aliases: z.array(z.string().min(1)).default([]).describe('Names of products and habits by which people type it'),
  stateful: z.boolean().default(false),
  managed: z.boolean().default(false).describe('Run redundantly by its provider: a single entry is no single point of failure'),
  defaults: defaults.optional().describe('What the simulator takes where a design states nothing'),
})

/** content/reference/components.yaml */
export const componentKindsSchema = z.strictObject({ kinds: z.array(kind).min(1) })

export type ComponentKind = z.infer<typeof kind>
export type KindFigure = z.infer<typeof figure>
