'use client'

import { SelectField, TextField } from '#components/ui/field.tsx'
import { changePasswordAction, deleteAccountAction, signOutEverywhereAction, updateProfileAction } from '../actions.ts'
import { FormFrame, PasswordField } from '../form-frame.tsx'

export type Profile = {
  readonly name: string
  readonly timeZone: string
  readonly level: string
  readonly weeklyHours: number
  readonly startDate: string | null
  readonly interviewDate: string | null
  readonly extraTimePercent: number
  readonly theme: string | null
}

export function ProfileForm({ profile, timeZones }: { profile: Profile; timeZones: readonly string[] }) {
  return (
    <FormFrame action={updateProfileAction} submit="Save the settings">
      {({ errors, values }, id) => {
        const text = (name: keyof Profile) => ({
          id: id(name),
          name,
          defaultValue: values[name] ?? String(profile[name] ?? ''),
          error: errors[name],
        })
        // A select keeps its first value through React's reset of a sent form; a new key shows the one that was saved.
        const select = (name: keyof Profile) => ({ ...text(name), key: `${name}-${values[name] ?? profile[name] ?? ''}` })
        const { key: levelKey, ...level } = select('level')
        const { key: zoneKey, ...zone } = select('timeZone')
        const { key: themeKey, ...theme } = select('theme')
        return (
          <>
            <TextField label="Name" required autoComplete="name" {...text('name')} />
            <SelectField key={levelKey} label="The bar you aim at" {...level}>
              <option value="L6">L6, senior</option>
              <option value="L7">L7, principal</option>
            </SelectField>
            <TextField label="Hours a week" type="number" min={1} max={80} inputMode="numeric" {...text('weeklyHours')} />
            <TextField
              label="First day of the plan"
              type="date"
              hint="Leave it empty to count back from the interview."
              {...text('startDate')}
            />
            <TextField label="Day of the interview" type="date" hint="If you know it." {...text('interviewDate')} />
            <SelectField key={zoneKey} label="Time zone" hint="Decides when a day begins." {...zone}>
              {timeZones.map(name => (
                <option key={name}>{name}</option>
              ))}
            </SelectField>
            <TextField
              label="Extra time in timed drills, in percent"
              type="number"
              min={0}
              max={200}
              inputMode="numeric"
              hint="An accommodation: 25 turns sixty minutes into seventy-five. It holds for drills started from now on."
              {...text('extraTimePercent')}
            />
            <SelectField key={themeKey} label="Appearance" {...theme}>
              <option value="">As the system</option>
              <option value="light">Light</option>
              <option value="dark">Dark</option>
            </SelectField>
          </>
        )
      }}
    </FormFrame>
  )
}

export function PasswordForm({ email, passwordRule }: { email: string; passwordRule: string }) {
  return (
    <FormFrame action={changePasswordAction} submit="Change the password">
      {({ errors }, id) => (
        <>
          <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
          <PasswordField
            id={id('current')}
            label="The password you have"
            name="current"
            required
            autoComplete="current-password"
            error={errors.current}
          />
          <PasswordField
            id={id('next')}
            label="The new one"
            name="next"
            required
            autoComplete="new-password"
            hint={passwordRule}
            error={errors.next}
          />
        </>
      )}
    </FormFrame>
  )
}

export function SignOutEverywhereForm() {
  return (
    <FormFrame action={signOutEverywhereAction} submit="Sign out everywhere else" danger>
      {() => <p className="text-sm text-quiet">Every other browser has to sign in again. This one stays.</p>}
    </FormFrame>
  )
}

/** Whoever has no password here confirms with the e-mail address. */
export function DeleteAccountForm({ email, withPassword }: { email: string; withPassword: boolean }) {
  return (
    <FormFrame action={deleteAccountAction} submit="Delete my account and everything in it" danger>
      {({ errors, values }, id) => (
        <>
          <p className="text-sm text-quiet">
            Your settings, lessons, attempts, scores and notes are deleted from this server for good. Download them first if you
            may want them again. Backups made before still hold them, and a browser may hold a draft that it could not send.
          </p>
          {withPassword ? (
            <>
              <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
              <PasswordField
                id={id('password')}
                label="Your password"
                name="password"
                required
                autoComplete="current-password"
                error={errors.password}
              />
            </>
          ) : (
            <TextField
              id={id('email')}
              label="Your e-mail address, to confirm"
              name="email"
              required
              autoComplete="off"
              defaultValue={values.email}
              error={errors.email}
            />
          )}
          <div className="flex flex-col gap-1">
            <label htmlFor={id('confirmed')} className="flex items-start gap-2 text-sm">
              <input
                id={id('confirmed')}
                type="checkbox"
                name="confirmed"
                value="yes"
                required
                className="mt-1"
                aria-invalid={errors.confirmed ? true : undefined}
                aria-describedby={errors.confirmed ? id('confirmed-error') : undefined}
              />
              I understand that this cannot be undone.
            </label>
            {errors.confirmed ? (
              <p id={id('confirmed-error')} className="text-xs text-bad">
                {errors.confirmed}
              </p>
            ) : null}
          </div>
        </>
      )}
    </FormFrame>
  )
}
