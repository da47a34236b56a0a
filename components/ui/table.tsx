import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { Scrolls } from './scrolls.tsx'

type Column = { readonly title: string; readonly right?: boolean }

/** The head of a table: what stands in each column. `wideOnly`: on a phone each row says it itself. */
export function TableHead({ columns, wideOnly = false }: { columns: readonly Column[]; wideOnly?: boolean }) {
  return (
    <thead className={clsx('text-left text-xs text-faint', wideOnly && 'max-sm:hidden')}>
      <tr className="border-b border-line">
        {columns.map(({ title, right }) => (
          <th key={title} scope="col" className={clsx('py-1.5 pr-4 font-medium last:pr-0', right ? 'text-right' : '')}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** A table that scrolls sideways where it does not fit; it can be reached and moved by keyboard. */
export function ScrollingTable({ label, minWidth, children }: { label: string; minWidth: string; children: ReactNode }) {
  return (
    <Scrolls label={label} className="relative overflow-x-auto">
      <table className={clsx('w-full text-sm', minWidth)}>{children}</table>
    </Scrolls>
  )
}
