import type { Submission } from '#engine/design/submission.ts'

export type SaveStatus =
  | { readonly is: 'saved'; readonly atMs: number | null }
  | { readonly is: 'unsaved' }
  | { readonly is: 'saving' }
  /** `kept`: the browser could store the draft; when not, only the open page holds it. */
  | { readonly is: 'offline'; readonly kept: boolean }
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
  | {
      readonly ok: true
      readonly revisionId: string
      /** The newest revision, when the server says which. */
      readonly headId?: string | null | undefined
      readonly savedAtMs: number
      readonly serverNowMs?: number | undefined
    }
  | {
      readonly ok: false
      readonly code: string
      readonly message: string
      readonly head?: Head | undefined
      readonly lateDraftKept?: boolean | undefined
    }

/** What the outside gives: sending and reading (undefined when the network fails), keeping drafts, ids, time and timers. */
export type AutosaveWorld = {
  readonly send: (draft: Draft) => Promise<SaveReply | undefined>
  /** What the server has as the newest. */
  readonly readHead: () => Promise<Head | undefined>
  /** Replaces what this page keeps in the browser; false when the browser could not. */
  readonly keep: (drafts: readonly Draft[]) => boolean
  readonly makeId: () => string
  readonly now: () => number
  readonly after: (ms: number, run: () => void) => () => void
  readonly onStatus: (status: SaveStatus) => void
  readonly onServerTime: (serverNowMs: number) => void
  /** The page had nothing unsent and another window has gone on: this is the newest now. */
  readonly onHead: (submission: Submission) => void
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
  /** The side of a conflict that was not chosen: it goes into the history before the draft does. */
  let aside: Draft | null = null
  let sending: Draft | null = null
  let blocked = false
  let failures = 0
  let kept = true
  let dirtySince: number | null = null
  let stopTimer: (() => void) | null = null
  const sent = new Set<string>()
  let waiting: ((saved: boolean) => void)[] = []

  const settle = (saved: boolean) => {
    const all = waiting
    waiting = []
    for (const done of all) done(saved)
    return saved
  }
  const cancelTimer = () => {
    stopTimer?.()
    stopTimer = null
  }
  const schedule = (ms: number) => {
    cancelTimer()
    stopTimer = world.after(ms, () => {
      stopTimer = null
      void flush()
    })
  }
  const keepAll = () => {
    kept = world.keep([aside, draft].filter(each => each !== null))
  }
  const retryAfter = () => retryMs[Math.min(failures, retryMs.length) - 1] ?? 2_000

  function edit(submission: Submission) {
    const now = world.now()
    dirtySince ??= now
    // The id changes with the content unless that very draft is on its way.
    draft = { id: world.makeId(), parentId: headId, submission, writtenAtMs: now }
    keepAll()
    // What is on its way goes on when it is answered.
    if (blocked || sending) return
    if (failures === 0) {
      world.onStatus({ is: 'unsaved' })
      schedule(Math.min(idleMs, Math.max(0, dirtySince + longestWaitMs - now)))
    } else if (!stopTimer) schedule(retryAfter())
    // Otherwise the next try is due already: typing must not put it off.
  }

  /** Sends what is unsent now; resolves to true when the server has everything. */
  async function flush(): Promise<boolean> {
    if (sending) return new Promise(resolve => waiting.push(resolve))
    if (!draft || blocked) return draft === null
    cancelTimer()
    const what = { ...(aside ?? draft), parentId: headId }
    if (aside) aside = what
    else draft = what
    sending = what
    sent.add(what.id)
    if (failures === 0) world.onStatus({ is: 'saving' })
    const reply = await world.send(what)
    sending = null
    if (!reply) return offline()
    failures = 0
    return reply.ok ? stored(what, reply) : refused(what, reply)
  }

  function offline(): boolean {
    failures += 1
    world.onStatus({ is: 'offline', kept })
    schedule(retryAfter())
    return settle(false)
  }

  async function stored(what: Draft, reply: Extract<SaveReply, { ok: true }>): Promise<boolean> {
    // A repeated save may have been gone on from since, in another window. What is written here from now on meets that as a conflict.
    const overtaken = reply.headId !== undefined && reply.headId !== what.id && !sent.has(reply.headId ?? '')
    headId = reply.revisionId
    if (reply.serverNowMs !== undefined) world.onServerTime(reply.serverNowMs)
    if (aside?.id === what.id) {
      aside = null
      keepAll()
      return flush()
    }
    if (draft?.id === what.id) {
      draft = null
      dirtySince = null
      keepAll()
      if (overtaken) await goOnFromHead()
      // Nothing was written while the head was read.
      if (!draft) {
        world.onStatus({ is: 'saved', atMs: reply.savedAtMs })
        return settle(true)
      }
    }
    // Edited meanwhile: the newer draft goes on top.
    dirtySince = world.now()
    if (draft) {
      draft = { ...draft, parentId: headId }
      keepAll()
    }
    if (waiting.length > 0) return flush()
    world.onStatus({ is: 'unsaved' })
    schedule(idleMs)
    return false
  }

  async function goOnFromHead() {
    const head = await world.readHead()
    if (!head || draft) return
    headId = head.id
    world.onHead(head.submission)
  }

  async function refused(what: Draft, reply: Extract<SaveReply, { ok: false }>): Promise<boolean> {
    dirtySince = null
    if (reply.code === 'stale-revision' && reply.head) {
      if (sent.has(reply.head.id)) {
        // Our own earlier revision, whose answer was lost.
        headId = reply.head.id
        return flush()
      }
      blocked = true
      world.onStatus({ is: 'conflict', head: reply.head })
    } else if (reply.code === 'handed-in') {
      const lateDraftKept = reply.lateDraftKept ?? false
      if (lateDraftKept && aside?.id === what.id) aside = null
      else if (lateDraftKept && draft?.id === what.id) draft = null
      keepAll()
      // What was written while this was on its way is late too.
      if (lateDraftKept && draft) return flush()
      blocked = true
      world.onStatus({ is: 'closed', lateDraftKept })
    } else if (reply.code === 'signed-out') {
      failures = retryMs.length
      world.onStatus({ is: 'signed-out' })
      schedule(retryAfter())
    } else if (reply.code === 'busy') {
      world.onStatus({ is: 'unsaved' })
      schedule(idleMs)
    } else {
      world.onStatus({ is: 'refused', message: reply.message })
    }
    return settle(false)
  }

  /** Ends a conflict. Both sides stay in the history: mine goes on top of theirs, and theirs on top of that when it is wanted. */
  async function resolve(head: Head, keep: 'mine' | 'theirs'): Promise<boolean> {
    blocked = false
    headId = head.id
    if (draft) draft = { ...draft, id: world.makeId() }
    if (keep === 'theirs') {
      aside = draft
      draft = { id: world.makeId(), parentId: headId, submission: head.submission, writtenAtMs: world.now() }
    }
    keepAll()
    return flush()
  }

  /** Takes up a draft that an earlier page left behind, on the revision that it was written on: when that is not the newest, it is a conflict. Answers whether this page could keep it. */
  function adopt(left: Draft): boolean {
    draft = left
    headId = left.parentId
    sent.add(left.id)
    dirtySince = world.now()
    keepAll()
    schedule(0)
    return kept
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
    stop: cancelTimer,
  }
}

/** What to do with a draft that the browser kept, now that the server says what its head is. */
export function judgeDraft(left: Draft | null, headId: string | null): 'none' | 'adopt' | 'conflict' {
  if (!left || left.id === headId) return 'none'
  return left.parentId === headId ? 'adopt' : 'conflict'
}

/**
 * Which of the drafts that pages left in this browser to take up: the newest that follows the server's head, otherwise the newest of those that
 * meet it as a conflict. The others stay where they are.
 */
export function draftToAdopt(left: readonly Draft[], headId: string | null): Draft | undefined {
  const newest = left.toSorted((a, b) => b.writtenAtMs - a.writtenAtMs)
  return (
    newest.find(draft => judgeDraft(draft, headId) === 'adopt') ?? newest.find(draft => judgeDraft(draft, headId) === 'conflict')
  )
}
