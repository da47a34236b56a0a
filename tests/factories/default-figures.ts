import type { ComponentKind, KindFigure } from '#engine/architecture/component-kinds.ts'

/** Every default number of a kind with its name; those of a storage tier as `infrequent storage`. */
export function defaultFigures({ defaults }: ComponentKind): readonly (readonly [name: string, figure: KindFigure])[] {
  if (!defaults) return []
  const { scaling: _s, reach: _r, tiers = {}, ...figures } = defaults
  const ofTiers = Object.entries(tiers).flatMap(([tier, prices]) =>
    Object.entries(prices ?? {}).map(([name, figure]) => [`${tier} ${name}`, figure] as const),
  )
  return [...Object.entries(figures).flatMap(([name, figure]) => (figure ? [[name, figure] as const] : [])), ...ofTiers]
}
