import { soundTypes } from '#engine/interview/recording.ts'
import type { Microphone, Sound } from './recorder.ts'

/** Speech needs no more; an hour takes eleven megabytes. */
const BITS_PER_SECOND = 24_000

/** Asks the browser for the microphone; rejects as `getUserMedia` does, and with a TypeError where there is none to ask. */
export async function openMicrophone(): Promise<{ readonly microphone: Microphone; readonly sound: Sound }> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } })
  const stop = () => {
    for (const track of stream.getTracks()) track.stop()
  }
  try {
    const type = soundTypes.find(t => MediaRecorder.isTypeSupported(t))
    const recorder = new MediaRecorder(stream, {
      audioBitsPerSecond: BITS_PER_SECOND,
      ...(type === undefined ? {} : { mimeType: type }),
    })
    const sound: Sound = {
      start: every => recorder.start(every),
      stop: () => recorder.stop(),
      requestData: () => recorder.requestData(),
      get state() {
        return recorder.state
      },
      // Firefox and Chrome name it once it runs.
      get mimeType() {
        return recorder.mimeType || (type ?? '')
      },
      ondataavailable: null,
      onstop: null,
      onerror: null,
    }
    recorder.ondataavailable = event => sound.ondataavailable?.(event)
    recorder.onstop = () => sound.onstop?.()
    recorder.onerror = () => sound.onerror?.()
    const onEnded = (ended: () => void) => {
      for (const track of stream.getTracks()) track.onended = ended
    }
    return { microphone: { stop, onEnded }, sound }
  } catch (error) {
    stop()
    throw error
  }
}
