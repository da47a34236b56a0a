import { clsx } from 'clsx'
import type { ReactNode } from 'react'

const tones = {
  plain: 'bg-sunken text-quiet',
  accent: 'bg-accent-wash text-accent',
  good: 'bg-good-wash text-good',
  attention: 'bg-attention-wash text-attention',
  bad: 'bg-bad-wash text-bad',
  info: 'bg-info-wash text-info',
} as const

export type TagTone = keyof typeof tones

/** A word that marks something. */
export function Tag({ tone = 'plain', children, className }: { tone?: TagTone; children: ReactNode; className?: string }) {
  return (
    <span
      className={clsx(
        'inline-flex items-center gap-1 rounded-sm px-1.5 py-0.5 text-xs font-medium whitespace-nowrap',
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  )
}

/** A bar that shows a share, with the numbers beside it in words. */
export function Meter({
  value,
  of,
  label,
  tone = 'accent',
}: {
  value: number
  of: number
  label: string
  tone?: 'accent' | 'quiet'
}) {
  const share = of > 0 ? Math.min(1, Math.max(0, value / of)) : 0
  return (
    <svg
      role="img"
      aria-label={`${label}: ${value} of ${of}`}
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      className="block h-1.5 w-full overflow-hidden rounded-full"
    >
      <rect width="100" height="6" className="fill-sunken" />
      <rect width={share * 100} height="6" className={tone === 'accent' ? 'fill-accent' : 'fill-strong'} />
    </svg>
  )
}
