import { canonicalJson, sha256 } from './canonical-json.ts'
import { compileDrill } from './compile-drill.ts'
import {
  type CatalogDrill,
  type CompiledCatalog,
  type CompiledLesson,
  catalogVersion,
  type FactGroup,
} from './compiled-catalog.ts'
import { readabilityOf } from './lesson/readability.ts'
import { type Problem, sortProblems } from './problem.ts'
import { allRules } from './rules/all-rules.ts'
import { buildSearchIndex } from './search/build-index.ts'
import { collectEntries } from './search/collect-entries.ts'
import type { Content, DrillSource, LessonSource } from './source/content.ts'
import { type Compile, readContent } from './source/read-content.ts'
import { type Root, readTree } from './source/read-tree.ts'

export type CatalogResult =
  | { readonly ok: true; readonly catalog: CompiledCatalog }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads, checks and compiles the content of the folders. Either a whole catalog, or every problem at once. */
export async function compileCatalog(roots: readonly Root[], compile: Compile): Promise<CatalogResult> {
  const { content, problems } = await readContent(await readTree(roots), compile)
  const all = [...problems, ...allRules.flatMap(rule => rule(content))]
  const { plan, scoring, kinds } = content
  if (all.length > 0 || !plan || !scoring || !kinds) return { ok: false, problems: sortProblems(all) }
  const body = {
    plan: plan.value,
    scoring: scoring.value,
    kinds: kinds.value.kinds,
    facts: content.facts.map(({ fact }) => fact),
    factGroups: factGroups(content),
    ...(content.sizing && { sizing: content.sizing.value }),
    ...(content.frames && { frames: content.frames.value }),
    ...(content.sprints && { sprints: content.sprints.value.templates }),
    choosers: content.choosers?.value.choosers ?? [],
    checklists: content.checklists?.value.lists ?? [],
    cards: content.cards.flatMap(({ value }) =>
      value.cards.map(card => ({ ...card, lesson: value.lesson, key: `${value.lesson}/${card.id}` })),
    ),
    lessons: content.lessons.map(toLesson),
    drills: content.drills.flatMap(drill => toDrill(content, drill) ?? []),
  }
  const search = buildSearchIndex(collectEntries(body, new Map(content.lessons.map(({ slug, mdx }) => [slug, mdx.sections]))))
  return { ok: true, catalog: { version: catalogVersion, contentHash: sha256(canonicalJson(body)), ...body, search } }
}

function factGroups({ facts }: Content): FactGroup[] {
  const groups = new Map(facts.map(({ group }) => [group.id, group]))
  return [...groups.values()].map(({ id, title }) => ({
    id,
    title,
    facts: facts.flatMap(({ fact, group }) => (group.id === id ? [fact.id] : [])),
  }))
}

function toLesson({ slug, front, mdx, hash }: LessonSource): CompiledLesson {
  const { title, minutes, summary } = front.value
  const checks = mdx.parts.flatMap(({ name, props }) =>
    name === 'Check' && typeof props === 'object' && props !== null && 'id' in props ? [String(props.id)] : [],
  )
  return {
    slug,
    title,
    minutes,
    summary,
    frontmatter: front.value,
    headings: mdx.headings,
    checks,
    words: mdx.text.split(/\s+/).filter(Boolean).length,
    readability: readabilityOf(mdx.text),
    code: mdx.code,
    hash,
  }
}

function toDrill(content: Content, source: DrillSource): CatalogDrill | undefined {
  const compiled = compileDrill(content, source)
  if (!compiled) return undefined
  const { slug, title, level, minutes, summary, practiceOnly } = compiled.drill
  const json = canonicalJson(compiled)
  return {
    slug,
    title,
    level,
    minutes,
    summary,
    practiceOnly,
    hash: sha256(json),
    canonicalJson: json,
    compiled,
    prompt: { code: source.prompt.mdx.code, headings: source.prompt.mdx.headings },
    exemplars: source.exemplars.map(({ name, value }) => ({ name, exemplar: value })),
    tests: source.tests?.value.tests ?? [],
  }
}
