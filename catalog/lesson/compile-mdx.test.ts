import { describe, expect, it } from 'vitest'
import { compileMdx } from './compile-mdx.ts'

const problems = async (body: string) => {
  const result = await compileMdx('content/lessons/x/lesson.mdx', body)
  return result.ok ? [] : result.problems.map(p => `${p.line}:${p.column} ${p.message}`)
}

describe('compileMdx', () => {
  it('collects headings, parts, links and words of a sound lesson', async () => {
    const result = await compileMdx(
      'l.mdx',
      '## The model\n\nText with [a link](/lessons/y).\n\n<Value of="1 + 1" />\n\n```sql\nselect 1\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
    )
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    const { code, ...rest } = result.mdx
    expect(rest).toMatchObject({
      headings: [{ depth: 2, id: 'the-model', text: 'The model' }],
      parts: [{ name: 'Value', props: { of: '1 + 1' }, line: 5, column: 1 }],
      links: [{ url: '/lessons/y', line: 3, column: 11 }],
    })
    expect(code).toContain('--shiki-light')
  })

  it('refuses import, export, expressions, spreads, unknown components and elements, all at once', async () => {
    const body = [
      "import fs from 'node:fs'",
      '',
      'Text {process.env.HOME} and {"a literal"} and {/* a comment */}.',
      '',
      '<Note {...globalThis} />',
      '',
      '<Note title={fetch("/")} />',
      '',
      '<Unknown />',
      '',
      '<script>alert(1)</script>',
      '',
      '<iframe src="https://example.org" />',
      '',
      '<sup onclick="x">1</sup>',
    ].join('\n')
    expect(await problems(body)).toMatchInlineSnapshot(`
      [
        "1:1 has an import or an export; content is data and runs no code",
        "3:6 has the expression {process.env.HOME}; content is data and runs no code",
        "5:7 spreads properties; content is data and runs no code",
        "7:7 "title" of <Note> is not a literal; content is data and runs no code",
        "9:1 uses <Unknown>, which is not a component of lessons",
        "11:1 uses <script>, which is not a component of lessons",
        "13:1 uses <iframe>, which is not a component of lessons",
        "15:1 <sup> has attributes",
      ]
    `)
  })

  it('names the property of a component that is wrong', async () => {
    const body =
      '<Check\n  id="a"\n  kind="choice"\n  ask="Which?"\n  why="because"\n  options={[{ text: "x", why: "y" }, { text: "z", why: "y" }]}\n  colour="red"\n/>'
    expect(await problems(body)).toMatchInlineSnapshot(`
      [
        "6:3 "options" of <Check>: must mark exactly one option as right",
        "7:3 <Check> has no property "colour"",
      ]
    `)
  })

  it('says where MDX cannot be read', async () => {
    expect(await problems('fine\n\na <Note title="x"> b\n\nc')).toMatchInlineSnapshot(`
      [
        "3:1 is not valid MDX: Expected a closing tag for \`<Note>\` (3:3-3:19) before the end of \`paragraph\`",
      ]
    `)
  })

  it('draws a titled diagram without colours, fonts or ids of its own, and describes it in words', async () => {
    const result = await compileMdx('l.mdx', '```mermaid title="Reads"\nflowchart LR\n  a[Client] -->|GET| b[(Cache)]\n```\n')
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    expect(result.mdx.code).toContain('Client to Cache (GET)')
    expect(result.mdx.code).not.toMatch(/googleapis|<style|#FFFFFF|id="arrowhead/)
  })

  it('refuses a diagram without a title, one that cannot be drawn, a picture file and an unknown language', async () => {
    const body = '```mermaid\nflowchart LR\n a-->b\n```\n\n```mermaid title="x"\nnonsense\n```\n\n![x](y.png)\n\n```cobol\nx\n```'
    expect(await problems(body)).toMatchInlineSnapshot(`
      [
        "1:1 has a diagram without a title; who does not see it learns nothing",
        "6:1 has a diagram that cannot be drawn: Invalid mermaid header: "nonsense". Expected "graph TD", "flowchart LR", "stateDiagram-v2", etc.",
        "10:1 has a picture file",
        "12:1 marks code as "cobol", which is not highlighted here",
      ]
    `)
  })

  it('shows script in a diagram label as text', async () => {
    const result = await compileMdx(
      'l.mdx',
      '```mermaid title="<img src=x>"\nflowchart LR\n  a["<script>alert(1)</script>"] --> b\n```\n',
    )
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    const svg = result.mdx.code.slice(result.mdx.code.indexOf('<svg'))
    expect(svg).toContain('&lt;script&gt;')
    expect(svg).not.toMatch(/<script|<img/)
  })
})
