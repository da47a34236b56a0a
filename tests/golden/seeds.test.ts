import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readTree } from '#catalog/source/read-tree.ts'
import { hashOf, runsOf, unpackHashes } from '#tests/factories/word-runs.ts'

const fixture = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/seeds', name), 'utf8'))

let texts: ReadonlyMap<string, string>

beforeAll(async () => {
  const tree = await readTree([{ folder: resolve('content'), shown: 'content' }])
  texts = new Map(tree.files.map(file => [file.path, file.text]))
})

describe('the words of the content', () => {
  it('are our own: no eight words in a row of lessons, cards or drills stand in a seed', () => {
    const seeds = unpackHashes(fixture('runs.json').runs)
    expect(seeds.size).toBeGreaterThan(5000)
    const copied = [...texts]
      .filter(([path]) => /^(lessons|cards|drills)\//.test(path))
      .flatMap(([path, text]) => runsOf(text).flatMap(run => (seeds.has(hashOf(run)) ? [`${path}: ${run}`] : [])))
    expect(copied).toEqual([])
  })

  it('finds a run that is copied', () => {
    const seeds = unpackHashes(fixture('runs.json').runs)
    const sentence = 'the quick brown fox jumps over the lazy dog and then goes home'
    expect(runsOf(sentence).some(run => seeds.has(hashOf(run)))).toBe(false)
    expect(runsOf(sentence)).toHaveLength(6)
  })
})
