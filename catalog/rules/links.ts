import type { CompiledMdx } from '../lesson/compile-mdx.ts'
import type { Content } from '../source/content.ts'
import { didYouMean, inText, isKnown, problemAt, type Rule } from './rule.ts'

/** Every link leads somewhere: to a lesson or drill that exists or is planned, to a heading of the page, or out by http(s). */
export const links: Rule = content => [
  ...content.lessons.flatMap(lesson => linkProblems(content, lesson.file, lesson.mdx)),
  ...content.drills.flatMap(drill => linkProblems(content, drill.prompt.file, drill.prompt.mdx)),
]

const linkProblems = (content: Content, file: string, mdx: CompiledMdx) =>
  mdx.links.flatMap(link => {
    const fault = faultOf(content, mdx, link.url)
    return fault ? [problemAt('links', inText(file, link), fault.message, fault.mend)] : []
  })

type Fault = { readonly message: string; readonly mend: string }

function faultOf(content: Content, mdx: CompiledMdx, url: string): Fault | undefined {
  if (/^https?:\/\//.test(url)) return undefined
  if (url.startsWith('#')) {
    if (mdx.headings.some(heading => `#${heading.id}` === url)) return undefined
    return {
      message: `links to ${url}, a heading that is not here`,
      mend: didYouMean(
        url.slice(1),
        mdx.headings.map(h => h.id),
        'correct the link',
      ),
    }
  }
  const [, kind, slug] = /^\/(lessons|drills)\/([a-z0-9-]+)(?:#.*)?$/.exec(url) ?? []
  if (!slug) {
    return {
      message: `links to "${url}", which is no place here`,
      mend: 'write /lessons/slug, /drills/slug, #heading or https://...',
    }
  }
  const one = kind === 'lessons' ? 'lesson' : 'drill'
  if (isKnown(content, one, slug)) return undefined
  const names = one === 'lesson' ? content.folders.lessons : content.folders.drills
  return {
    message: `links to the ${one} "${slug}", which does not exist and is not planned`,
    mend: didYouMean(slug, names, 'correct the link'),
  }
}
