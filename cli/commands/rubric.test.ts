import { describe, expect, it } from 'vitest'
import { testTerminal } from '#tests/factories/terminal.ts'
import { exit } from '../terminal.ts'
import { rubricCommand } from './rubric.ts'

async function run(...words: string[]) {
  const { terminal, out, err } = testTerminal()
  const status = await rubricCommand.run(words, terminal)
  return { status, out: out.join('\n'), err: err.join('\n') }
}

describe('tenfold rubric test', () => {
  it('runs the own tests, ranks the exemplars, and says what each part is worth', async () => {
    const { status, out } = await run('test', 'url-shortener')
    expect(status).toBe(exit.done)
    expect(out).toMatch(/Own tests: (\d+) of \1 hold/)
    expect(out.indexOf('  strong ')).toBeLessThan(out.indexOf('  solid '))
    expect(out.indexOf('  solid ')).toBeLessThan(out.indexOf('  weak '))
    expect(out).toMatch(/organization +-3 \(teams-own\)/)
    expect(out).not.toContain('RISES')
  })

  it.each([
    [['test', 'nothing'], 'there is no drill "nothing". There are: '],
    [['test'], 'name one drill.'],
    [['prove', 'x'], 'the one thing that it does is "test".'],
  ])('refuses %j with what to write instead', async (words, message) => {
    const { status, err } = await run(...words)
    expect(status).toBe(exit.unusable)
    expect(err).toContain(message)
  })
})
