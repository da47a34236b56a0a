import { describe, expect, it } from 'vitest'
import { testTerminal } from '#tests/factories/terminal.ts'
import { exit } from '../terminal.ts'
import { runRead } from './read.ts'

async function read(input: string, ...words: string[]) {
  const { terminal, out, err } = testTerminal({ input })
  const status = await runRead(words, terminal)
  return { status, answers: out.map(line => JSON.parse(line)), err: err.join('\n') }
}

describe('tenfold read', () => {
  it('answers a line for a line, in order, and goes on after one that cannot be read', async () => {
    const text =
      'The client attaches a UUID to each payment; sent again, the unique constraint in the ledger makes the second insert a no-op.'
    const lines = [
      { criterion: 'idempotent_retries', text },
      { criterion: 'idempotent_retries', text: 'Retries are good.' },
    ].map(l => JSON.stringify(l))
    const { status, answers } = await read(`${lines[0]}\n{"criterion":\n${lines[1]}\n`, '--jsonl')
    expect(answers.map(a => a.outcome)).toEqual(['met', 'refused', 'unsure'])
    expect(answers[0].spans.length).toBeGreaterThan(1)
    expect(answers[1].reason).toContain('is not JSON')
    expect(status).toBe(exit.problems)
  })

  it('asks for --jsonl', async () => {
    expect(await read('')).toMatchObject({ status: exit.unusable, err: expect.stringContaining('--jsonl') })
  })
})
