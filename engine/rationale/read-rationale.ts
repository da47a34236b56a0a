import type { Frame, Frames } from './frame.ts'
import { contentWords, copiedFrom, hasPlaceholder, isConcrete, isStuffed, type Reference, toReference } from './gates.ts'
import { findPattern, type Pattern, readPattern } from './pattern.ts'
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
  readonly exclude: readonly Pattern[]
}

export type RationaleReader = {
  readonly read: (criterion: string, text: string) => Reading
  readonly criteria: readonly string[]
}

type Hit = { readonly slot: string; readonly start: number; readonly end: number; readonly sentence: number }

/** Prepares frames for reading. `references` are further model texts (lessons, prompts, exemplars) that must not be copied. */
export function makeRationaleReader(frames: Frames, references: readonly string[] = []): RationaleReader {
  const compiled = new Map(frames.frames.map(frame => [frame.id, compile(frame)]))
  const vocabulary = new Set(frames.vocabulary.flatMap(line => line.toLowerCase().split(/\s+/)))
  const hedges = frames.hedges.map(readPattern)
  const generic = frames.generic.map(readPattern)
  const models: readonly Reference[] = [...frames.references, ...references].map(text => toReference(text, readTokens(text)))
  const read = (criterion: string, text: string): Reading => {
    const frame = compiled.get(criterion)
    if (!frame)
      return {
        outcome: 'refused',
        reason: `There is no criterion "${criterion}". There are: ${[...compiled.keys()].join(', ')}.`,
        spans: [],
      }
    return readOne(frame, text, { vocabulary, hedges, generic, models })
  }
  return { read, criteria: [...compiled.keys()] }
}

const compile = (frame: Frame): CompiledFrame => ({
  frame,
  slots: frame.slots.map(slot => ({ id: slot.id, ask: slot.ask, asserted: slot.asserted, patterns: slot.any.map(readPattern) })),
  deny: frame.deny.map(readPattern),
  exclude: frame.exclude.map(readPattern),
})

type Shared = {
  readonly vocabulary: ReadonlySet<string>
  readonly hedges: readonly Pattern[]
  readonly generic: readonly Pattern[]
  readonly models: readonly Reference[]
}

const whole = (tokens: readonly Token[]): [number, number][] => {
  const [first] = tokens
  const last = tokens.at(-1)
  return first && last ? [[first.start, last.end]] : []
}

function readOne({ frame, slots, deny, exclude }: CompiledFrame, text: string, shared: Shared): Reading {
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

  const spansOf = (patterns: readonly Pattern[]) =>
    patterns.flatMap(p => findPattern(p, tokens)).map(m => [tokens[m.from]?.start ?? 0, tokens[m.to]?.end ?? 0] as const)
  const denied = spansOf(deny)
  if (denied.length > 0)
    return unsure('Something in it speaks against the point, so no rule can tell. Look for yourself.', denied)
  const excluded = spansOf(exclude)
  if (excluded.length > 0) return unsure('It seems to be about something else that uses the same words.', excluded)

  const hits: Hit[] = []
  let negated: readonly [number, number] | undefined
  for (const slot of slots) {
    for (const match of slot.patterns.flatMap(p => findPattern(p, tokens))) {
      const from = tokens[match.from]
      const to = tokens[match.to]
      if (!from || !to) continue
      if (slot.asserted && tokens.slice(match.from, match.to + 1).some(t => t.negated)) negated = [from.start, to.end]
      else hits.push({ slot: slot.id, start: from.start, end: to.end, sentence: from.sentence })
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
  if (spansOf(shared.hedges).length > 0)
    return { outcome: 'partly', reason: 'It is said with a "might" or a "would": as an intention, not as a decision.', spans }
  if (spansOf(shared.generic).length > 0 || !isConcrete(tokens, shared.vocabulary))
    return { outcome: 'partly', reason: 'It is said in general; nothing in it belongs to this design alone.', spans }
  return { outcome: 'met', reason: 'Each part of it is said, of this design.', spans }
}

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
