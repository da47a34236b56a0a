import { clsx } from 'clsx'
import type { ComparedField, ComparedList, ComparedPart, ComparedRecord, Standing } from '#engine/design/compare-submissions.ts'
import type { Line } from '#engine/design/line-difference.ts'
import { Tag, type TagTone } from '../ui/tag.tsx'
import { partTitles, toLabel } from './submission-view.tsx'

type Names = { readonly left: string; readonly right: string }

const tone: Readonly<Record<Standing, TagTone>> = { same: 'plain', differs: 'attention', left: 'info', right: 'info' }
const words = (standing: Standing, { left, right }: Names) =>
  ({ same: 'the same', differs: 'differs', left: `only ${left}`, right: `only ${right}` })[standing]

/** Two submissions part by part, side by side; one above the other on a phone. What differs is marked by a sign and a wash. */
export function ComparedParts({ parts, names }: { parts: readonly ComparedPart[]; names: Names }) {
  if (parts.length === 0) return <p className="text-sm text-quiet">Nothing was written on either side.</p>
  return (
    <div className="flex flex-col gap-8">
      {parts.map(({ part, standing, lists, lines }) => (
        <section key={part} id={`part-${part}`}>
          <h3 className="mb-2 flex items-center gap-2 border-b border-line pb-1 text-sm font-semibold">
            {partTitles[part] ?? part}
            <Tag tone={tone[standing]}>{words(standing, names)}</Tag>
          </h3>
          {part === 'worksheet' ? <Lines lines={lines} names={names} /> : null}
          {lists.map(list => (
            <List key={list.name} list={list} names={names} />
          ))}
        </section>
      ))}
    </div>
  )
}

/** The first thing that a record says of itself. */
const titleOf = ({ fields }: ComparedRecord) => fields[0]?.left || fields[0]?.right || ''

function List({ list, names }: { list: ComparedList; names: Names }) {
  const differing = list.records.filter(({ standing }) => standing !== 'same')
  const alike = list.records.filter(({ standing }) => standing === 'same')
  return (
    <div className="mb-3">
      {list.name === '' ? null : (
        <h4 className="mb-1 text-xs font-medium text-quiet">{toLabel(list.name.replaceAll('.', ' '))}</h4>
      )}
      <ol className="flex flex-col gap-2">
        {differing.map(record => (
          <Pair key={JSON.stringify(record.fields)} record={record} names={names} />
        ))}
      </ol>
      {alike.length > 0 ? (
        <p className="mt-1.5 text-xs text-faint">
          {alike.length} the same{alike.some(r => titleOf(r) !== '') ? `: ${alike.map(titleOf).filter(Boolean).join(', ')}` : ''}
        </p>
      ) : null}
    </div>
  )
}

function Pair({ record, names }: { record: ComparedRecord; names: Names }) {
  return (
    <li className="grid gap-x-6 gap-y-2 rounded-sm border-l-2 border-line pl-2.5 md:grid-cols-2">
      <Side side="left" record={record} name={names.left} />
      <Side side="right" record={record} name={names.right} />
    </li>
  )
}

function Side({ side, record, name }: { side: 'left' | 'right'; record: ComparedRecord; name: string }) {
  const said = record.fields.filter(field => field[side] !== '')
  return (
    <div className="min-w-0">
      <p className="text-xs text-faint md:sr-only">{name}</p>
      {said.length === 0 ? (
        <p className="text-sm text-faint italic">not there</p>
      ) : (
        <dl className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm">
          {said.map(field => (
            <Field key={field.name} field={field} text={field[side]} paired={record.standing === 'differs'} />
          ))}
        </dl>
      )}
    </div>
  )
}

function Field({ field, text, paired }: { field: ComparedField; text: string; paired: boolean }) {
  const differs = paired && !field.same
  return (
    <div
      className={clsx('min-w-0', text.length > 60 ? 'w-full' : 'flex gap-1.5', differs && 'rounded-sm bg-attention-wash px-1')}
    >
      <dt className={clsx('shrink-0', differs ? 'text-attention' : 'text-faint')}>
        {differs ? (
          <>
            <span aria-hidden>≠ </span>
            <span className="sr-only">differs: </span>
          </>
        ) : null}
        {field.name
          .split('.')
          .map(toLabel)
          .join(', ')
          .toLowerCase()
          .replace(/^./, c => c.toUpperCase())}
      </dt>
      <dd className="min-w-0 break-words whitespace-pre-wrap">{text}</dd>
    </div>
  )
}

function Lines({ lines, names }: { lines: readonly Line[]; names: Names }) {
  const signs = { both: ' ', left: '−', right: '+' } as const
  return (
    <>
      <p className="mb-1 text-xs text-faint">
        − {names.left}, + {names.right}
      </p>
      <pre className="num overflow-x-auto rounded-md bg-sunken py-2 text-xs leading-relaxed">
        {lines.map(({ side, text, left, right }) => (
          <span
            key={`${left} ${right}`}
            className={clsx('block px-3', side === 'left' && 'bg-bad-wash', side === 'right' && 'bg-good-wash')}
          >
            {signs[side]} {text}
          </span>
        ))}
      </pre>
    </>
  )
}
