import { clsx } from 'clsx'
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

const tones = {
  good: { box: 'bg-good-wash', ink: 'text-good', Icon: CircleCheck },
  attention: { box: 'bg-attention-wash', ink: 'text-attention', Icon: TriangleAlert },
  bad: { box: 'bg-bad-wash', ink: 'text-bad', Icon: CircleAlert },
  info: { box: 'bg-info-wash', ink: 'text-info', Icon: Info },
} as const

export type Tone = keyof typeof tones

/** A message in its place. Bad news is announced at once, the rest politely. */
export function Notice({
  tone = 'info',
  title,
  children,
  className,
}: {
  tone?: Tone
  title?: ReactNode
  children?: ReactNode
  className?: string
}) {
  const { box, ink, Icon } = tones[tone]
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={clsx('flex gap-2.5 rounded-md px-3.5 py-2.5 text-sm', box, className)}
    >
      <Icon aria-hidden className={clsx('mt-0.5 size-4 shrink-0', ink)} />
      <div className="min-w-0">
        {title ? <p className={clsx('font-semibold', ink)}>{title}</p> : null}
        {children ? <div className="text-ink">{children}</div> : null}
      </div>
    </div>
  )
}
