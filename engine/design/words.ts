/** The closed vocabularies of a submission. Checks read these words, never a label. */

export const priorities = ['must', 'should', 'out'] as const

export const qualities = [
  'latency',
  'availability',
  'durability',
  'consistency',
  'throughput',
  'rto',
  'rpo',
  'retention',
  'cost',
  'residency',
  'security',
  'simplicity',
  'flexibility',
] as const

export const httpMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'RPC', 'EVENT'] as const

export const linkModes = ['sync', 'async'] as const

export const shardingStrategies = ['none', 'hash', 'consistent-hash', 'range', 'directory', 'geographic', 'managed'] as const

export const replicationModes = ['none', 'synchronous', 'semi-synchronous', 'asynchronous', 'quorum'] as const

export const consistencies = ['strong', 'read-your-writes', 'bounded-staleness', 'eventual'] as const

export const hotKeyMitigations = [
  'none',
  'cache',
  'key-suffix',
  'split-shard',
  'coalesce-requests',
  'local-cache',
  'rate-limit',
] as const

export const accessOperations = ['read', 'write', 'read-write', 'scan'] as const

/** What a decision is about. General on purpose: the list is the same for every drill and gives no answer away. */
export const aspects = [
  'api',
  'id-generation',
  'store',
  'partitioning',
  'replication',
  'consistency',
  'caching',
  'async',
  'compute',
  'topology',
  'deployment',
  'security',
  'cost',
  'build-or-buy',
  'other',
] as const

export const doors = ['one-way', 'two-way'] as const

export const failureScopes = ['component', 'zone', 'region', 'cell', 'dependency', 'deployment', 'data', 'traffic'] as const

export const signals = [
  'latency',
  'errors',
  'traffic',
  'saturation',
  'availability',
  'hit-ratio',
  'replication-lag',
  'queue-depth',
  'cost',
  'freshness',
  'correctness',
] as const

export const deploymentStrategies = ['canary', 'blue-green', 'rolling', 'feature-flag', 'all-at-once'] as const

export const threats = [
  'spoofing',
  'tampering',
  'repudiation',
  'disclosure',
  'denial',
  'elevation',
  'abuse',
  'compliance',
] as const

export const confidences = [50, 80, 90] as const
