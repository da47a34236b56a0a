import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FUNCTIONS } from '#engine/worksheet/functions.ts'
import { evaluateWorksheet } from '#engine/worksheet/worksheet.ts'

const page = readFileSync(join(resolve(import.meta.dirname, '../..'), 'docs', 'worksheet.md'), 'utf8')

/** The example blocks of the page with the line on which each begins. */
const blocks = [...page.matchAll(/^```worksheet\n([\s\S]*?)^```$/gm)].map(match => ({
  firstLine: page.slice(0, match.index).split('\n').length + 1,
  source: match[1] ?? '',
}))

/** What a line's comment promises: an answer, an error or a warning. */
function promiseOf(text: string) {
  const [, mark, said] = /# ([=!?]) (.*)$/.exec(text) ?? []
  return mark && said ? { mark, said: said.trim() } : null
}

test('the reference has examples, and every function is in one', () => {
  expect(blocks.length).toBeGreaterThan(20)
  for (const name of FUNCTIONS.keys()) expect(page, name).toContain(`${name}(`)
})

describe.each(blocks)('the example on line $firstLine of docs/worksheet.md', ({ firstLine, source }) => {
  const sheet = evaluateWorksheet(source)
  const lines = source.split('\n')

  test('gives the answers that it states', () => {
    const stated = lines.map((text, index) => `${firstLine + index}: ${text.trimEnd()}`)
    const found = lines.map((text, index) => {
      const promise = promiseOf(text)
      const line = sheet.lines[index]
      if (!promise || !line) return `${firstLine + index}: ${text.trimEnd()}`
      const message = promise.mark === '?' ? line.warnings[0]?.message : promise.mark === '!' ? line.error?.message : line.text
      return `${firstLine + index}: ${text.slice(0, text.indexOf(`# ${promise.mark} `))}# ${promise.mark} ${message}`
    })
    expect(found).toEqual(stated)
  })

  test('has no error that it does not state', () => {
    const unstated = sheet.errors.filter(error => promiseOf(lines[error.line - 1] ?? '')?.mark !== '!')
    expect(unstated).toEqual([])
  })
})
