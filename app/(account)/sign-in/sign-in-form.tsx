'use client'

import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { signInAction } from '../actions.ts'
import { FormFrame, PasswordField } from '../form-frame.tsx'

export function SignInForm({ next }: { next: string }) {
  return (
    <FormFrame action={signInAction} submit="Sign in">
      {({ errors, values }, id) => (
        <>
          <TextField
            id={id('email')}
            label="E-mail"
            name="email"
            type="email"
            required
            autoComplete="username"
            defaultValue={values.email}
            error={errors.email}
          />
          <PasswordField
            id={id('password')}
            label="Password"
            name="password"
            required
            autoComplete="current-password"
            error={errors.password}
          />
          <input type="hidden" name="next" value={next} />
        </>
      )}
    </FormFrame>
  )
}

/** Goes to the OpenID provider. Its library is loaded when it is needed. */
export function OpenIdButton({ name, next }: { name: string; next: string }) {
  const go = async () => {
    const { signIn } = await import('next-auth/react')
    await signIn('openid', { callbackUrl: next })
  }
  return <Button onClick={go}>Sign in with {name}</Button>
}
