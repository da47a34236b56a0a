import type { z } from 'zod'
import { componentKindsSchema } from '#engine/architecture/component-kinds.ts'
import { checklistsSchema } from '#engine/checklist/checklist.ts'
import { drillSchema } from '#engine/drill/drill.ts'
import { planSchema } from '#engine/plan/plan.ts'
import { framesSchema } from '#engine/rationale/frame.ts'
import { cardsSchema } from '#engine/recall/card.ts'
import { choosersSchema } from '#engine/reference/chooser.ts'
import { genericCurveballsSchema } from '#engine/rubric/generic-curveball.ts'
import { rubricTestsSchema } from '#engine/rubric/proof/rubric-tests.ts'
import { exemplarSchema, rubricSchema } from '#engine/rubric/rubric.ts'
import { scoringSchema } from '#engine/rubric/scoring.ts'
import { sizingRulesSchema } from '#engine/sizing/rules.ts'
import { sprintTemplatesSchema } from '#engine/sprint/template.ts'
import { sha256 } from '../canonical-json.ts'
import type { CompiledMdx, CompileResult } from '../lesson/compile-mdx.ts'
import { lessonFrontMatterSchema, splitFrontMatter } from '../lesson/front-matter.ts'
import type { Problem } from '../problem.ts'
import { checkSchema } from './check-schema.ts'
import type { CardsSource, Content, DrillSource, ExemplarSource, LessonSource, Sourced, SourcedFact } from './content.ts'
import type { SourceFile, Tree } from './read-tree.ts'
import { referenceSchema } from './reference-schema.ts'
import { readYaml } from './yaml-document.ts'

/** Compiles a body of MDX; given by the caller so that results can be kept from run to run. */
export type Compile = (file: string, body: string) => Promise<CompileResult>

/** Reads a tree of content: each file by itself, all problems together, and what could be read. */
export async function readContent(
  tree: Tree,
  compile: Compile,
): Promise<{ readonly content: Content; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = tree.clashes.map(clash => ({
    ...start(clash.file.shown),
    rule: 'clash',
    message: `has the same name as ${clash.owner}; nobody could say which one is meant`,
    mend: 'rename the folder or the file',
  }))
  const reader = createReader(tree, problems, compile)
  const lessons = await reader.lessons()
  const drills = await reader.drills()
  const content: Content = {
    plan: reader.required('plan.yaml', planSchema, 'the weeks and their order'),
    scoring: reader.required('scoring.yaml', scoringSchema, 'the dimensions and the cut scores'),
    kinds: reader.required('reference/components.yaml', componentKindsSchema, 'the kinds of component'),
    facts: reader.facts(),
    sizing: reader.optional('reference/sizing.yaml', sizingRulesSchema),
    frames: reader.optional('rationale/frames.yaml', framesSchema),
    sprints: reader.optional('sprints/templates.yaml', sprintTemplatesSchema),
    curveballs: reader.optional('interview/curveballs.yaml', genericCurveballsSchema),
    choosers: reader.optional('choosers.yaml', choosersSchema),
    checklists: reader.optional('checklists.yaml', checklistsSchema),
    cards: reader.cards(),
    lessons,
    drills,
    folders: { lessons: new Set(folders(tree, 'lessons')), drills: new Set(folders(tree, 'drills')) },
  }
  return { content, problems: [...problems, ...reader.strays()] }
}

/** Files of reference/ that hold something else than facts. */
const otherReferences: ReadonlySet<string> = new Set(['reference/components.yaml', 'reference/sizing.yaml'])

