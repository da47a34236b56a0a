import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { compileCatalog } from './compile-catalog.ts'
import { compilerVersion } from './lesson/compiler-version.ts'
import { keepCompiled } from './lesson/keep-compiled.ts'
import { formatProblem, type Problem } from './problem.ts'
import type { Root } from './source/read-tree.ts'

export type BuildOptions = {
  /** Our content, then the author's. */
  readonly roots: readonly Root[]
  /** Where the catalog goes; nothing is written when absent. */
  readonly out: string | undefined
  readonly cacheFolder: string
  /** Versions of what compiles, so that an upgrade compiles anew. */
  readonly tools: string
}

export type BuildResult = { readonly problems: readonly Problem[]; readonly summary: string }

/** Checks all content and writes the catalog. Problems are returned, all of them; the file is written only when there are none. */
export async function buildCatalog({ roots, out, cacheFolder, tools }: BuildOptions): Promise<BuildResult> {
  const compile = keepCompiled(cacheFolder, `${compilerVersion} ${tools}`, async () => {
    const { compileMdx } = await import('./lesson/compile-mdx.ts')
    return compileMdx
  })
  const result = await compileCatalog(roots, compile)
  if (!result.ok) return { problems: result.problems, summary: `${result.problems.length} problem(s) in content` }
  const { lessons, drills, facts, contentHash } = result.catalog
  if (out) {
    await mkdir(dirname(out), { recursive: true })
    await writeFile(`${out}.${process.pid}`, JSON.stringify(result.catalog))
    await rename(`${out}.${process.pid}`, out)
  }
  const words = lessons
    .map(lesson => `${lesson.slug} ${lesson.words}/${lesson.readability.sentence}/${lesson.readability.ease}`)
    .join(', ')
  return {
    problems: [],
    summary: `content ${contentHash.slice(0, 12)}: ${lessons.length} lessons, ${drills.length} drills, ${facts.length} facts (words/words a sentence/reading ease: ${words})`,
  }
}

const flag = (args: readonly string[], name: string): string | undefined => {
  const at = args.indexOf(name)
  return at < 0 ? undefined : args[at + 1]
}

/**
 * The command: `build-catalog [--check] [--root DIR] [--content DIR] [--over DIR] [--out FILE] [--cache DIR] [--json]`. Returns the exit
 * status: 0 sound, 1 problems, 2 a folder cannot be read.
 */
export async function runBuildCatalog(args: readonly string[], print: (line: string) => void): Promise<number> {
  const root = resolve(flag(args, '--root') ?? '.')
  const over = flag(args, '--over')
  const roots = [{ folder: resolve(root, flag(args, '--content') ?? 'content'), shown: flag(args, '--content') ?? 'content' }]
  if (over) roots.push({ folder: resolve(over), shown: basename(resolve(over)) === 'content' ? over : basename(resolve(over)) })
  const out = args.includes('--check') ? undefined : resolve(root, flag(args, '--out') ?? 'generated/catalog.json')
  const cacheFolder = resolve(root, flag(args, '--cache') ?? 'generated/cache')
  try {
    const { problems, summary } = await buildCatalog({ roots, out, cacheFolder, tools: await toolVersions(root) })
    if (args.includes('--json')) print(JSON.stringify({ problems }))
    else {
      for (const problem of problems) print(formatProblem(problem))
      print(summary)
    }
    return problems.length > 0 ? 1 : 0
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    print(args.includes('--json') ? JSON.stringify({ problems: [unreadable(reason)] }) : `Content cannot be read: ${reason}`)
    return 2
  }
}

const unreadable = (message: string): Problem => ({
  rule: 'unreadable',
  file: '',
  path: '',
  line: 1,
  column: 1,
  message,
  mend: 'check that the folder exists and may be read',
})

/** The versions of the packages that make the compiled code. */
async function toolVersions(root: string): Promise<string> {
  try {
    const text = await readFile(join(root, 'package.json'), 'utf8')
    return ['mdx-bundler', 'shiki', '@shikijs/rehype', 'beautiful-mermaid', 'rehype-slug', 'remark-gfm']
      .map(name => new RegExp(`"${name}": "([^"]+)"`).exec(text)?.[1] ?? '')
      .join(' ')
  } catch {
    return 'unknown'
  }
}
