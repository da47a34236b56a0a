import { execFile } from 'node:child_process'
import { mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ComponentKind } from '#engine/architecture/component-kinds.ts'
import type { Checklist } from '#engine/checklist/checklist.ts'
import { lessonOrder, type Plan } from '#engine/plan/plan.ts'
import type { Frames } from '#engine/rationale/frame.ts'
import type { CatalogCard } from '#engine/recall/card.ts'
import type { Chooser } from '#engine/reference/chooser.ts'
import type { Scoring } from '#engine/rubric/scoring.ts'
import type { SizingRules } from '#engine/sizing/rules.ts'
import type { SprintTemplate } from '#engine/sprint/template.ts'
import { sha256 } from './canonical-json.ts'
import {
  type CatalogDrill,
  type CompiledCatalog,
  type CompiledLesson,
  catalogVersion,
  type FactGroup,
} from './compiled-catalog.ts'
import type { Problem } from './problem.ts'
import { type CatalogSettings, readCatalogSettings } from './settings.ts'
import type { ReferenceFact } from './source/reference-schema.ts'

export type { CompiledLesson } from './compiled-catalog.ts'

/** All content, checked and compiled. */
export type Catalog = {
  readonly contentHash: string
  /** What is wrong with the author's own content. While there is anything, only ours is served. */
  readonly problems: readonly Problem[]
  /** In the order of the plan; those that it does not name come last, by slug. */
  readonly lessons: () => readonly CompiledLesson[]
  readonly lesson: (slug: string) => CompiledLesson | undefined
  readonly drills: () => readonly CatalogDrill[]
  /** PRIVATE halves included: see CatalogDrill. */
  readonly drill: (slug: string) => CatalogDrill | undefined
  /** Things to recall, lesson by lesson. */
  readonly cards: () => readonly CatalogCard[]
  readonly plan: () => Plan
  readonly reference: () => {
    readonly facts: readonly ReferenceFact[]
    readonly groups: readonly FactGroup[]
    readonly kinds: readonly ComponentKind[]
  }
  /** Decision tables. */
  readonly choosers: () => readonly Chooser[]
  /** Lists to work through. */
  readonly checklists: () => readonly Checklist[]
  /** The index of the search, as MiniSearch writes it: public halves only. */
  readonly search: () => string
  /** How a demand becomes a plan; undefined when the content does not say. */
  readonly sizing: () => SizingRules | undefined
  /** How criteria are read from prose; undefined when there are no frames. */
  readonly frames: () => Frames | undefined
  /** Templates of the five-minute sprints: PRIVATE, they hold the answers. */
  readonly sprints: () => readonly SprintTemplate[]
  readonly scoring: () => Scoring
}

type Loaded = { readonly stamp: string; readonly catalog: Promise<Catalog> }
let loaded: Loaded | undefined

/**
 * The catalog of this process. Read once (while developing: again when it was built again). With CONTENT_DIR set, the author's content is
 * compiled first, in a process of its own, so that the server never carries a compiler. Throws when generated/catalog.json is missing or
 * of another version, and says what to run.
 */
export async function getCatalog(settings: CatalogSettings = readCatalogSettings()): Promise<Catalog> {
  const stamp = settings.watch ? await stampOf(settings) : 'once'
  if (!loaded || loaded.stamp !== stamp) {
    const catalog = loadCatalog(settings)
    loaded = { stamp, catalog }
    catalog.catch(() => {
      loaded = undefined
    })
  }
  return loaded.catalog
}

const ours = (settings: CatalogSettings) => join(settings.root, 'generated', 'catalog.json')

async function stampOf(settings: CatalogSettings): Promise<string> {
  const found = await stat(ours(settings)).catch(() => undefined)
  return String(found?.mtimeMs ?? 'missing')
}

/** Loads a catalog without keeping it; `getCatalog` keeps it. */
export async function loadCatalog(settings: CatalogSettings): Promise<Catalog> {
  if (settings.contentFolder === undefined) return toCatalog(await readCatalogFile(ours(settings)), [])
  const author = await compileAuthorContent(settings, settings.contentFolder)
  return author.problems.length > 0
    ? toCatalog(await readCatalogFile(ours(settings)), author.problems)
    : toCatalog(await readCatalogFile(author.file), [])
}

async function readCatalogFile(file: string): Promise<CompiledCatalog> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`The content catalog ${file} is missing. Run "node scripts/build-catalog.mjs" (npm start does).`)
  })
  const catalog = parseCatalog(text)
  if (catalog?.version !== catalogVersion) {
    throw new Error(
      `The content catalog ${file} was made by another version or is damaged. Run "node scripts/build-catalog.mjs".`,
    )
  }
  return catalog
}

function parseCatalog(text: string): CompiledCatalog | undefined {
  try {
    // Our own build's output; its version is checked by the caller.
    const parsed: CompiledCatalog = JSON.parse(text)
    return parsed
  } catch {
    return undefined
  }
}

type AuthorContent = { readonly file: string; readonly problems: readonly Problem[] }

async function compileAuthorContent(settings: CatalogSettings, folder: string): Promise<AuthorContent> {
  const cache = join(settings.dataFolder, 'cache')
  const file = join(cache, `catalog-${sha256(folder).slice(0, 12)}.json`)
  await mkdir(cache, { recursive: true })
  const script = join(settings.root, 'generated', 'build', 'build-catalog-command.mjs')
  const args = [script, '--root', settings.root, '--over', folder, '--out', file, '--cache', join(cache, 'lessons'), '--json']
  const output = await new Promise<string>(resolve => {
    execFile(process.execPath, args, { maxBuffer: 10_000_000 }, (error, stdout) => resolve(stdout || (error?.message ?? '')))
  })
  return { file, problems: readProblems(output, folder) }
}

function readProblems(output: string, folder: string): readonly Problem[] {
  try {
    const answer: { readonly problems: readonly Problem[] } = JSON.parse(output)
    return answer.problems
  } catch {
    const mend = 'run "node scripts/build-catalog.mjs --over FOLDER" to see why'
    const message = `cannot be compiled: ${output.slice(0, 500)}`
    return [{ rule: 'compiler', file: folder, path: '', line: 1, column: 1, message, mend }]
  }
}

function toCatalog(compiled: CompiledCatalog, problems: readonly Problem[]): Catalog {
  const order = new Map(lessonOrder(compiled.plan).map((slug, index) => [slug, index]))
  const place = (lesson: CompiledLesson) => order.get(lesson.slug) ?? Number.MAX_SAFE_INTEGER
  const lessons = [...compiled.lessons].sort((a, b) => place(a) - place(b) || (a.slug < b.slug ? -1 : 1))
  const lessonBySlug = new Map(lessons.map(lesson => [lesson.slug, lesson]))
  const drillBySlug = new Map(compiled.drills.map(drill => [drill.slug, drill]))
  return {
    contentHash: compiled.contentHash,
    problems,
    lessons: () => lessons,
    lesson: slug => lessonBySlug.get(slug),
    drills: () => compiled.drills,
    drill: slug => drillBySlug.get(slug),
    cards: () => compiled.cards,
    plan: () => compiled.plan,
    reference: () => ({ facts: compiled.facts, groups: compiled.factGroups, kinds: compiled.kinds }),
    choosers: () => compiled.choosers,
    checklists: () => compiled.checklists,
    search: () => compiled.search,
    sizing: () => compiled.sizing,
    frames: () => compiled.frames,
    sprints: () => compiled.sprints ?? [],
    scoring: () => compiled.scoring,
  }
}
