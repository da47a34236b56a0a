import { describe, expect, it } from 'vitest'
import { readYaml } from './yaml-document.ts'

const problems = (text: string, firstLine?: number) => {
  const read = readYaml('content/plan.yaml', text, firstLine)
  return read.ok ? [] : read.problems.map(p => `${p.line}:${p.column} ${p.message} | ${p.mend}`)
}

describe('readYaml', () => {
  it('reports every problem at once, each with its line and column', () => {
    expect(problems('a: 1\na: 2\nb: &x [1]\nc: *x\n')).toMatchInlineSnapshot(`
      [
        "2:1 is not valid YAML: map keys must be unique | keep one of the two keys",
        "4:4 uses the alias *x; content is read without aliases, so that each line means what it says | write the value out",
      ]
    `)
  })

  it('refuses a tag that is not plain YAML', () => {
    expect(problems('d: !js/function "x"\n')[0]).toMatch(/^1:4 is not valid YAML: unresolved tag/)
  })

  it('refuses a second document', () => {
    expect(problems('a: 1\n---\nb: 2\n')[0]).toMatch(/not valid YAML/)
  })

  it('refuses a file that is too long before parsing it', () => {
    expect(problems('x'.repeat(1_000_001))[0]).toMatch('is 1000001 characters long')
  })

  it('counts lines from where front matter begins', () => {
    expect(problems('a: 1\na: 2\n', 2)[0]).toMatch(/^3:1/)
  })

  it('finds the place of a path, or of the nearest part that exists', () => {
    const read = readYaml('f.yaml', 'weeks:\n  - title: One\n    items:\n      - lesson: x\n')
    if (!read.ok) throw new Error('expected a document')
    const { at } = read.document
    expect(at(['weeks', 0, 'title'])).toEqual({ file: 'f.yaml', path: 'weeks[0].title', line: 2, column: 12 })
    expect(at(['weeks', 0, 'title'], 'key')).toMatchObject({ line: 2, column: 5 })
    expect(at(['weeks', 0, 'items', 0, 'minutes'])).toMatchObject({ line: 4, column: 9 })
    expect(at(['weeks', 7])).toMatchObject({ line: 1, column: 1 })
  })
})
