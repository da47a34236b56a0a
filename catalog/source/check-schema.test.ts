import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { checkSchema } from './check-schema.ts'
import { readYaml } from './yaml-document.ts'

const schema = z.strictObject({
  title: z.string().describe('the name shown in the list'),
  minutes: z.number().int(),
  items: z.array(z.strictObject({ name: z.string(), kind: z.enum(['a', 'b']).default('a') })).default([]),
})

const check = (text: string) => {
  const read = readYaml('f.yaml', text)
  if (!read.ok) throw new Error('expected YAML')
  const checked = checkSchema(schema, read.document)
  return checked.ok ? [] : checked.problems.map(p => `${p.line}:${p.column} ${p.path} ${p.message} | ${p.mend}`)
}

describe('checkSchema', () => {
  it('returns the value with its defaults when all is well', () => {
    expect(check('title: T\nminutes: 5\nitems: [{ name: x }]\n')).toEqual([])
  })

  it('reports a missing field, an unknown field and a wrong value together', () => {
    expect(check('minutes: "5"\nitems:\n  - nam: x\n  - name: y\n    kind: c\n')).toMatchInlineSnapshot(`
      [
        "1:1 title "title" is missing | add it: the name shown in the list",
        "1:10 minutes "minutes": invalid input: expected number, received string | correct "minutes"",
        "3:5 items[0].name "name" is missing | add "name"",
        "3:5 items[0].nam "nam" is not a field that items[0] has | remove it, or use one of: name, kind",
        "5:11 items[1].kind "kind": invalid option: expected one of "a"|"b" | correct "kind"",
      ]
    `)
  })
})
