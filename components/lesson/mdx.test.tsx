import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { lessonParts } from './lesson-parts.tsx'

const facts = [
  {
    id: 'f',
    name: 'F',
    value: '1 GB',
    sure: 'measured',
    date: '2026',
    source: { title: 'A <b>paper</b>', url: 'https://example.org/' },
  },
]
const { Value, Fact, Check, Worksheet, Disputed, Diagram, table: Table, h2: Heading } = lessonParts(facts, [])

describe('the parts of a lesson, as the server sends them', () => {
  it('computes a value', () => {
    expect(renderToStaticMarkup(<Value of="100M /month" />)).toContain('38.6<span class="unit">\u202f/s</span>')
    expect(renderToStaticMarkup(<Value of="(1 - 99.9%) * 30 days in minutes" />)).toContain('43.2')
  })

  it('shows a fact with its source, and markup in it as text', () => {
    expect(renderToStaticMarkup(<Fact id="f" />)).toContain('A &lt;b&gt;paper&lt;/b&gt;, 2026; measured')
    expect(renderToStaticMarkup(<Fact id="none" />)).toBe('')
  })

  it('can be read without JavaScript: a check has its answer folded away, a worksheet its answers beside its lines', () => {
    const check = renderToStaticMarkup(
      <Check
        id="c"
        kind="number"
        ask="How many?"
        answer="100M /month"
        unit="/s"
        tolerance="10%"
        slips={[]}
        why="A month is long."
      />,
    )
    expect(check).toMatch(/<details><summary>Show the answer<\/summary><p>38.6 \/s. A month is long.<\/p>/)
    const sheet = renderToStaticMarkup(
      <Worksheet id="w" title="T" source={'urls = 100M /month\nbytes = urls * 500 B * 1 day in GB'} />,
    )
    expect(sheet).toContain('urls = 100M /month')
    expect(sheet).toContain('1.67 GB')
  })

  it('takes a check as MDX hands it over, without the defaults of the schema', () => {
    const bare = { id: 'c', kind: 'number', ask: 'q', answer: '2', unit: '1', why: 'w' } as const
    // @ts-expect-error MDX passes what the author wrote; tolerance and slips are not in it.
    expect(renderToStaticMarkup(<Check {...bare} />)).toContain('2. w')
  })

  it('lets tables and diagrams scroll by keyboard', () => {
    expect(renderToStaticMarkup(<Table />)).toMatch(/class="scrolls" tabindex="0"><table>/)
    expect(renderToStaticMarkup(<Diagram title="T" svg="<svg></svg>" />)).toMatch(/tabindex="0".*<svg>.*<figcaption>T/)
  })

  it('gives headings a link to themselves and disputed claims both sides', () => {
    expect(renderToStaticMarkup(<Heading id="x">X</Heading>)).toBe('<h2 id="x"><a href="#x" class="anchor">X</a></h2>')
    expect(
      renderToStaticMarkup(
        <Disputed issue="E-301" claim="c" right="r">
          why
        </Disputed>,
      ),
    ).toMatch(/Often said.*c.*Right.*r.*Why.*why/)
  })
})
