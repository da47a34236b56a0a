import { compileMdx } from '#catalog/lesson/compile-mdx.ts'
import type { Content } from '#catalog/source/content.ts'
import { readContent } from '#catalog/source/read-content.ts'

const plan =
  'title: P\nweeks:\n  - title: One\n    goal: g\n    items:\n      - { lesson: one, minutes: 10 }\n      - { drill: small, minutes: 5 }\n'

const scoring = [
  'dimensions:',
  ...Array.from({ length: 10 }, (_, i) => `  - { id: d${i}, title: D${i}, weights: { L6: 10, L7: 10 } }`),
  'bands: { near: 0.4, at: 0.6, above: 0.85 }',
  'minimumCoverage: 0.8',
  'capWhenMustMissed: near',
  'because: so',
  '',
].join('\n')

const kinds = [
  'kinds:',
  '  - { id: client, label: Client, category: client, purpose: p, aliases: [browser] }',
  '  - { id: service, label: Service, category: compute, purpose: p }',
  '',
].join('\n')

const lesson = [
  '---',
  'title: One',
  'minutes: 10',
  'summary: s',
  'drills: [small]',
  'sources: [{ title: t }]',
  '---',
  '',
  '## Head',
  '',
  '<Check id="a" kind="number" ask="q" answer="2 GB" unit="GB" why="w" slips={[{ answer: "2 GiB * 8", why: "bits" }]} />',
  '',
  '<Check id="b" kind="choice" ask="q" why="w" options={[{ text: "x", why: "no" }, { text: "y", right: true, why: "yes" }]} />',
  '',
  '<Check id="c" kind="order" ask="q" why="w" steps={["x", "y", "z"]} />',
  '',
  '<Worksheet id="w" title="t" source="a = 1 GB" />',
  '',
  '<Level at="L6">\nx\n</Level>',
  '',
  '<Level at="L7">\nx\n</Level>',
  '',
  '<Value of="1 GB * 2" /> <Fact id="f" /> [drill](/drills/small)',
  '',
].join('\n')

const drill = [
  'slug: small',
  'title: Small',
  'level: L6',
  'minutes: 5',
  'summary: s',
  'practiceOnly: true',
  'phases: [{ id: p, title: P, minutes: 5, checklist: [do] }]',
  'facts: [{ id: n, text: n, given: true, name: n, value: "3" }]',
  'targets: [{ id: t, ask: "How many, on average?", unit: "1", formula: "n * 2", rule: r }]',
  'lessons: [one]',
  '',
].join('\n')

const rubric =
  'criteria:\n  - { id: t, kind: estimate, dimension: d0, points: 1, target: t, question: q, mend: m, lesson: one }\n'

const exemplar = [
  'title: T',
  'about: a',
  'expects:',
  '  bands: { L6: not measured, L7: not measured }',
  '  verified: [100, 100]',
  '  verdicts: { t: met }',
  'submission:',
  '  answers: [{ target: t, stated: "6" }]',
  '',
].join('\n')

/** Small content in which every rule finds nothing, by path. A test changes what it is about. */
export const soundFiles: Readonly<Record<string, string>> = {
  'plan.yaml': plan,
  'scoring.yaml': scoring,
  'reference/components.yaml': kinds,
  'reference/numbers.yaml':
    'title: N\nfacts: [{ id: f, name: F, value: 1 GB, sure: measured, source: { title: t }, date: "2026" }]\n',
  'lessons/one/lesson.mdx': lesson,
  'drills/small/drill.yaml': drill,
  'drills/small/prompt.mdx': 'Do it.\n',
  'drills/small/rubric.yaml': rubric,
  'drills/small/exemplars/solid.yaml': exemplar,
}

/** One file with a piece of its text replaced; throws when the piece is not in it, so that a test cannot pass by a slip. */
export function changed(path: string, from: string, to: string): Record<string, string> {
  const text = soundFiles[path]
  if (!text?.includes(from)) throw new Error(`${path} does not hold "${from}"`)
  return { [path]: text.replace(from, to) }
}

/** Reads content from memory: the sound files with `changes` laid over them; null takes a file away. */
export async function contentOf(changes: Readonly<Record<string, string | null>> = {}): Promise<Content> {
  const { content, problems } = await readContentOf(changes)
  if (problems.length > 0) throw new Error(`the content cannot be read: ${JSON.stringify(problems)}`)
  return content
}

/** As contentOf, with the problems of reading. */
export function readContentOf(changes: Readonly<Record<string, string | null>>) {
  const files = Object.entries({ ...soundFiles, ...changes }).flatMap(([path, text]) =>
    text === null ? [] : [{ path, shown: `content/${path}`, text }],
  )
  return readContent({ files, clashes: [] }, compileMdx)
}
