import type { CompiledDrill } from '#engine/rubric/rubric.ts'
import { canonicalJson, sha256 } from './canonical-json.ts'
import type { Content, DrillSource } from './source/content.ts'

/**
 * Everything that scoring a drill reads, in one value. Undefined while the scoring rules or the component kinds cannot be read.
 * `content` is the hash of the rest, so that a score can say which content it was made with.
 */
export function compileDrill(content: Content, source: DrillSource): CompiledDrill | undefined {
  if (!content.scoring || !content.kinds) return undefined
  const parts = {
    drill: source.drill.value,
    criteria: source.criteria.value.criteria,
    scoring: content.scoring.value,
    kinds: content.kinds.value.kinds,
  }
  return { ...parts, content: sha256(canonicalJson(parts)) }
}
