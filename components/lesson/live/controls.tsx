import { clsx } from 'clsx'

/** A slider with its value in words; arrows move it by one place, Page Up and Page Down by ten. */
export function Slider({
  label,
  text,
  value,
  min = 0,
  max,
  onChange,
}: {
  label: string
  /** The value as it is read out. */
  text: string
  value: number
  min?: number
  max: number
  onChange: (value: number) => void
}) {
  return (
    <label className="grid grid-cols-[1fr_auto] items-baseline gap-x-3 text-sm">
      <span>{label}</span>
      <span className="num">{text}</span>
      <input
        type="range"
        min={min}
        max={max}
        value={value}
        aria-valuetext={text}
        onChange={event => onChange(Number(event.target.value))}
        className="col-span-2 w-full accent-accent"
      />
    </label>
  )
}

/** A choice that is on or off. */
export function Toggle({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="flex items-center gap-2 text-sm">
      <input type="checkbox" checked={on} onChange={event => onChange(event.target.checked)} className="accent-accent" />
      {label}
    </label>
  )
}

/** A number as a bar of a common scale, with its words. */
export function BarRow({
  label,
  text,
  share,
  tone = 'bg-data-1',
}: {
  label: string
  text: string
  share?: number | undefined
  tone?: string
}) {
  return (
    <tr className="border-t border-line">
      <th scope="row" className="py-1.5 pr-3 text-left font-normal">
        {label}
        {share === undefined ? null : (
          <div aria-hidden className="mt-1 h-1.5 rounded-full bg-line">
            <div
              className={clsx('h-full rounded-full', tone)}
              style={{ width: `${Math.max(share > 0 ? 0.5 : 0, share * 100)}%` }}
            />
          </div>
        )}
      </th>
      <td className="num py-1.5 text-right align-top whitespace-nowrap">{text}</td>
    </tr>
  )
}
