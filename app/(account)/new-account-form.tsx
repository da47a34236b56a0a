'use client'

import { TextField } from '#components/ui/field.tsx'
import { createOwnerAction, signUpAction } from './actions.ts'
import { FormFrame, PasswordField, TimeZoneOfBrowser } from './form-frame.tsx'

/** Name, e-mail and password for a new account: the owner's (with the code when it is needed) or a member's (with the invitation). */
export function NewAccountForm({
  owner = false,
  asksCode = false,
  invitation = '',
  passwordRule,
}: {
  owner?: boolean
  asksCode?: boolean
  invitation?: string
  passwordRule: string
}) {
  return (
    <FormFrame
      action={owner ? createOwnerAction : signUpAction}
      submit={owner ? 'Create the owner account' : 'Create the account'}
    >
      {({ errors, values }, id) => (
        <>
          {asksCode ? (
            <TextField
              id={id('code')}
              label="Code"
              name="code"
              required
              autoComplete="off"
              hint="Printed where the server was started, and kept in the file owner-code of its data folder."
              error={errors.code}
            />
          ) : null}
          <TextField
            id={id('name')}
            label="Name"
            name="name"
            required
            autoComplete="name"
            defaultValue={values.name}
            error={errors.name}
          />
          <TextField
            id={id('email')}
            label="E-mail"
            name="email"
            type="email"
            required
            autoComplete="username"
            hint="To sign in with. Nothing is ever sent to it."
            defaultValue={values.email}
            error={errors.email}
          />
          <PasswordField
            id={id('password')}
            label="Password"
            name="password"
            required
            autoComplete="new-password"
            hint={passwordRule}
            error={errors.password}
          />
          {invitation === '' ? null : <input type="hidden" name="invitation" value={invitation} />}
          <TimeZoneOfBrowser />
        </>
      )}
    </FormFrame>
  )
}
