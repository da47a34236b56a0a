import { fingerprintsOf } from '#engine/rationale/fingerprint.ts'
import type { CompiledDrill } from '#engine/rubric/rubric.ts'
import { canonicalJson, sha256 } from './canonical-json.ts'
import type { Content, DrillSource, ExemplarSource } from './source/content.ts'

/**
 * Everything that scoring a drill reads, in one value. Undefined while the scoring rules or the component kinds cannot be read.
 * `content` is the hash of the rest, so that a score can say which content it was made with. `except` is an exemplar that is to be scored
 * itself and copies nobody.
 */
export function compileDrill(content: Content, source: DrillSource, except?: ExemplarSource): CompiledDrill | undefined {
  if (!content.scoring || !content.kinds) return undefined
  const { criteria } = source.criteria.value
  const readsProse = criteria.some(criterion => criterion.kind === 'said')
  const parts = {
    drill: source.drill.value,
    criteria,
    scoring: content.scoring.value,
    kinds: content.kinds.value.kinds,
    ...(content.curveballs && !source.drill.value.practiceOnly ? { generic: content.curveballs.value.curveballs } : {}),
    ...(readsProse && content.frames ? { frames: content.frames.value } : {}),
    copied: fingerprintsOf(knownTexts(content, except)),
  }
  return { ...parts, content: sha256(canonicalJson(parts)) }
}

/** What everybody can read here: lessons, prompts, the prose of exemplars. */
const knownTexts = (content: Content, except: ExemplarSource | undefined): readonly string[] => [
  ...content.lessons.map(lesson => lesson.mdx.text),
  ...content.drills.flatMap(drill => [
    drill.prompt.mdx.text,
    ...drill.exemplars.filter(exemplar => exemplar !== except).flatMap(exemplar => proseIn(exemplar.value.submission)),
  ]),
]

const proseIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.includes(' ') ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(proseIn) : []
}
