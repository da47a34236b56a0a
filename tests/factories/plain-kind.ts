import type { ComponentKind } from '#engine/architecture/component-kinds.ts'

/** A kind of component of which nothing is known but its name, category and aliases. */
export const plainKind = (
  id: string,
  category: ComponentKind['category'],
  aliases: string[] = [],
  managed = false,
): ComponentKind => ({
  id,
  label: id,
  category,
  purpose: id,
  aliases,
  stateful: false,
  managed,
})
