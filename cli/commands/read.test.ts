import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exit, type Terminal } from '../terminal.ts'
import { runRead } from './read.ts'

async function read(input: string, ...words: string[]) {
  const out: string[] = []
  const err: string[] = []
  const terminal: Terminal = {
    root: resolve(import.meta.dirname, '../..'),
    out: line => void out.push(line),
    err: line => void err.push(line),
    input: async () => input,
    env: { NODE_ENV: 'test' },
  }
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
