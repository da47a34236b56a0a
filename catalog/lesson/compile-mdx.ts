import type { RehypeShikiOptions } from '@shikijs/rehype'
import { bundleMDX } from 'mdx-bundler'
import rehypeSlug from 'rehype-slug'
import remarkGfm from 'remark-gfm'
import type { Problem } from '../problem.ts'
import {
  codeLanguages,
  collectHeadings,
  type Findings,
  guardContent,
  type Heading,
  type Section,
  type UsedLink,
  type UsedPart,
} from './guard-content.ts'

/** A piece of MDX, compiled: code for the server to run, and what the rules read. */
export type CompiledMdx = {
  readonly code: string
  readonly headings: readonly Heading[]
  readonly parts: readonly UsedPart[]
  readonly links: readonly UsedLink[]
  /** Its words without markup. */
  readonly text: string
  /** The same by its headings; the first may have none. */
  readonly sections: readonly Section[]
}

export type CompileResult =
  | { readonly ok: true; readonly mdx: CompiledMdx }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Compiles MDX whose front matter was cut off (blank lines in its place). The body may hold text, components of ours and literals; all
 * else is reported, with its line and column, and nothing of it is run.
 */
export async function compileMdx(file: string, body: string): Promise<CompileResult> {
  const findings: Findings = { problems: [], parts: [], links: [], text: '', sections: [] }
  const headings: Heading[] = []
  const highlighters = body.includes('```') ? [await highlighter()] : []
  try {
    const { code } = await bundleMDX({
      source: body,
      mdxOptions(options) {
        options.remarkPlugins = [remarkGfm, guardContent(file, findings)]
        options.rehypePlugins = [rehypeSlug, collectHeadings(headings), ...highlighters]
        return options
      },
      esbuildOptions(options) {
        options.minify = true
        options.logLevel = 'silent'
        return options
      },
    })
    if (findings.problems.length > 0) return { ok: false, problems: findings.problems }
    return {
      ok: true,
      mdx: { code, headings, parts: findings.parts, links: findings.links, text: findings.text, sections: findings.sections },
    }
  } catch (error) {
    // What the guard found explains the failure better than the failure does (an import that does not resolve, for one).
    return { ok: false, problems: findings.problems.length > 0 ? findings.problems : [syntaxProblem(file, error)] }
  }
}

/** The highlighter, loaded only for text that has code. Both themes go into the page as variables; lesson.css picks one. */
async function highlighter(): Promise<[typeof import('@shikijs/rehype').default, RehypeShikiOptions]> {
  const { default: rehypeShiki } = await import('@shikijs/rehype')
  return [
    rehypeShiki,
    {
      themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
      defaultColor: false,
      langs: codeLanguages.filter(language => language !== 'text'),
      fallbackLanguage: 'text',
    },
  ]
}

type BuildMessage = { readonly text: string; readonly location?: { readonly line: number; readonly column: number } | null }

function syntaxProblem(file: string, error: unknown): Problem {
  const [message] = buildMessages(error)
  const text = message?.text ?? (error instanceof Error ? error.message : String(error))
  return {
    rule: 'mdx',
    file,
    path: '',
    line: message?.location?.line ?? 1,
    column: (message?.location?.column ?? 0) + 1,
    message: `is not valid MDX: ${text.replace(/^Cannot process MDX file with esbuild:\s*/, '').replace(/^[\d:-]+: /, '')}`,
    mend: 'close the tag, or write \\< and \\{ for the signs themselves',
  }
}

function buildMessages(error: unknown): readonly BuildMessage[] {
  if (!(error instanceof Error) || !('errors' in error) || !Array.isArray(error.errors)) return []
  return error.errors.filter(
    (item: unknown): item is BuildMessage =>
      typeof item === 'object' && item !== null && 'text' in item && typeof item.text === 'string',
  )
}
