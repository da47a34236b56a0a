import { beforeEach, describe, expect, it } from 'vitest'
import { CHUNK_MS, createRecorder, microphoneProblem, type RecorderState, type Sound } from './recorder.ts'

type Kept = { id: string; startMs: number; n: number; endMs: number; text: string }

/** A device whose recorder gives what the test says. */
function device({ type = 'audio/webm;codecs=opus', fullFrom = Number.POSITIVE_INFINITY } = {}) {
  const states: RecorderState[] = []
  const kept: Kept[] = []
  const sounds: Sound[] = []
  const time = { nowMs: 5_000, sittingMs: 60_000.4, freed: 0, refuse: null as Error | null }
  let ended = () => {}
  const recorder = createRecorder({
    microphone: async () => {
      if (time.refuse) throw time.refuse
      let state: RecordingState = 'inactive'
      const sound: Sound = {
        get state() {
          return state
        },
        mimeType: type,
        start: every => {
          expect(every).toBe(CHUNK_MS)
          state = 'recording'
        },
        stop: () => {
          state = 'inactive'
          sound.ondataavailable?.({ data: new Blob(['end']) })
          sound.onstop?.()
        },
        requestData: () => sound.ondataavailable?.({ data: new Blob(['now']) }),
        ondataavailable: null,
        onstop: null,
        onerror: null,
      }
      sounds.push(sound)
      const microphone = {
        stop: () => {
          time.freed += 1
        },
        onEnded: (told: () => void) => {
          ended = told
        },
      }
      return { microphone, sound }
    },
    keep: async ({ id, startMs }, { n, endMs, sound }) => {
      if (kept.length >= fullFrom) throw new Error('QuotaExceededError')
      kept.push({ id, startMs, n, endMs, text: await sound.text() })
    },
    sittingMs: () => time.sittingMs,
    now: () => time.nowMs,
    makeId: () => `stretch-${sounds.length}`,
    onState: state => states.push(state),
  })
  const come = async (text: string, afterMs: number) => {
    time.nowMs += afterMs
    time.sittingMs += afterMs
    sounds.at(-1)?.ondataavailable?.({ data: new Blob([text]) })
    await settle()
  }
  return { recorder, states, kept, sounds, time, come, unplug: () => ended() }
}
const settle = () => new Promise(done => setTimeout(done, 5))

describe('createRecorder', () => {
  let d: ReturnType<typeof device>
  beforeEach(() => {
    d = device()
  })

  it('keeps every chunk as it comes, at its time in the sitting', async () => {
    await d.recorder.start()
    expect(d.states).toEqual([{ is: 'asking' }, { is: 'recording', sinceMs: 60_000, keptMs: 0 }])
    await d.come('one', CHUNK_MS)
    await d.come('two', CHUNK_MS)
    expect(d.kept).toEqual([
      { id: 'stretch-1', startMs: 60_000, n: 0, endMs: 10_000, text: 'one' },
      { id: 'stretch-1', startMs: 60_000, n: 1, endMs: 20_000, text: 'two' },
    ])
    expect(d.states.at(-1)).toEqual({ is: 'recording', sinceMs: 60_000, keptMs: 20_000 })
  })

  it('keeps the rest at a pause, frees the microphone, and goes on with a new stretch', async () => {
    await d.recorder.start()
    await d.come('one', CHUNK_MS)
    d.time.nowMs += 3_000
    d.recorder.pause()
    await settle()
    expect(d.kept.at(-1)).toEqual({ id: 'stretch-1', startMs: 60_000, n: 1, endMs: 13_000, text: 'end' })
    expect(d.time.freed).toBe(1)
    expect(d.states.at(-1)).toEqual({ is: 'paused' })
    d.time.sittingMs = 300_000
    await d.recorder.start()
    await d.come('more', CHUNK_MS)
    expect(d.kept.at(-1)).toEqual({ id: 'stretch-2', startMs: 310_000 - CHUNK_MS, n: 0, endMs: 10_000, text: 'more' })
  })

  it('keeps what has come when the page may go away', async () => {
    await d.recorder.start()
    d.time.nowMs += 4_000
    d.recorder.flush()
    await settle()
    expect(d.kept).toEqual([{ id: 'stretch-1', startMs: 60_000, n: 0, endMs: 4_000, text: 'now' }])
  })

  it('says why there is no microphone, and records when it is allowed after all', async () => {
    d.time.refuse = new DOMException('no', 'NotAllowedError')
    await d.recorder.start()
    expect(d.states.at(-1)).toMatchObject({ is: 'problem', message: expect.stringContaining('not allowed') })
    d.time.refuse = null
    await d.recorder.start()
    expect(d.states.at(-1)).toMatchObject({ is: 'recording' })
  })

  it('stops with a word when the device is full, and leaves no hole in what is kept', async () => {
    const small = device({ fullFrom: 1 })
    await small.recorder.start()
    await small.come('one', CHUNK_MS)
    await small.come('two', CHUNK_MS)
    expect(small.states.at(-1)).toMatchObject({ is: 'problem', message: expect.stringContaining('storage is full') })
    expect(small.time.freed).toBe(1)
    expect(small.kept.map(k => k.text)).toEqual(['one'])
  })

  it('says that the microphone is gone, once, and does not call a pause that', async () => {
    await d.recorder.start()
    d.unplug()
    await settle()
    expect(d.states.at(-1)).toMatchObject({ is: 'problem', message: expect.stringContaining('microphone is gone') })
    expect(d.time.freed).toBe(1)
    await d.recorder.start()
    d.recorder.pause()
    await settle()
    expect(d.states.at(-1)).toEqual({ is: 'paused' })
  })

  it('frees a microphone that is given after the sitting was left', async () => {
    const asked = d.recorder.start()
    d.recorder.close()
    await asked
    expect(d.time.freed).toBe(1)
    expect(d.states).toEqual([{ is: 'asking' }])
  })

  it('refuses a format that no server keeps', async () => {
    const odd = device({ type: 'video/x-matroska;codecs=avc1,opus' })
    await odd.recorder.start()
    expect(odd.states.at(-1)).toMatchObject({ is: 'problem', message: expect.stringContaining('format') })
    expect(odd.time.freed).toBe(1)
  })
})

describe('microphoneProblem', () => {
  it.each([
    [new DOMException('', 'NotAllowedError'), 'not allowed'],
    [new DOMException('', 'NotFoundError'), 'no microphone'],
    [new DOMException('', 'NotReadableError'), 'in use'],
    [new TypeError('undefined'), 'https'],
  ])('%s: what it is and the mend', (error, words) => {
    expect(microphoneProblem(error)).toContain(words)
  })
})
