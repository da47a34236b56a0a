import * as Plot from '@observablehq/plot'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Chart, narrowNames } from './chart.tsx'

describe('Chart', () => {
  it('draws without a style sheet or a script, in the colours of the theme', () => {
    const html = renderToStaticMarkup(
      <Chart says="It rises." options={{ marks: [Plot.lineY([1, 2, 3], { stroke: 'var(--data-1)' })] }} />,
    )
    expect(html).toContain('<svg')
    expect(html).toContain('var(--data-1)')
    expect(html).not.toMatch(/<style|<script/)
    expect(html).toContain('It rises.')
  })

  it('is drawn once more for a telephone, with letters of the same size and long names on two lines', () => {
    const bars = Plot.barX([{ name: 'Organisation, platform, evolution', n: 1 }], { x: 'n', y: 'name' })
    const html = renderToStaticMarkup(
      <Chart says="x" options={{ marginLeft: 200, marks: [bars] }} narrow={{ marginLeft: 148, marks: [narrowNames(), bars] }} />,
    )
    expect(html.match(/<svg/g)).toHaveLength(2)
    expect(html).toContain('viewBox="0 0 350 220"')
    expect(html.match(/>Organisation, platform, evolution</g)).toHaveLength(1)
    expect(html).toMatch(/<tspan[^>]*>Organisation,[^<]*<\/tspan><tspan[^>]*>[^<]*evolution<\/tspan>/)
  })

  it('shows markup in a label as text', () => {
    const html = renderToStaticMarkup(
      <Chart
        says="x"
        options={{ marks: [Plot.barX([{ name: '<img src=x onerror=alert(1)>', n: 1 }], { x: 'n', y: 'name' })] }}
      />,
    )
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img')
  })
})
