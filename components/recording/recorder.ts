import { type SoundType, soundTypes } from '#engine/interview/recording.ts'

export type RecorderState =
  | { readonly is: 'asking' }
  /** `keptMs`: what of this stretch is on the device. */
  | { readonly is: 'recording'; readonly sinceMs: number; readonly keptMs: number }
  | { readonly is: 'paused' }
  | { readonly is: 'problem'; readonly message: string }

/** What of a MediaRecorder is used; a test gives its own. */
export type Sound = Pick<MediaRecorder, 'start' | 'stop' | 'requestData' | 'state' | 'mimeType'> & {
  ondataavailable: ((event: { data: Blob }) => void) | null
  onstop: (() => void) | null
  onerror: (() => void) | null
}
export type Microphone = { readonly stop: () => void; readonly onEnded: (ended: () => void) => void }

export type RecorderWorld = {
  /** Asks for the microphone. Rejects as `getUserMedia` does. */
  readonly microphone: () => Promise<{ readonly microphone: Microphone; readonly sound: Sound }>
  readonly keep: (
    segment: { id: string; startMs: number; type: SoundType },
    chunk: { n: number; endMs: number; sound: Blob },
  ) => Promise<void>
  /** Of the sitting, in milliseconds. */
  readonly sittingMs: () => number
  /** Of this page, in milliseconds; never goes back. */
  readonly now: () => number
  readonly makeId: () => string
  readonly onState: (state: RecorderState) => void
}

/** A crash or a reload loses no more than this. */
export const CHUNK_MS = 10_000

const noSound = 'This browser records in a format that cannot be kept. Try another browser; the sitting goes on without.'
const full =
  'The sound cannot be kept on this device any more: its storage is full or forbidden. What was kept stays. Free some space, then record on.'
const gone = 'The microphone is gone. What was recorded stays. Plug it in again, then record on.'

/** Why there is no microphone, and the mend. */
export function microphoneProblem(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError')
    return 'The microphone is not allowed here. Allow it for this site beside the address, then record on. The sitting goes on without.'
  if (name === 'NotFoundError' || name === 'OverconstrainedError')
    return 'There is no microphone on this device. Plug one in, then record on. The sitting goes on without.'
  if (name === 'NotReadableError' || name === 'AbortError')
    return 'The microphone is in use by another program. Close that one, then record on.'
  return 'This browser gives no microphone to this page. It takes https (or localhost) and a browser of these days. The sitting goes on without.'
}

const typeOf = (mime: string): SoundType | undefined => soundTypes.find(t => mime.toLowerCase().startsWith(t))

/** Records stretches of a sitting and keeps each in chunks as they come. Nothing is asked of the device before `start`. */
export function createRecorder(world: RecorderWorld) {
  let running: { readonly stop: () => void; readonly flush: () => void } | undefined
  // Asked again, or told to stop, while the person has not answered the browser yet: that answer is then dropped.
  let turn = 0

  const problem = (message: string) => {
    running?.stop()
    world.onState({ is: 'problem', message })
  }

  async function start(): Promise<void> {
    if (running) return
    turn += 1
    const mine = turn
    world.onState({ is: 'asking' })
    try {
      const { microphone, sound } = await world.microphone()
      if (mine !== turn) return microphone.stop()
      begin(microphone, sound)
    } catch (error) {
      if (mine === turn) problem(microphoneProblem(error))
    }
  }

  function begin(microphone: Microphone, sound: Sound) {
    const id = world.makeId()
    const startMs = Math.max(0, Math.round(world.sittingMs()))
    const begunMs = world.now()
    const type = typeOf(sound.mimeType)
    if (!type) {
      microphone.stop()
      return problem(noSound)
    }
    let n = 0
    let keeping = Promise.resolve()
    let failed = false
    const stop = () => {
      if (running !== own) return
      running = undefined
      if (sound.state !== 'inactive') sound.stop()
      microphone.stop()
      if (!failed) world.onState({ is: 'paused' })
    }
    const own = { stop, flush: () => sound.state === 'recording' && sound.requestData() }
    running = own
    sound.ondataavailable = ({ data }) => {
      if (data.size === 0 || failed) return
      const chunk = { n, endMs: world.now() - begunMs, sound: data }
      n += 1
      // One after the other: what is kept is always an unbroken row.
      keeping = keeping
        .then(() => (failed ? undefined : world.keep({ id, startMs, type }, chunk)))
        .then(() => {
          if (running === own) world.onState({ is: 'recording', sinceMs: startMs, keptMs: chunk.endMs })
        })
        .catch(() => {
          failed = true
          if (running === own) problem(full)
          else world.onState({ is: 'problem', message: full })
        })
    }
    const lost = () => {
      if (running !== own) return
      stop()
      world.onState({ is: 'problem', message: gone })
    }
    sound.onstop = lost
    sound.onerror = lost
    microphone.onEnded(lost)
    sound.start(CHUNK_MS)
    world.onState({ is: 'recording', sinceMs: startMs, keptMs: 0 })
  }

  return {
    start,
    /** Ends the stretch and frees the microphone. What has come so far is kept. */
    pause: () => {
      turn += 1
      if (running) running.stop()
      else world.onState({ is: 'paused' })
    },
    /** Keeps what has come so far at once: the page may be going away. */
    flush: () => running?.flush(),
    /** Ends it without a word, when the page of the sitting is left. */
    close: () => {
      turn += 1
      running?.stop()
    },
  }
}
