import { resolve } from 'node:path'
import { z } from 'zod'

const port = z.coerce
  .number('must be a number, such as 3000')
  .int('must be a whole number')
  .min(1, 'must be 1 to 65535')
  .max(65_535, 'must be 1 to 65535')
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an address such as https://study.example.org' })

/** Every variable that Tenfold reads. `.env.example` documents them for the person who runs it. */
export const envSchema = z
  .object({
    PORT: port.default(3000).describe('The port to listen on'),
    HOST: z
      .string()
      .regex(/^[A-Za-z0-9.:-]+$/, 'must be a host name or an IP address, such as 127.0.0.1 or 0.0.0.0')
      .default('127.0.0.1')
      .describe('The address to listen on'),
    DATA_DIR: z.string().default('./data').describe('Where the database and the secret are kept'),
    DATABASE_URL: z
      .string()
      .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'must begin with file: (SQLite) or postgres:// (PostgreSQL)')
      .optional()
      .describe('SQLite in DATA_DIR unless given'),
    CONTENT_DIR: z.string().optional().describe("A folder with the author's own drills and lessons, beside ours"),
    AUTH_SECRET: z.string().min(32, 'must have at least 32 characters; leave it out to have one made').optional(),
    AUTH_URL: httpUrl.optional().describe('The public address, when it is not http://HOST:PORT'),
    MAX_RECORDING_MB: z.coerce
      .number('must be a number of megabytes, such as 40')
      .int('must be a whole number of megabytes')
      .min(0, 'must be 0 (nothing is kept) to 200')
      .max(200, 'must be 0 (nothing is kept) to 200')
      .default(40)
      .describe('The most that a recording of one attempt may hold on the server'),
    LOG_LEVEL: z
      .enum(
        ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
        'must be one of fatal, error, warn, info, debug, trace, silent',
      )
      .default('info'),
    OIDC_ISSUER: httpUrl.optional().describe('An OpenID provider to sign in with, beside passwords'),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().max(60, 'must have at most 60 characters').default('OpenID').describe('What its button says'),
  })
  .superRefine((value, context) => {
    const names = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
    if (names.every(name => value[name] === undefined)) return
    for (const name of names) {
      if (value[name] === undefined)
        context.addIssue({ code: 'custom', path: [name], message: `is missing; set all of ${names.join(', ')}, or none` })
    }
  })

export type Env = Omit<z.infer<typeof envSchema>, 'DATABASE_URL'> & { DATABASE_URL: string }

export type EnvProblem = { readonly name: string; readonly message: string }
export type ParsedEnv =
  | { readonly ok: true; readonly env: Env }
  | { readonly ok: false; readonly problems: readonly EnvProblem[] }

/**
 * Reads the environment. An empty value counts as not set. Folders come back absolute, against `cwd`, and so does a SQLite path.
 * A wrong value comes back as problems with the variable's name and its mend; values are never repeated, since one may be a secret.
 */
export function parseEnv(source: Record<string, string | undefined>, cwd: string): ParsedEnv {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const parsed = envSchema.safeParse(given)
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.map(issue => ({ name: issue.path.join('.'), message: issue.message })) }
  }
  const { DATABASE_URL, CONTENT_DIR, ...rest } = parsed.data
  const dataDir = resolve(cwd, rest.DATA_DIR)
  const url = DATABASE_URL ?? `file:${resolve(dataDir, 'tenfold.db')}`
  return {
    ok: true,
    env: {
      ...rest,
      DATA_DIR: dataDir,
      DATABASE_URL: url.startsWith('file:') ? `file:${resolve(cwd, url.slice('file:'.length))}` : url,
      ...(CONTENT_DIR === undefined ? {} : { CONTENT_DIR: resolve(cwd, CONTENT_DIR) }),
    },
  }
}

/** Whether only this machine can reach the address. */
export const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)

let known: Env | undefined

/** This process's environment, checked once. Throws a `BootProblem` with every wrong variable named. */
export function env(): Env {
  if (known) return known
  const parsed = parseEnv(process.env, process.cwd())
  if (!parsed.ok) throw new BootProblem(describeEnvProblems(parsed.problems))
  known = parsed.env
  return known
}

export const describeEnvProblems = (problems: readonly EnvProblem[]) =>
  ['The configuration is wrong:', ...problems.map(({ name, message }) => `  ${name} ${message}`), 'See .env.example.'].join('\n')

/** Something that keeps the server from starting and that the person who starts it can mend. Its message stands alone: no stack trace. */
export class BootProblem extends Error {}
