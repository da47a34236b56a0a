export type RaftEntry = { readonly term: number; readonly value: string }

export type RaftServer = {
  readonly id: number
  readonly up: boolean
  readonly role: 'follower' | 'candidate' | 'leader'
  readonly term: number
  readonly votedFor: number | null
  readonly log: readonly RaftEntry[]
  /** Entries known to be committed, from the first. */
  readonly commit: number
}

export type Raft = {
  readonly servers: readonly RaftServer[]
  /** Servers on the far side of a cut network; none: it is whole. */
  readonly apart: readonly number[]
  readonly written: number
  /** What the last action did, in words. */
  readonly says: string
}

export type RaftAction =
  | { readonly do: 'time out'; readonly server: number }
  | { readonly do: 'stop' | 'start'; readonly server: number }
  | { readonly do: 'write'; readonly server: number }
  | { readonly do: 'replicate'; readonly server: number }
  | { readonly do: 'cut'; readonly apart: readonly number[] }
  | { readonly do: 'heal' }

/** A cluster that has just begun: all up, nobody leads, nothing is written. */
export function newRaft(count: number): Raft {
  const server = (_: unknown, index: number): RaftServer => ({
    id: index + 1,
    up: true,
    role: 'follower',
    term: 0,
    votedFor: null,
    log: [],
    commit: 0,
  })
  return {
    servers: Array.from({ length: count }, server),
    apart: [],
    written: 0,
    says: 'Nobody leads yet. Let the election timer of a server run out.',
  }
}

const majorityOf = (raft: Raft) => Math.floor(raft.servers.length / 2) + 1
const reaches = ({ apart }: Raft, a: number, b: number) => apart.includes(a) === apart.includes(b)
const names = (servers: readonly { readonly id: number }[]) =>
  servers.length === 0 ? 'nobody' : servers.map(({ id }) => `S${id}`).join(', ')

const replaced = (raft: Raft, changes: ReadonlyMap<number, RaftServer>): readonly RaftServer[] =>
  raft.servers.map(server => changes.get(server.id) ?? server)

/**
 * One thing happens to the cluster, and its messages arrive at once where the network and the servers let them. The rules are those of Ongaro and
 * Ousterhout, In Search of an Understandable Consensus Algorithm (USENIX ATC 2014): votes by term and by how complete a log is, logs that follow
 * their leader, commits counted for entries of the leader's own term only. What cannot happen changes nothing but `says`.
 */
export function stepRaft(raft: Raft, action: RaftAction): Raft {
  switch (action.do) {
    case 'cut':
      return {
        ...raft,
        apart: action.apart,
        says: `The network is cut: ${names(action.apart.map(id => ({ id })))} on one side, the others on the other.`,
      }
    case 'heal':
      return {
        ...raft,
        apart: [],
        says: 'The network is whole again. A leader of an old term steps down when it hears of a newer one.',
      }
    case 'stop':
      return change(
        raft,
        action.server,
        s => ({ ...s, up: false, role: 'follower', commit: 0 }),
        id => `S${id} stops. Its term, its vote and its log stay on its disk.`,
      )
    case 'start':
      return change(
        raft,
        action.server,
        s => ({ ...s, up: true }),
        id => `S${id} is back, as a follower, with the log that it had.`,
      )
    case 'time out':
      return elect(raft, action.server)
    case 'write':
      return write(raft, action.server)
    case 'replicate':
      return replicate(raft, action.server)
  }
}

function change(raft: Raft, id: number, make: (server: RaftServer) => RaftServer, says: (id: number) => string): Raft {
  const server = raft.servers.find(s => s.id === id)
  if (!server) return raft
  return { ...raft, servers: replaced(raft, new Map([[id, make(server)]])), says: says(id) }
}

/** Whether a's log is at least as complete as b's: a later last term, or the same and no shorter. */
function asComplete(a: RaftServer, b: RaftServer): boolean {
  const [lastA, lastB] = [a.log.at(-1)?.term ?? 0, b.log.at(-1)?.term ?? 0]
  return lastA > lastB || (lastA === lastB && a.log.length >= b.log.length)
}

