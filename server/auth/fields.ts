import { z } from 'zod'
import { levels } from '#engine/drill/drill.ts'
import { newPassword } from './password.ts'

const thousands = (value: number) => value.toLocaleString('en')

const nameField = z
  .string()
  .trim()
  .min(1, 'Write your name.')
  .max(200, {
    error: issue => `The name is ${thousands(String(issue.input).length)} characters long; it may have 200. Shorten it.`,
  })
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'The name holds a character that cannot be shown. Remove it.')

export const emailField = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'The e-mail address is too long: it may have 254 characters.')
  .pipe(z.email('That is not an e-mail address, such as name@example.org.'))

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const timeZoneField = z
  .string()
  .max(64, 'That is not a time zone.')
  .refine(isTimeZone, 'That is not a time zone, such as Europe/Berlin.')

/** A form sends '' for a date that was left out. */
const dateField = z.union([z.literal('').transform(() => null), z.null(), z.iso.date('Write the date as 2026-03-02.')])

export const newAccount = z.strictObject({
  name: nameField,
  email: emailField,
  password: newPassword,
  timeZone: timeZoneField.catch('UTC').describe("The browser's; UTC when it tells none that we know"),
})
export type NewAccount = z.infer<typeof newAccount>

export const profilePatch = z
  .strictObject({
    name: nameField,
    timeZone: timeZoneField,
    level: z.enum(levels, 'Choose L6 or L7.'),
    weeklyHours: z.coerce
      .number('Write the hours as a number.')
      .int('Write whole hours.')
      .min(1, 'At least 1 hour a week.')
      .max(80, 'At most 80 hours a week.'),
    startDate: dateField,
    interviewDate: dateField,
    extraTimePercent: z.coerce
      .number('Write the extra time as a number of percent.')
      .int('Write whole percent.')
      .min(0, 'Extra time cannot be negative.')
      .max(200, 'At most 200 percent of extra time.'),
    theme: z.union([
      z.literal('').transform(() => null),
      z.null(),
      z.enum(['light', 'dark'], 'Choose light, dark, or the system.'),
    ]),
  })
  .partial()

/** One message for each wrong field; under '' what concerns the whole form. */
export type FieldErrors = Readonly<Record<string, string>>

/** The first message of each field, in the order of the form. */
export function fieldErrors(error: z.ZodError): FieldErrors {
  const first = new Map<string, string>()
  for (const { path, message } of error.issues) {
    const field = path.map(String).join('.')
    if (!first.has(field)) first.set(field, message)
  }
  return Object.fromEntries(first)
}
