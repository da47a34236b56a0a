import { afterEach, describe, expect, it, vi } from 'vitest'
import { emptySubmission } from '#engine/design/submission.ts'
import type { Draft } from './autosave.ts'
import { dropDraft, keepDrafts, leftDrafts } from './draft-store.ts'

const draft = (id: string): Draft => ({ id, parentId: null, submission: emptySubmission, writtenAtMs: 1 })
const ids = () =>
  leftDrafts('a')
    .map(({ id }) => id)
    .toSorted()

afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
})

describe('draft-store', () => {
  it('keeps the drafts of two windows apart, so that one that is saved does not cost the other', () => {
    keepDrafts('a', 'first', [draft('one')])
    keepDrafts('a', 'second', [draft('two')])
    keepDrafts('b', 'third', [draft('of another attempt')])
    expect(ids()).toEqual(['one', 'two'])
    keepDrafts('a', 'second', [])
    expect(ids()).toEqual(['one'])
  })

  it('moves a draft to the page that took it up', () => {
    keepDrafts('a', 'first', [draft('one'), draft('two')])
    keepDrafts('a', 'second', [draft('one')])
    dropDraft('a', 'one', 'second')
    expect(ids()).toEqual(['one', 'two'])
    dropDraft('a', 'one')
    expect(ids()).toEqual(['two'])
  })

  it('reads what an earlier version of Tenfold kept, and nothing that is not a draft', () => {
    localStorage.setItem('tenfold:draft:a', JSON.stringify(draft('old')))
    localStorage.setItem('tenfold:draft:a:x', '[{"id":1},null,"text"]')
    localStorage.setItem('tenfold:draft:a:y', 'not JSON')
    expect(ids()).toEqual(['old'])
  })

  it('says so when the browser has no room, and keeps what it had', () => {
    keepDrafts('a', 'first', [draft('one')])
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    const get = (store: Storage, name: keyof Storage) => {
      const value: unknown = name === 'setItem' ? full : Reflect.get(store, name)
      return typeof value === 'function' ? value.bind(store) : value
    }
    vi.stubGlobal('localStorage', new Proxy(localStorage, { get: (store, name) => get(store, String(name)) }))
    expect(keepDrafts('a', 'first', [draft('two')])).toBe(false)
    expect(ids()).toEqual(['one'])
  })
})
