import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeEnvProblems, envSchema, isLoopback, parseEnv } from './env.ts'

const problemsOf = (source: Record<string, string>) => {
  const parsed = parseEnv(source, '/srv')
  return parsed.ok ? [] : parsed.problems.map(({ name }) => name)
}

describe('parseEnv', () => {
  it('needs nothing: SQLite in ./data, bound to this machine', () => {
    expect(parseEnv({}, '/srv')).toMatchObject({
      ok: true,
      env: { HOST: '127.0.0.1', PORT: 3000, DATA_DIR: '/srv/data', DATABASE_URL: 'file:/srv/data/tenfold.db', LOG_LEVEL: 'info' },
    })
  })

  it('takes an empty value as not set', () => {
    expect(parseEnv({ PORT: '', AUTH_URL: ' ', AUTH_SECRET: '' }, '/srv')).toEqual(parseEnv({}, '/srv'))
  })

  it('keeps the database in the data folder when that is moved', () => {
    expect(parseEnv({ DATA_DIR: '/var/lib/tenfold' }, '/srv')).toMatchObject({
      env: { DATABASE_URL: 'file:/var/lib/tenfold/tenfold.db' },
    })
  })

  it('names every wrong variable at once', () => {
    const wrong = {
      PORT: '70000',
      HOST: 'a b',
      DATABASE_URL: 'mysql://x',
      AUTH_SECRET: 'short',
      AUTH_URL: 'study',
      MAX_RECORDING_MB: '-1',
      LOG_LEVEL: 'loud',
    }
    expect(problemsOf(wrong).sort()).toEqual(Object.keys(wrong).sort())
  })

  it('wants all of an OpenID provider or nothing', () => {
    expect(problemsOf({ OIDC_ISSUER: 'https://id.example.org' })).toEqual(['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])
  })

  it('says what to do and repeats no secret', () => {
    const parsed = parseEnv({ PORT: 'abc', AUTH_SECRET: 'hunter2' }, '/srv')
    const message = parsed.ok ? '' : describeEnvProblems(parsed.problems)
    expect(message).toMatchInlineSnapshot(`
      "The configuration is wrong:
        PORT must be a number, such as 3000
        AUTH_SECRET must have at least 32 characters; leave it out to have one made
      See .env.example."
    `)
  })

  it('has every variable in .env.example, and .env.example has no other', () => {
    const text = readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8')
    const named = [...text.matchAll(/^# ?([A-Z_]+)=/gm)].map(([, name]) => name)
    expect(named.sort()).toEqual(Object.keys(envSchema.shape).sort())
  })
})

describe('isLoopback', () => {
  it('tells this machine from every other', () => {
    expect(['127.0.0.1', '127.1.2.3', '::1', 'localhost'].every(isLoopback)).toBe(true)
    expect(['0.0.0.0', '::', '192.168.0.2', 'localhost.example.org', '127.0.0.1.example.org'].some(isLoopback)).toBe(false)
  })
})