function elect(raft: Raft, id: number): Raft {
  const server = raft.servers.find(s => s.id === id)
  if (!server?.up) return { ...raft, says: `S${id} is down; nothing times out there.` }
  if (server.role === 'leader') return { ...raft, says: `S${id} leads; a leader has no election timer.` }
  const term = server.term + 1
  const changes = new Map<number, RaftServer>()
  const candidate: RaftServer = { ...server, role: 'candidate', term, votedFor: id }
  const voters: RaftServer[] = []
  const against: RaftServer[] = []
  let newer = 0
  for (const other of raft.servers) {
    if (other.id === id || !other.up || !reaches(raft, id, other.id)) continue
    if (other.term > term) {
      newer = Math.max(newer, other.term)
      against.push(other)
      continue
    }
    // A newer term makes everybody a follower without a vote.
    const heard: RaftServer = other.term < term ? { ...other, term, role: 'follower', votedFor: null } : other
    const free = heard.votedFor === null || heard.votedFor === id
    if (free && asComplete(candidate, heard)) {
      voters.push(heard)
      changes.set(other.id, { ...heard, votedFor: id })
    } else {
      against.push(other)
      changes.set(other.id, heard)
    }
  }
  const votes = voters.length + 1
  const refusal =
    against.length > 0
      ? ` ${names(against)} ${against.length === 1 ? 'refuses: it' : 'refuse: they'} voted already, know a newer term, or have a more complete log.`
      : ''
  if (newer > 0) {
    changes.set(id, { ...server, term: newer, role: 'follower', votedFor: null })
    return {
      ...raft,
      servers: replaced(raft, changes),
      says: `S${id} asks for votes in term ${term} and hears of term ${newer}. It follows.`,
    }
  }
  const wins = votes >= majorityOf(raft)
  changes.set(id, { ...candidate, role: wins ? 'leader' : 'candidate' })
  const count = `${votes} of ${raft.servers.length} votes`
  const says = wins
    ? `S${id} asks for votes in term ${term} and leads with ${count} (itself, ${names(voters)}).${refusal}`
    : `S${id} asks for votes in term ${term} and gets ${count}: not a majority, so it does not lead.${refusal}`
  return { ...raft, servers: replaced(raft, changes), says }
}

function write(raft: Raft, id: number): Raft {
  const server = raft.servers.find(s => s.id === id)
  if (!server?.up || server.role !== 'leader')
    return { ...raft, says: `S${id} does not lead, so it sends the client on to who does.` }
  const value = `x=${raft.written + 1}`
  const next: RaftServer = { ...server, log: [...server.log, { term: server.term, value }] }
  return {
    ...raft,
    written: raft.written + 1,
    servers: replaced(raft, new Map([[id, next]])),
    says: `S${id} appends ${value} in term ${server.term}. The client waits: it is not committed before a majority has it.`,
  }
}

function replicate(raft: Raft, id: number): Raft {
  const leader = raft.servers.find(s => s.id === id)
  if (!leader?.up || leader.role !== 'leader') return { ...raft, says: `S${id} does not lead and has nothing to replicate.` }
  const reached = raft.servers.filter(s => s.id !== id && s.up && reaches(raft, id, s.id))
  const newer = Math.max(0, ...reached.map(s => s.term))
  if (newer > leader.term) {
    const steppedDown: RaftServer = { ...leader, role: 'follower', term: newer, votedFor: null }
    return {
      ...raft,
      servers: replaced(raft, new Map([[id, steppedDown]])),
      says: `S${id} hears of term ${newer} and steps down.`,
    }
  }
  // Every follower that is reached ends with the leader's log: what differs there was never committed.
  const holders = reached.length + 1
  const own = leader.log.findLastIndex(entry => entry.term === leader.term) + 1
  const commit = holders >= majorityOf(raft) ? Math.max(leader.commit, own) : leader.commit
  const dropped = reached.filter(s =>
    s.log.some((entry, i) => leader.log[i]?.term !== entry.term || leader.log[i]?.value !== entry.value),
  )
  const changes = new Map<number, RaftServer>([[id, { ...leader, commit }]])
  for (const s of reached) {
    const votedFor = s.term < leader.term ? null : s.votedFor
    changes.set(s.id, {
      ...s,
      role: 'follower',
      term: leader.term,
      votedFor,
      log: leader.log,
      commit: Math.max(s.commit, commit),
    })
  }
  const news =
    commit > leader.commit
      ? `${commit} ${commit === 1 ? 'entry is' : 'entries are'} committed now.`
      : holders < majorityOf(raft)
        ? `Only ${holders} of ${raft.servers.length} have it: nothing is committed.`
        : 'Nothing new to commit: an entry of an older term is committed only with one of this term.'
  const lost =
    dropped.length > 0
      ? ` ${names(dropped)} ${dropped.length === 1 ? 'gives' : 'give'} up entries that were never committed.`
      : ''
  return { ...raft, servers: replaced(raft, changes), says: `S${id} sends its log to ${names(reached)}. ${news}${lost}` }
}
