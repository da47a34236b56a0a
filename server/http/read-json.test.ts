import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { BODY_LIMIT_BYTES, readJson } from './read-json.ts'

const schema = z.strictObject({ id: z.string() })
const post = (body: BodyInit | null) => new Request('http://localhost/', { method: 'POST', body })

describe('readJson', () => {
  it('gives what fits the schema', async () => {
    expect(await readJson(post('{"id":"a"}'), schema)).toEqual({ ok: true, data: { id: 'a' } })
  })

  it.each(['', '{', 'null', '[]', '{"id":1}', '{"id":"a","more":1}'])('refuses %s with a message', async body => {
    expect(await readJson(post(body), schema)).toMatchObject({
      ok: false,
      status: 400,
      error: { code: 'invalid', message: expect.any(String) },
    })
  })

  it('refuses more than the limit by name, also when the length is not told', async () => {
    const big = 'x'.repeat(BODY_LIMIT_BYTES + 1)
    expect(await readJson(post(big), schema)).toMatchObject({
      status: 413,
      error: { code: 'too-large', message: expect.stringContaining('1 MB') },
    })
    const stream = new Blob([big]).stream()
    const request = new Request('http://localhost/', { method: 'POST', body: stream, ...{ duplex: 'half' } })
    expect(await readJson(request, schema)).toMatchObject({ status: 413 })
  })
})
