import type { Drill, Fact } from './drill.ts'

const words = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? []

/** Words that carry no topic; a question made of these alone finds nothing. */
const stop = new Set(
  'a an the is are do does did how what which when who why can could should would will we i you it its of for to in on at by with and or any there many much long big be this that have has need our per'.split(
    ' ',
  ),
)

/** "price", "prices", "priced" and "pricing" are one topic: the last e goes, too, or the plural would lose one letter more. */
const stem = (word: string) => word.replace(/ies$/, 'y').replace(/(ing|ed|es|e|(?<!s)s)$/, '')
const topics = (text: string) =>
  new Set(
    words(text)
      .filter(w => !stop.has(w))
      .map(stem),
  )

/**
 * Finds the fact that a clarifying question asks for: the one with the largest share of one of its `asks` phrases in the question.
 * Returns undefined when less than half of every phrase is there: then the honest answer is "your call, state the assumption".
 */
export function askFact(drill: Pick<Drill, 'facts'>, question: string): Fact | undefined {
  const asked = topics(question)
  let best: { fact: Fact; share: number; size: number } | undefined
  for (const fact of drill.facts) {
    for (const phrase of fact.asks) {
      const wanted = topics(phrase)
      if (wanted.size === 0) continue
      const hits = [...wanted].filter(word => asked.has(word)).length
      const share = hits / wanted.size
      if (share <= 0.5) continue
      if (!best || share > best.share || (share === best.share && wanted.size > best.size))
        best = { fact, share, size: wanted.size }
    }
  }
  return best?.fact
}
