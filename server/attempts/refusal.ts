/** A request that was understood and cannot be done: `message` is fit to show to the person, `status` to answer over HTTP. */
export type Refusal = {
  readonly ok: false
  readonly status: 400 | 404 | 409 | 413
  readonly error: { readonly code: string; readonly message: string; readonly [detail: string]: unknown }
}

/** For an attempt that is not there and for one of another person: nobody learns which. */
export const attemptNotFound: Refusal = {
  ok: false,
  status: 404,
  error: { code: 'not-found', message: 'There is no such attempt in your account.' },
}

export const refuse = (
  status: Refusal['status'],
  code: string,
  message: string,
  details: Record<string, unknown> = {},
): Refusal => ({
  ok: false,
  status,
  error: { code, message, ...details },
})

/** The refusal for a submission that does not parse: each problem with its place. */
export function invalidSubmission(problems: readonly { path: readonly (string | number)[]; message: string }[]): Refusal {
  const tooLarge = problems.some(({ path, message }) => path.length === 0 && /1 MB/.test(message))
  if (tooLarge) return refuse(413, 'too-large', `The submission ${problems[0]?.message ?? 'is larger than 1 MB.'}`)
  const first = problems[0]
  const where = first?.path.join('.') || 'the submission'
  return refuse(400, 'invalid', `Not saved: ${where} ${first?.message ?? 'is not right'}`, { problems })
}
