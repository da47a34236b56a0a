import type { z } from 'zod'
import type { Problem } from '../problem.ts'
import { drawDiagram } from './draw-diagram.ts'
import { expressionOf, literalOf } from './literal.ts'
import { type Attribute, isObject, type Node, textOf, walk } from './node.ts'
import { isLessonPart, lessonParts, plainElements } from './parts.ts'

/** A component that the text uses, with its checked properties. */
export type UsedPart = { readonly name: string; readonly props: unknown; readonly line: number; readonly column: number }
/** A link of the text. */
export type UsedLink = { readonly url: string; readonly line: number; readonly column: number }

/** What reading the tree found. Filled by the plugin. */
export type Findings = {
  readonly problems: Problem[]
  readonly parts: UsedPart[]
  readonly links: UsedLink[]
  text: string
  sections: readonly Section[]
}

/** What stands under a heading of the second or third level; before the first one the heading is empty. */
export type Section = { readonly heading: string; readonly text: string }

/** Languages that code may be marked with: those that the highlighter loads. */
export const codeLanguages = [
  'bash',
  'http',
  'java',
  'javascript',
  'json',
  'python',
  'sql',
  'text',
  'typescript',
  'yaml',
] as const

const languages: readonly string[] = codeLanguages

/**
 * A remark plugin: refuses everything in MDX that is not text, a literal or a component of ours with properties as they should be, and
 * puts drawings in the place of mermaid source. It never throws; all problems are collected.
 */
export function guardContent(file: string, findings: Findings) {
  const report = (node: { position?: Node['position'] }, message: string, mend: string, rule = 'mdx') =>
    findings.problems.push({
      rule,
      file,
      path: '',
      line: node.position?.start.line ?? 1,
      column: node.position?.start.column ?? 1,
      message,
      mend,
    })
  return () => (tree: Node) => {
    findings.text += textOf(tree)
    findings.sections = sectionsOf(tree)
    walk(tree, node => {
      switch (node.type) {
        case 'mdxjsEsm':
          report(node, 'has an import or an export; content is data and runs no code', 'remove the line')
          break
        case 'mdxFlowExpression':
        case 'mdxTextExpression':
          guardExpression(node, report)
          break
        case 'mdxJsxFlowElement':
        case 'mdxJsxTextElement':
          guardElement(file, node, findings, report)
          break
        case 'link':
        case 'definition':
          findings.links.push({ url: node.url ?? '', ...startOf(node) })
          break
        case 'image':
        case 'imageReference':
          report(node, 'has a picture file', 'draw it as a mermaid diagram, which follows the theme and needs no request')
          break
        case 'code':
          guardCode(node, report)
          break
      }
    })
  }
}

type Report = (node: { position?: Node['position'] }, message: string, mend: string, rule?: string) => void

const startOf = (node: { position?: Node['position'] }) => ({
  line: node.position?.start.line ?? 1,
  column: node.position?.start.column ?? 1,
})

function sectionsOf(tree: Node): Section[] {
  const sections: { heading: string; text: string[] }[] = [{ heading: '', text: [] }]
  for (const node of tree.children ?? []) {
    if (node.type === 'heading' && (node.depth === 2 || node.depth === 3)) sections.push({ heading: textOf(node), text: [] })
    else sections.at(-1)?.text.push(blocksOf(node))
  }
  return sections
    .map(({ heading, text }) => ({ heading, text: text.join(' ').replace(/\s+/g, ' ').trim() }))
    .filter(({ heading, text }) => heading !== '' || text !== '')
}

/** Text with a space between blocks, so that the last word of a cell and the first of the next stay two. */
const blocksOf = (node: Node): string =>
  node.type === 'paragraph' || node.type === 'tableCell' || node.type === 'heading' || !node.children
    ? textOf(node)
    : node.children.map(blocksOf).join(' ')

