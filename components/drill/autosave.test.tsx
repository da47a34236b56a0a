import { describe, expect, it } from 'vitest'
import { emptySubmission, type Submission } from '#engine/design/submission.ts'
import {
  type AutosaveWorld,
  createAutosave,
  type Draft,
  draftToAdopt,
  judgeDraft,
  type SaveReply,
  type SaveStatus,
} from './autosave.ts'

const text = (worksheet: string): Submission => ({ ...emptySubmission, worksheet })

/** A server that keeps revisions as ours does, a network that can be cut, and timers that run when told. */
function makeWorld() {
  const stored: Draft[] = []
  const statuses: SaveStatus[] = []
  const timers: { at: number; run: () => void }[] = []
  let network: 'up' | 'down' | 'loses-answers' = 'up'
  let now = 0
  let ids = 0
  let kept: readonly Draft[] = []
  let room = true
  let closed = false
  const late: Draft[] = []
  const shown: string[] = []
  const reply = (draft: Draft): SaveReply => {
    const known = stored.some(d => d.id === draft.id)
    const head = stored.at(-1)
    if (!known && closed) {
      late.push(draft)
      return { ok: false, code: 'handed-in', message: 'closed', lateDraftKept: true }
    }
    if (!known && (head?.id ?? null) !== draft.parentId && head) {
      return {
        ok: false,
        code: 'stale-revision',
        message: 'stale',
        head: { id: head.id, savedAtMs: now, submission: head.submission },
      }
    }
    if (!known) stored.push(draft)
    return { ok: true, revisionId: draft.id, headId: stored.at(-1)?.id ?? null, savedAtMs: now, serverNowMs: now }
  }
  const world: AutosaveWorld = {
    send: async draft => {
      if (network === 'down') return undefined
      const answer = reply(draft)
      return network === 'loses-answers' ? undefined : answer
    },
    readHead: async () => {
      const head = stored.at(-1)
      return head && { id: head.id, savedAtMs: now, submission: head.submission }
    },
    keep: drafts => {
      if (room) kept = drafts
      return room
    },
    onHead: submission => shown.push(submission.worksheet),
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
  return {
    world,
    stored,
    statuses,
    late,
    shown,
    pass,
    kept: () => kept,
    setNetwork: (to: typeof network) => {
      network = to
    },
    close: () => {
      closed = true
    },
    fill: () => {
      room = false
    },
  }
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
    expect(worksheets(kept())).toEqual(['offline work'])
    expect(autosave.isUnsaved()).toBe(true)
    setNetwork('up')
    await pass(15_000)
    expect(worksheets(stored)).toEqual(['offline work'])
    expect(kept()).toEqual([])
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

describe('createAutosave, when things go wrong', () => {
  it('sends ten minutes of typing without a network once, as soon as it is back, though the hand never rests', async () => {
    const { world, pass, setNetwork, stored, kept } = makeWorld()
    const autosave = createAutosave(world, { headId: null, savedAtMs: null })
    setNetwork('down')
    for (let n = 0; n < 1_200; n += 1) {
      autosave.edit(text(`offline ${n}`))
      await pass(500)
      expect(worksheets(kept())).toEqual([`offline ${n}`])
    }
    expect(stored).toEqual([])
    setNetwork('up')
    // No pause as long as the wait between two tries.
    for (let n = 0; n < 40; n += 1) {
      autosave.edit(text(`back ${n}`))
      await pass(500)
    }
    expect(stored.length).toBeGreaterThan(0)
    await pass(5_000)
    expect(worksheets(stored).at(-1)).toBe('back 39')
    expect(autosave.isUnsaved()).toBe(false)
  })

  it('says when the browser has no room for the draft', async () => {
    const { world, statuses, pass, setNetwork, fill } = makeWorld()
    const autosave = createAutosave(world, { headId: null, savedAtMs: null })
    setNetwork('down')
    autosave.edit(text('a'))
    await pass(2_000)
    expect(statuses.at(-1)).toEqual({ is: 'offline', kept: true })
    fill()
    autosave.edit(text('b'))
    await pass(20_000)
    expect(statuses.at(-1)).toEqual({ is: 'offline', kept: false })
  })

  it('meets a draft that an earlier page left on an older revision as a conflict, not as the newest', async () => {
    const { world, stored, statuses, pass } = makeWorld()
    stored.push({ id: 'first', parentId: null, submission: text('first'), writtenAtMs: 0 })
    stored.push({ id: 'elsewhere', parentId: 'first', submission: text('from another browser'), writtenAtMs: 0 })
    const autosave = createAutosave(world, { headId: 'elsewhere', savedAtMs: 0 })
    autosave.adopt({ id: 'left', parentId: 'first', submission: text('left here'), writtenAtMs: 0 })
    await pass(1_000)
    const conflict = statuses.at(-1)
    if (conflict?.is !== 'conflict') throw new Error(`expected a conflict, got ${conflict?.is}`)
    expect(conflict.head.id).toBe('elsewhere')
    expect(worksheets(stored)).toEqual(['first', 'from another browser'])
    await autosave.resolve(conflict.head, 'theirs')
    expect(worksheets(stored)).toEqual(['first', 'from another browser', 'left here', 'from another browser'])
  })

  it('shows the newest when a draft whose answer was lost had been gone on from elsewhere', async () => {
    const { world, stored, shown, pass, statuses } = makeWorld()
    stored.push({ id: 'left', parentId: null, submission: text('left here'), writtenAtMs: 0 })
    stored.push({ id: 'elsewhere', parentId: 'left', submission: text('gone on'), writtenAtMs: 0 })
    const autosave = createAutosave(world, { headId: 'elsewhere', savedAtMs: 0 })
    autosave.adopt({ id: 'left', parentId: null, submission: text('left here'), writtenAtMs: 0 })
    await pass(1_000)
    expect(shown).toEqual(['gone on'])
    expect(statuses.at(-1)).toMatchObject({ is: 'saved' })
    autosave.edit(text('and on'))
    await pass(2_000)
    expect(worksheets(stored)).toEqual(['left here', 'gone on', 'and on'])
  })

  it('puts both sides of a conflict into the history when the network goes before the choice is sent and typing goes on', async () => {
    const { world, stored, statuses, pass, setNetwork, kept } = makeWorld()
    stored.push({ id: 'other-tab', parentId: null, submission: text('theirs'), writtenAtMs: 0 })
    const autosave = createAutosave(world, { headId: null, savedAtMs: null })
    autosave.edit(text('mine'))
    await pass(5_000)
    const conflict = statuses.at(-1)
    if (conflict?.is !== 'conflict') throw new Error(`expected a conflict, got ${conflict?.is}`)
    setNetwork('down')
    await autosave.resolve(conflict.head, 'theirs')
    autosave.edit(text('theirs, and more'))
    expect(worksheets(kept())).toEqual(['mine', 'theirs, and more'])
    setNetwork('up')
    await pass(20_000)
    expect(worksheets(stored)).toEqual(['theirs', 'mine', 'theirs, and more'])
    expect(kept()).toEqual([])
  })

  it('sends what is left after the end, what was typed meanwhile too, and keeps nothing back', async () => {
    const { world, late, statuses, pass, close, kept } = makeWorld()
    const autosave = createAutosave(world, { headId: null, savedAtMs: null })
    close()
    autosave.edit(text('written before a sleep'))
    const first = autosave.flush()
    autosave.edit(text('written after it'))
    await first
    await pass(5_000)
    expect(worksheets(late)).toEqual(['written before a sleep', 'written after it'])
    expect(statuses.at(-1)).toEqual({ is: 'closed', lateDraftKept: true })
    expect(autosave.isUnsaved()).toBe(false)
    expect(kept()).toEqual([])
  })

  it('tries again by itself when several saves met', async () => {
    const { world, stored, pass } = makeWorld()
    let busy = true
    const send: AutosaveWorld['send'] = async draft => {
      if (!busy) return world.send(draft)
      busy = false
      return { ok: false, code: 'busy', message: 'Save again.' }
    }
    const autosave = createAutosave({ ...world, send }, { headId: null, savedAtMs: null })
    autosave.edit(text('a'))
    await pass(5_000)
    expect(worksheets(stored)).toEqual(['a'])
  })
})

describe('draftToAdopt', () => {
  const left = (id: string, parentId: string | null, writtenAtMs: number): Draft => ({
    id,
    parentId,
    submission: emptySubmission,
    writtenAtMs,
  })

  it('prefers the newest that follows the head to a newer one that does not', () => {
    const all = [left('a', 'head', 1), left('b', 'head', 2), left('c', 'older', 3)]
    expect(draftToAdopt(all, 'head')?.id).toBe('b')
    expect(draftToAdopt(all, 'other')?.id).toBe('c')
    expect(draftToAdopt([left('head', null, 1)], 'head')).toBeUndefined()
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
