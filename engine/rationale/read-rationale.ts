import type { Frame, Frames } from './frame.ts'
import {
  contentWords,
  copiedFrom,
  functionWords,
  hasPlaceholder,
  isConcrete,
  isStuffed,
  type Reference,
  toReference,
} from './gates.ts'
import { findPattern, type Match, type Pattern, readPattern, type WordSets } from './pattern.ts'
import { readTokens, type Token } from './tokens.ts'

export type Reading = {
  /** `unsure` is never "you did not address this": it says that no rule could tell. */
  readonly outcome: 'met' | 'partly' | 'unsure' | 'refused'
  readonly reason: string
  /** Places in the text, from and to, that the reason is about. */
  readonly spans: readonly (readonly [number, number])[]
}

type CompiledFrame = {
  readonly frame: Frame
  readonly slots: readonly {
    readonly id: string
    readonly ask: string
    readonly asserted: boolean
    readonly patterns: readonly Pattern[]
  }[]
  readonly deny: readonly Pattern[]
  readonly after: readonly Pattern[]
  readonly exclude: readonly Pattern[]
}

export type RationaleReader = {
  readonly read: (criterion: string, text: string) => Reading
  readonly criteria: readonly string[]
}

type Hit = { readonly slot: string; readonly start: number; readonly end: number; readonly sentence: number }

/** Prepares frames for reading. `references` are further model texts (lessons, prompts, exemplars) that must not be copied. */
export function makeRationaleReader(frames: Frames, references: readonly string[] = []): RationaleReader {
  const sets: WordSets = frames.sets
  const toPattern = (text: string) => readPattern(text, sets)
  const compiled = new Map(frames.frames.map(frame => [frame.id, compile(frame, toPattern)]))
  const vocabulary = new Set(frames.vocabulary.flatMap(line => line.toLowerCase().split(/\s+/)))
  const hedges = frames.hedges.map(toPattern)
  const generic = frames.generic.map(toPattern)
  const turns = new Set(frames.turns)
  const models: readonly Reference[] = [...frames.references, ...references].map(text => toReference(text, readTokens(text)))
  const read = (criterion: string, text: string): Reading => {
    const frame = compiled.get(criterion)
    if (!frame)
      return {
        outcome: 'refused',
        reason: `There is no criterion "${criterion}". There are: ${[...compiled.keys()].join(', ')}.`,
        spans: [],
      }
    return readOne(frame, text, { vocabulary, hedges, generic, turns, models })
  }
  return { read, criteria: [...compiled.keys()] }
}

const compile = (frame: Frame, toPattern: (text: string) => Pattern): CompiledFrame => ({
  frame,
  slots: frame.slots.map(slot => ({ id: slot.id, ask: slot.ask, asserted: slot.asserted, patterns: slot.any.map(toPattern) })),
  deny: frame.deny.map(toPattern),
  after: frame.after.map(toPattern),
  exclude: frame.exclude.map(toPattern),
})

type Shared = {
  readonly vocabulary: ReadonlySet<string>
  readonly hedges: readonly Pattern[]
  readonly generic: readonly Pattern[]
  readonly turns: ReadonlySet<string>
  readonly models: readonly Reference[]
}

const whole = (tokens: readonly Token[]): [number, number][] => {
  const [first] = tokens
  const last = tokens.at(-1)
  return first && last ? [[first.start, last.end]] : []
}

