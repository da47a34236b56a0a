import { expect, it } from 'vitest'
import { soundTypeOf } from './sound-type.ts'

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

it.each([
  ['\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm', 'audio/webm'],
  ['\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x88matroska', null],
  ['OggS\0\x02', 'audio/ogg'],
  ['\0\0\0\x1cftypiso5', 'audio/mp4'],
  ['<!doctype html><script>', null],
  ['RIFF\0\0\0\0WAVE', null],
  ['', null],
])('tells what %j is', (text, type) => {
  expect(soundTypeOf(bytes(text))).toBe(type)
})
