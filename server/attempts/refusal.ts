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
