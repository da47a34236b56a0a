/** What a form shows again after it was sent: a message for each wrong field ('' for the whole form), and what was typed, passwords excepted. */
export type FormState = {
  readonly errors: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, string>>
  /** What was done, when it was. */
  readonly done?: string
  /** An invitation's link, shown once. */
  readonly link?: string
}

export const untouched: FormState = { errors: {}, values: {} }

/** The text fields of a form that was sent. */
export const textsOf = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) => (typeof value === 'string' && !name.startsWith('$') ? [[name, value]] : [])),
  )

const secret = new Set(['password', 'current', 'next', 'code'])

/** What may be shown again. */
export const shownAgain = (texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).filter(([name]) => !secret.has(name)))

/** Where to go after signing in: a page of this site, never another one. */
export function safeNext(next: string | undefined): string {
  if (next === undefined || !/^\/(?![/\\])/.test(next) || /[\p{Cc}\\]/u.test(next)) return '/today'
  return next
}