function guardExpression(node: Node, report: Report) {
  const expression = expressionOf(node.data)
  if (expression !== undefined && !literalOf(expression).ok) {
    const source = typeof node.value === 'string' ? node.value : ''
    report(
      node,
      `has the expression {${short(source)}}; content is data and runs no code`,
      'write the value out, or \\{ for a brace',
    )
  }
}

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 37)}...` : text)

function guardElement(file: string, node: Node, findings: Findings, report: Report) {
  const name = node.name
  if (name === null || name === undefined) return report(node, 'has a fragment <>', 'remove it: it does nothing here')
  if (plainElements.has(name)) {
    if ((node.attributes ?? []).length > 0) report(node, `<${name}> has attributes`, 'remove them')
    return
  }
  if (!isLessonPart(name)) {
    const parts = Object.keys(lessonParts).join(', ')
    return report(node, `uses <${name}>, which is not a component of lessons`, `use one of: ${parts}; or markdown`)
  }
  const props = readProps(node, report)
  if (!props) return
  const checked = lessonParts[name].safeParse(props.values)
  if (!checked.success)
    findings.problems.push(...checked.error.issues.flatMap(issue => partProblems(file, name, node, props, issue)))
  else findings.parts.push({ name, props: checked.data, ...startOf(node) })
}

type Props = { readonly values: Record<string, unknown>; readonly places: ReadonlyMap<string, Attribute> }

function readProps(node: Node, report: Report): Props | undefined {
  const values: Record<string, unknown> = {}
  const places = new Map<string, Attribute>()
  let ok = true
  for (const attribute of node.attributes ?? []) {
    if (attribute.type !== 'mdxJsxAttribute' || attribute.name === undefined) {
      report(
        attribute.position ? attribute : node,
        'spreads properties; content is data and runs no code',
        'write each property out',
      )
      ok = false
      continue
    }
    places.set(attribute.name, attribute)
    const value = attributeValue(attribute)
    if (value.ok) values[attribute.name] = value.value
    else {
      report(
        attribute,
        `"${attribute.name}" of <${node.name}> is not a literal; content is data and runs no code`,
        'give text, a number, true, a list or a record of these',
      )
      ok = false
    }
  }
  return ok ? { values, places } : undefined
}

function attributeValue(attribute: Attribute) {
  if (attribute.value === null || attribute.value === undefined) return { ok: true, value: true } as const
  if (typeof attribute.value === 'string') return { ok: true, value: attribute.value } as const
  return literalOf(expressionOf(attribute.value.data))
}

function partProblems(file: string, name: string, node: Node, props: Props, issue: z.core.$ZodIssue): Problem[] {
  const [first] = issue.path
  const place = props.places.get(String(first))
  const at = { rule: 'part', file, path: [name, ...issue.path.map(String)].join('.'), ...startOf(place ?? node) }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      ...at,
      ...startOf(props.places.get(key) ?? place ?? node),
      message: `<${name}> has no property "${key}"`,
      mend: 'remove it, or correct its name',
    }))
  }
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) {
    return [{ ...at, message: `<${name}> needs "${issue.path.join('.')}"`, mend: `add ${String(issue.path.at(-1))}` }]
  }
  return [{ ...at, message: `"${issue.path.join('.')}" of <${name}>: ${issue.message}`, mend: 'correct the property' }]
}

function guardCode(node: Node, report: Report) {
  const source = typeof node.value === 'string' ? node.value : ''
  if (node.lang === 'mermaid') return replaceByDiagram(node, source, report)
  if (node.lang && !languages.includes(node.lang)) {
    report(node, `marks code as "${node.lang}", which is not highlighted here`, `use one of: ${languages.join(', ')}`)
  }
}

function replaceByDiagram(node: Node, source: string, report: Report) {
  const title = /title="([^"]+)"/.exec(node.meta ?? '')?.[1]
  if (!title) {
    return report(
      node,
      'has a diagram without a title; who does not see it learns nothing',
      'write ```mermaid title="What it shows"',
      'diagram',
    )
  }
  const drawn = drawDiagram(source, title)
  if (!drawn.ok)
    return report(node, `has a diagram that cannot be drawn: ${drawn.message}`, 'correct the mermaid source', 'diagram')
  node.type = 'mdxJsxFlowElement'
  node.name = 'Diagram'
  node.attributes = [
    { type: 'mdxJsxAttribute', name: 'title', value: title },
    { type: 'mdxJsxAttribute', name: 'svg', value: drawn.svg },
  ]
  node.children = []
  delete node.value
}

export type Heading = { readonly depth: number; readonly id: string; readonly text: string }

/** A rehype plugin, after rehype-slug: collects the headings of the second and third level with their anchors. */
export function collectHeadings(headings: Heading[]) {
  return () => (tree: Node) => {
    walk(tree, node => {
      const depth = Number(/^h([23])$/.exec(node.tagName ?? '')?.[1] ?? 0)
      const id = isObject(node.properties) ? node.properties.id : undefined
      if (depth > 0 && typeof id === 'string') headings.push({ depth, id, text: textOf(node) })
    })
  }
}
