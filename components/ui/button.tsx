import { clsx } from 'clsx'
import Link from 'next/link'
import type { ComponentProps } from 'react'

const variants = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover border-transparent',
  secondary: 'bg-raised text-ink border-strong hover:bg-sunken',
  quiet: 'bg-transparent text-quiet border-transparent hover:bg-sunken hover:text-ink',
  danger: 'bg-raised text-bad border-bad hover:bg-bad-wash',
} as const

const sizes = { md: 'min-h-9 px-3.5 text-sm', sm: 'min-h-7 px-2 text-xs' } as const

export type ButtonLook = { readonly variant?: keyof typeof variants; readonly size?: keyof typeof sizes }

/** The classes of a button, for elements that are one by other means. */
export const buttonClass = ({ variant = 'secondary', size = 'md' }: ButtonLook = {}, className?: string) =>
  clsx(
    'inline-flex items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap transition-colors duration-100 disabled:opacity-55 disabled:cursor-not-allowed no-underline',
    variants[variant],
    sizes[size],
    className,
  )

/** The classes that make the button of a file input look like ours. */
export const fileButton =
  'file:mr-3 file:min-h-9 file:cursor-pointer file:rounded-md file:border file:border-solid file:border-strong file:bg-raised file:px-3.5 file:text-sm file:font-medium file:text-ink'

/** A button says what happens. `type` is "button" unless said, so that it never hands in a form by accident. */
export function Button({ variant, size, className, type = 'button', ...rest }: ComponentProps<'button'> & ButtonLook) {
  return (
    <button type={type} className={buttonClass({ variant: variant ?? 'secondary', size: size ?? 'md' }, className)} {...rest} />
  )
}

/** A link that looks like a button. */
export function LinkButton({ variant, size, className, ...rest }: ComponentProps<typeof Link> & ButtonLook) {
  return <Link className={buttonClass({ variant: variant ?? 'secondary', size: size ?? 'md' }, className)} {...rest} />
}
