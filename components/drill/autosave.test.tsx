import { describe, expect, it } from 'vitest'
import { emptySubmission, type Submission } from '#engine/design/submission.ts'
import { type AutosaveWorld, createAutosave, type Draft, judgeDraft, type SaveReply, type SaveStatus } from './autosave.ts'

const text = (worksheet: string): Submission => ({ ...emptySubmission, worksheet })

/** A server that keeps revisions as ours does, a network that can be cut, and timers that run when told. */
function makeWorld() {
  const stored: Draft[] = []
  const statuses: SaveStatus[] = []
  const timers: { at: number; run: () => void }[] = []
  let network: 'up' | 'down' | 'loses-answers' = 'up'
  let now = 0
  let ids = 0
  let kept: Draft | null = null
  const reply = (draft: Draft): SaveReply => {
    const known = stored.some(d => d.id === draft.id)
    const head = stored.at(-1)
    if (!known && (head?.id ?? null) !== draft.parentId && head) {
      return {
        ok: false,
        code: 'stale-revision',
        message: 'stale',
        head: { id: head.id, savedAtMs: now, submission: head.submission },
      }
    }
    if (!known) stored.push(draft)
    return { ok: true, revisionId: draft.id, savedAtMs: now, serverNowMs: now }
  }
  const world: AutosaveWorld = {
    send: async draft => {
      if (network === 'down') return undefined
      const answer = reply(draft)
      return network === 'loses-answers' ? undefined : answer
    },
    keep: draft => {
      kept = draft
    },
    makeId: () => {
      ids += 1
      return `id-${ids}`
    },
    now: () => now,
    after: (ms, run) => {
      const timer = { at: now + ms, run }
      timers.push(timer)
      return () => void timers.splice(0, timers.length, ...timers.filter(t => t !== timer))
    },
    onStatus: status => statuses.push(status),
    onServerTime: () => {},
  }
  const pass = async (ms: number) => {
    const until = now + ms
    for (;;) {
      const due = timers.filter(t => t.at <= until).toSorted((a, b) => a.at - b.at)[0]
      if (!due) break
      timers.splice(timers.indexOf(due), 1)
      now = Math.max(now, due.at)
      due.run()
      await new Promise(resolve => setTimeout(resolve))
    }
    now = until
  }
  return { world, stored, statuses, pass, kept: () => kept, setNetwork: (to: typeof network) => (network = to) }
}

const worksheets = (stored: readonly Draft[]) => stored.map(d => d.submission.worksheet)

describe('createAutosave', () => {
  it('saves when the hand rests, and at the latest after five seconds of typing', async () => {
    const { world, stored, pass } = makeWorld()
    const autosave = createAutosave(world, { headId: null, savedAtMs: null })
    autosave.edit(text('a'))
    await pass(1_200)
    expect(worksheets(stored)).toEqual(['a'])
    for (let i = 0; i < 12; i += 1) {
      autosave.edit(text(`typing ${i}`))
      await pass(500)
    }
    expect(stored.length).toBeGreaterThan(1)
  })

  it('keeps the draft in the browser until the server has it', async () => {
    const { world, kept, pass, setNetwork, stored } = makeWorld()
    setNetwork('down')
    const autosave = createAutosave(world, { headId: null, savedAtMs: null })
    autosave.edit(text('offline work'))
    await pass(600_000)
    expect(kept()?.submission.worksheet).toBe('offline work')
    expect(autosave.isUnsaved()).toBe(true)
    setNetwork('up')
    await pass(15_000)
    expect(worksheets(stored)).toEqual(['offline work'])
    expect(kept()).toBeNull()
  })

  it('makes one revision of a draft whose answer was lost, and goes on from it', async () => {
    const { world, stored, pass, setNetwork } = makeWorld()
    const autosave = createAutosave(world, { headId: null, savedAtMs: null })
    setNetwork('loses-answers')
    autosave.edit(text('one'))
    await pass(1_200)
    autosave.edit(text('two'))
    setNetwork('up')
    await pass(20_000)
    expect(worksheets(stored)).toEqual(['one', 'two'])
    expect(autosave.isUnsaved()).toBe(false)
  })

  it('stops at a conflict and keeps both sides in the history, whichever is wanted', async () => {
    for (const [keep, history] of [
      ['mine', ['theirs', 'mine']],
      ['theirs', ['theirs', 'mine', 'theirs']],
    ] as const) {
      const { world, stored, statuses, pass } = makeWorld()
      stored.push({ id: 'other-tab', parentId: null, submission: text('theirs'), writtenAtMs: 0 })
      const autosave = createAutosave(world, { headId: null, savedAtMs: null })
      autosave.edit(text('mine'))
      await pass(10_000)
      const conflict = statuses.at(-1)
      if (conflict?.is !== 'conflict') throw new Error(`expected a conflict, got ${conflict?.is}`)
      await autosave.resolve(conflict.head, keep)
      expect(worksheets(stored)).toEqual(history)
    }
  })

  it('flushes what is typed while a save is on its way', async () => {
    const { world, stored } = makeWorld()
    const autosave = createAutosave(world, { headId: null, savedAtMs: null })
    autosave.edit(text('first'))
    const first = autosave.flush()
    autosave.edit(text('second'))
    expect(await autosave.flush()).toBe(true)
    await first
    expect(worksheets(stored)).toEqual(['first', 'second'])
  })
})

describe('judgeDraft', () => {
  const draft = (id: string, parentId: string | null): Draft => ({ id, parentId, submission: emptySubmission, writtenAtMs: 0 })

  it('drops a draft that the server has, adopts one that follows the head, and asks about any other', () => {
    expect(judgeDraft(null, 'a')).toBe('none')
    expect(judgeDraft(draft('a', null), 'a')).toBe('none')
    expect(judgeDraft(draft('b', 'a'), 'a')).toBe('adopt')
    expect(judgeDraft(draft('b', 'a'), 'c')).toBe('conflict')
  })
})
