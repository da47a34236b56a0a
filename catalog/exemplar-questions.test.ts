import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { askFact } from '#engine/drill/ask-fact.ts'

type Question = { readonly text: string; readonly fact?: string }
const read = (path: string) => parse(readFileSync(`content/drills/${path}`, 'utf8'))

describe('the questions of exemplars', () => {
  it.each(readdirSync('content/drills'))('of %s are answered in the workspace as the exemplars say', slug => {
    const drill = read(`${slug}/drill.yaml`)
    const questions: readonly Question[] = readdirSync(`content/drills/${slug}/exemplars`).flatMap(
      file => read(`${slug}/exemplars/${file}`).submission.questions ?? [],
    )
    const told = (fact: (question: Question) => string | undefined) => questions.map(q => `${q.text} ${fact(q) ?? ''}`)
    expect(told(q => askFact(drill, q.text)?.id)).toEqual(told(q => q.fact))
  })
})