function readOne({ frame, slots, deny, after, exclude }: CompiledFrame, text: string, shared: Shared): Reading {
  const tokens = readTokens(text)
  const unsure = (reason: string, spans: readonly (readonly [number, number])[] = []): Reading => ({
    outcome: 'unsure',
    reason,
    spans,
  })
  if (hasPlaceholder(text))
    return {
      outcome: 'refused',
      reason: 'It still has a placeholder where words of your own should stand.',
      spans: whole(tokens),
    }
  if (isStuffed(tokens, shared.vocabulary))
    return { outcome: 'refused', reason: 'It strings terms together and says nothing of this design.', spans: whole(tokens) }
  const model = copiedFrom(tokens, shared.models)
  if (model)
    return {
      outcome: 'refused',
      reason: `It repeats a text that is known: "${model.text.slice(0, 60)}…". Say it of your own design.`,
      spans: whole(tokens),
    }
  if (contentWords(tokens).length < 4)
    return unsure('It is too short to tell. Look for yourself with the checklist.', whole(tokens))

  const spansOf = (patterns: readonly Pattern[], keep: (match: Match) => boolean = () => true) =>
    patterns
      .flatMap(p => findPattern(p, tokens).filter(keep))
      .map(m => [tokens[m.from]?.start ?? 0, tokens[m.to]?.end ?? 0] as const)
  // "Nobody is charged twice" denies the denial.
  const denied = spansOf(deny, match => !tokens[match.from]?.negated)
  if (denied.length > 0)
    return unsure('Something in it speaks against the point, so no rule can tell. Look for yourself.', denied)
  const excluded = spansOf(exclude)
  if (excluded.length > 0) return unsure('It seems to be about something else that uses the same words.', excluded)

  const hits: Hit[] = []
  let negated: readonly [number, number] | undefined
  for (const slot of slots) {
    for (const pattern of slot.patterns) {
      for (const match of findPattern(pattern, tokens)) {
        const from = tokens[match.from]
        const to = tokens[match.to]
        if (!from || !to) continue
        if (slot.asserted && !pattern.negatable && isNegated(tokens, match)) negated = [from.start, to.end]
        else hits.push({ slot: slot.id, start: from.start, end: to.end, sentence: from.sentence })
      }
    }
  }
  const together = findTogether(
    hits,
    slots.map(s => s.id),
    frame.within,
  )
  if (!together) {
    if (negated) return unsure('What would show it is negated.', [negated])
    const missing = slots.filter(s => !hits.some(h => h.slot === s.id)).map(s => s.ask)
    if (hits.length === 0 || missing.length === slots.length)
      return unsure('No rule recognizes it. Look for yourself with the checklist.')
    return {
      outcome: 'partly',
      reason: `Recognized in part; not recognized: ${missing.join('; ')}.`,
      spans: hits.map(h => [h.start, h.end]),
    }
  }
  const spans = together.map(h => [h.start, h.end] as const)
  const shown = Math.min(...together.map(h => h.sentence))
  const taken = after.flatMap(p =>
    findPattern(p, tokens, wordsUntil(tokens, shown)).filter(
      m => (tokens[m.from]?.sentence ?? 0) > shown && (p.negatable || !isNegated(tokens, m)),
    ),
  )
  const turned = turningSentence(tokens, Math.max(...together.map(h => h.sentence)), shared.turns)
  if (taken.length > 0 || turned.length > 0)
    return unsure('A later sentence speaks against it, so no rule can tell. Look for yourself.', [
      ...taken.map(m => [tokens[m.from]?.start ?? 0, tokens[m.to]?.end ?? 0] as const),
      ...whole(turned),
    ])
  // "maybe 30 ms" is an estimate, "maybe a cache" is no decision.
  const hedged = shared.hedges.flatMap(p => findPattern(p, tokens)).some(m => !tokens[m.to + 1]?.isNumber)
  if (hedged)
    return { outcome: 'partly', reason: 'It is said with a "might" or a "would": as an intention, not as a decision.', spans }
  if (spansOf(shared.generic).length > 0 || !isConcrete(tokens, shared.vocabulary))
    return { outcome: 'partly', reason: 'It is said in general; nothing in it belongs to this design alone.', spans }
  return { outcome: 'met', reason: 'Each part of it is said, of this design.', spans }
}

/** What was spoken of until then. */
const wordsUntil = (tokens: readonly Token[], sentence: number): ReadonlySet<string> =>
  new Set(tokens.filter(t => t.sentence <= sentence && /^\p{L}/u.test(t.text) && !functionWords.has(t.lemma)).map(t => t.lemma))

/** A sentence after all that shows it, about the same thing, with an "all" or a "never" in it, mostly takes back what was said. */
function turningSentence(tokens: readonly Token[], shown: number, turns: ReadonlySet<string>): readonly Token[] {
  const before = wordsUntil(tokens, shown)
  const later = [...new Set(tokens.map(t => t.sentence))].filter(sentence => sentence > shown)
  for (const sentence of later) {
    const said = tokens.filter(t => t.sentence === sentence)
    const first = said.find(t => t.isWord)?.word ?? ''
    const sameThing = ['it', 'they'].includes(first) || said.some(t => before.has(t.lemma))
    if (sameThing && said.some(t => turns.has(t.word))) return said
  }
  return []
}

/** Denied by a word before it, or by one right after it: "costs us nothing". */
const isNegated = (tokens: readonly Token[], { from, to }: Match) =>
  tokens.slice(from, to + 1).some(t => t.negated) || ['nothing', 'none'].includes(tokens[to + 1]?.word ?? '')

/** One hit for each slot within so many sentences of each other; undefined when there is no such window. */
function findTogether(hits: readonly Hit[], slots: readonly string[], within: number): readonly Hit[] | undefined {
  for (const anchor of hits) {
    const chosen = slots.map(id =>
      hits.find(h => h.slot === id && h.sentence >= anchor.sentence && h.sentence < anchor.sentence + within),
    )
    const all = chosen.filter(h => h !== undefined)
    if (all.length === slots.length) return all
  }
  return undefined
}
