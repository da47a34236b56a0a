import type { Submission } from '#engine/design/submission.ts'

export type SaveStatus =
  | { readonly is: 'saved'; readonly atMs: number | null }
  | { readonly is: 'unsaved' }
  | { readonly is: 'saving' }
  | { readonly is: 'offline' }
  | { readonly is: 'signed-out' }
  | { readonly is: 'refused'; readonly message: string }
  | { readonly is: 'conflict'; readonly head: Head }
  | { readonly is: 'closed'; readonly lateDraftKept: boolean }

export type Head = { readonly id: string; readonly savedAtMs: number; readonly submission: Submission }

/** A draft that the browser keeps until the server has it. `id` is the revision under which it was, or will be, sent. */
export type Draft = {
  readonly id: string
  readonly parentId: string | null
  readonly submission: Submission
  readonly writtenAtMs: number
}

export type SaveReply =
  | { readonly ok: true; readonly revisionId: string; readonly savedAtMs: number; readonly serverNowMs: number }
  | {
      readonly ok: false
      readonly code: string
      readonly message: string
      readonly head?: Head | undefined
      readonly lateDraftKept?: boolean | undefined
    }

/** What the outside gives: sending (undefined when the network fails), keeping a draft, ids, time and timers. */
export type AutosaveWorld = {
  readonly send: (draft: Draft) => Promise<SaveReply | undefined>
  readonly keep: (draft: Draft | null) => void
  readonly makeId: () => string
  readonly now: () => number
  readonly after: (ms: number, run: () => void) => () => void
  readonly onStatus: (status: SaveStatus) => void
  readonly onServerTime: (serverNowMs: number) => void
}

const idleMs = 1_200
const longestWaitMs = 5_000
const retryMs = [2_000, 4_000, 8_000, 15_000] as const

/**
 * Saves a document as it is edited. Every edit is kept in the browser before it is sent; a draft keeps its revision id until the server has
 * answered, so that a lost answer never makes a second revision; nothing is dropped on any error.
 */
export function createAutosave(
  world: AutosaveWorld,
  start: { readonly headId: string | null; readonly savedAtMs: number | null },
) {
  let headId = start.headId
  let draft: Draft | null = null
  let sending: Draft | null = null
  let blocked = false
  let failures = 0
  let dirtySince: number | null = null
  let cancelTimer = () => {}
  const sent = new Set<string>()
  let waiting: ((saved: boolean) => void)[] = []

  const settle = (saved: boolean) => {
    const all = waiting
    waiting = []
    for (const done of all) done(saved)
  }
  const schedule = (ms: number) => {
    cancelTimer()
    cancelTimer = world.after(ms, () => void flush())
  }

  function edit(submission: Submission) {
    const now = world.now()
    dirtySince ??= now
    // The id changes with the content unless that very draft is on its way.
    draft = { id: world.makeId(), parentId: headId, submission, writtenAtMs: now }
    world.keep(draft)
    if (blocked) return
    if (failures === 0 && !sending) world.onStatus({ is: 'unsaved' })
    schedule(failures > 0 ? retryAfter() : Math.min(idleMs, Math.max(0, dirtySince + longestWaitMs - now)))
  }

  const retryAfter = () => retryMs[Math.min(failures, retryMs.length) - 1] ?? 2_000

  /** Sends what is unsent now; resolves to true when the server has everything. */
  async function flush(): Promise<boolean> {
    if (sending) return new Promise(resolve => waiting.push(resolve))
    if (!draft || blocked) return draft === null
    cancelTimer()
    const now = { ...draft, parentId: headId }
    draft = now
    sending = now
    sent.add(now.id)
    if (failures === 0) world.onStatus({ is: 'saving' })
    const reply = await world.send(now)
    sending = null
    return take(now, reply)
  }

  async function take(what: Draft, reply: SaveReply | undefined): Promise<boolean> {
    if (!reply) {
      failures += 1
      world.onStatus({ is: 'offline' })
      schedule(retryAfter())
      settle(false)
      return false
    }
    failures = 0
    if (reply.ok) {
      headId = reply.revisionId
      world.onServerTime(reply.serverNowMs)
      if (draft?.id === what.id) {
        draft = null
        dirtySince = null
        world.keep(null)
        world.onStatus({ is: 'saved', atMs: reply.savedAtMs })
        settle(true)
        return true
      }
      // Edited meanwhile: the newer draft goes on top.
      dirtySince = world.now()
      if (draft) {
        draft = { ...draft, parentId: headId }
        world.keep(draft)
      }
      if (waiting.length > 0) return flush()
      world.onStatus({ is: 'unsaved' })
      schedule(idleMs)
      return false
    }
    return refuse(reply)
  }

  async function refuse(reply: Extract<SaveReply, { ok: false }>): Promise<boolean> {
    if (reply.code === 'stale-revision' && reply.head) {
      if (sent.has(reply.head.id)) {
        // Our own earlier revision, whose answer was lost.
        headId = reply.head.id
        return flush()
      }
      blocked = true
      world.onStatus({ is: 'conflict', head: reply.head })
    } else if (reply.code === 'handed-in') {
      blocked = true
      if (reply.lateDraftKept) world.keep(null)
      world.onStatus({ is: 'closed', lateDraftKept: reply.lateDraftKept ?? false })
    } else if (reply.code === 'signed-out') {
      failures = retryMs.length
      world.onStatus({ is: 'signed-out' })
      schedule(retryAfter())
    } else {
      world.onStatus({ is: 'refused', message: reply.message })
    }
    settle(false)
    return false
  }

  /** Ends a conflict. Both sides stay in the history: mine goes on top of theirs, and theirs on top of that when it is wanted. */
  async function resolve(head: Head, keep: 'mine' | 'theirs'): Promise<boolean> {
    blocked = false
    headId = head.id
    if (draft) draft = { ...draft, id: world.makeId() }
    const saved = await flush()
    if (keep === 'mine' || !saved) return saved
    edit(head.submission)
    return flush()
  }

  /** Takes up a draft that an earlier page left behind. */
  function adopt(left: Draft) {
    draft = left
    sent.add(left.id)
    dirtySince = world.now()
    schedule(0)
  }

  return {
    edit,
    flush,
    resolve,
    adopt,
    /** True while the browser holds something that the server has not acknowledged. */
    isUnsaved: () => draft !== null,
    draft: () => draft,
    headId: () => headId,
    stop: () => cancelTimer(),
  }
}

export type Autosave = ReturnType<typeof createAutosave>

/** What to do with a draft that the browser kept, now that the server says what its head is. */
export function judgeDraft(left: Draft | null, headId: string | null): 'none' | 'adopt' | 'conflict' {
  if (!left || left.id === headId) return 'none'
  return left.parentId === headId ? 'adopt' : 'conflict'
}
