/** The place of a value between the smallest and the largest of its table, on a log scale; a range is a longer stroke. */
export function LogBar({ from, to, low, high }: { from: number; to: number; low: number; high: number }) {
  const at = (value: number) => (high > low ? (Math.log(value / low) / Math.log(high / low)) * 96 : 0)
  const [start, end] = [at(from), at(to)]
  const range = end > start
  return (
    <svg aria-hidden viewBox="0 0 100 8" preserveAspectRatio="none" className="block h-2 w-full min-w-16">
      <rect width="100" height="8" className="fill-sunken" />
      <rect
        x={range ? start : 0}
        width={(range ? end - start : start) + 4}
        height="8"
        className={range ? 'fill-data-5' : 'fill-data-1'}
      />
    </svg>
  )
}