/** A file's name without its folder and ending. */
const nameOf = (file: SourceFile) => file.path.replace(/^.*\//, '').replace(/\.ya?ml$/, '')

const start = (file: string) => ({ file, path: '', line: 1, column: 1 })

const folders = (tree: Tree, kind: string): string[] => [
  ...new Set(tree.files.flatMap(file => (file.path.startsWith(`${kind}/`) ? [file.path.split('/')[1] ?? ''] : []))),
]

function createReader(tree: Tree, problems: Problem[], compile: Compile) {
  const byPath = new Map(tree.files.map(file => [file.path, file]))
  const used = new Set<string>()
  const shownFolder = (path: string) => {
    const near = tree.files.find(file => file.path.startsWith(`${path}/`)) ?? tree.files[0]
    return near ? near.shown.slice(0, near.shown.length - near.path.length) : 'content/'
  }

  const take = (path: string): SourceFile | undefined => {
    used.add(path)
    return byPath.get(path)
  }

  function yaml<S extends z.ZodType>(file: SourceFile, schema: S): Sourced<z.output<S>> | undefined {
    const read = readYaml(file.shown, file.text)
    if (!read.ok) {
      problems.push(...read.problems)
      return undefined
    }
    const checked = checkSchema(schema, read.document)
    if (checked.ok) return { value: checked.value, document: read.document }
    problems.push(...checked.problems)
    return undefined
  }

  function required<S extends z.ZodType>(path: string, schema: S, what: string): Sourced<z.output<S>> | undefined {
    const file = take(path)
    if (file) return yaml(file, schema)
    missing(path, what)
    return undefined
  }

  function optional<S extends z.ZodType>(path: string, schema: S): Sourced<z.output<S>> | undefined {
    const file = take(path)
    return file && yaml(file, schema)
  }

  async function mdx(file: SourceFile, body: string): Promise<CompiledMdx | undefined> {
    const compiled = await compile(file.shown, body)
    if (compiled.ok) return compiled.mdx
    problems.push(...compiled.problems)
    return undefined
  }

  function missing(path: string, what: string) {
    problems.push({
      ...start(`${shownFolder(path.slice(0, Math.max(0, path.lastIndexOf('/'))))}${path}`),
      rule: 'missing-file',
      message: 'is missing',
      mend: `add the file: it holds ${what}`,
    })
  }

  async function lesson(slug: string): Promise<LessonSource | undefined> {
    const path = `lessons/${slug}/lesson.mdx`
    const file = take(path)
    if (!file) return void missing(path, 'the text of the lesson')
    const parts = splitFrontMatter(file.text)
    if (!parts) {
      problems.push({
        ...start(file.shown),
        rule: 'front-matter',
        message: 'does not begin with front matter',
        mend: 'begin the file with a line "---", then title, minutes and summary, then "---"',
      })
      return undefined
    }
    const read = readYaml(file.shown, parts.yaml, 2)
    if (!read.ok) problems.push(...read.problems)
    const front = read.ok ? checkSchema(lessonFrontMatterSchema, read.document) : undefined
    if (front && !front.ok) problems.push(...front.problems)
    const compiled = await mdx(file, parts.body)
    if (!compiled || !read.ok || !front?.ok) return undefined
    return {
      slug,
      file: file.shown,
      front: { value: front.value, document: read.document },
      mdx: compiled,
      hash: sha256(file.text),
    }
  }

  async function drill(slug: string): Promise<DrillSource | undefined> {
    const folder = `drills/${slug}`
    const source = required(`${folder}/drill.yaml`, drillSchema, 'facts, targets, phases and curveballs')
    const criteria = required(`${folder}/rubric.yaml`, rubricSchema, 'the criteria')
    const promptFile = take(`${folder}/prompt.mdx`)
    if (!promptFile) missing(`${folder}/prompt.mdx`, 'the text of the problem')
    const prompt = promptFile ? await mdx(promptFile, promptFile.text) : undefined
    const tests = optional(`${folder}/tests.yaml`, rubricTestsSchema)
    const exemplars = tree.files.filter(file => file.path.startsWith(`${folder}/exemplars/`)).map(exemplar)
    if (!source || !criteria || !promptFile || !prompt || exemplars.includes(undefined)) return undefined
    return {
      slug,
      drill: source,
      prompt: { file: promptFile.shown, mdx: prompt },
      criteria,
      tests,
      exemplars: exemplars.filter(found => found !== undefined),
    }
  }

  function exemplar(file: SourceFile): ExemplarSource | undefined {
    take(file.path)
    const read = yaml(file, exemplarSchema)
    return read && { ...read, name: nameOf(file) }
  }

  function facts(): SourcedFact[] {
    return tree.files
      .filter(file => /^reference\/[^/]+$/.test(file.path) && !otherReferences.has(file.path))
      .flatMap(file => {
        take(file.path)
        const read = yaml(file, referenceSchema)
        if (!read) return []
        const { title, facts } = read.value
        const group = { id: nameOf(file), title }
        return facts.map((fact, index) => ({ fact, group, document: read.document, path: ['facts', index] }))
      })
  }

  function cards(): CardsSource[] {
    return tree.files
      .filter(file => /^cards\/[^/]+$/.test(file.path))
      .flatMap(file => {
        take(file.path)
        const read = yaml(file, cardsSchema)
        return read ? [{ ...read, name: nameOf(file) }] : []
      })
  }

  const each = async <T>(kind: string, readOne: (slug: string) => Promise<T | undefined>): Promise<T[]> => {
    const found: T[] = []
    for (const slug of folders(tree, kind)) {
      const one = await readOne(slug)
      if (one !== undefined) found.push(one)
    }
    return found
  }

  return {
    required,
    optional,
    facts,
    cards,
    lessons: () => each('lessons', lesson),
    drills: () => each('drills', drill),
    /** Files that nothing reads: most often a name with a slip in it. */
    strays: (): Problem[] =>
      tree.files
        .filter(file => !used.has(file.path))
        .map(file => ({
          ...start(file.shown),
          rule: 'stray-file',
          message: 'is not a file that content has here, and nothing reads it',
          mend: 'rename it (lesson.mdx, drill.yaml, prompt.mdx, rubric.yaml, tests.yaml, exemplars/NAME.yaml) or move it away',
        })),
  }
}
