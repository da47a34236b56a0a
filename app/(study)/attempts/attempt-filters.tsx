import { bandWords } from '#components/review/score-view.tsx'
import { Button, LinkButton } from '#components/ui/button.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import type { AttemptFilter } from '#server/attempts/attempt-filter.ts'

type Props = { filter: AttemptFilter; drills: readonly { readonly slug: string; readonly title: string }[] }

const fields = [
  { name: 'mode', label: 'Mode', options: ['practice', 'drill', 'mock'].map(mode => [mode, mode] as const) },
  { name: 'level', label: 'Level', options: ['L6', 'L7'].map(level => [level, level] as const) },
  {
    name: 'band',
    label: 'Band',
    options: (['above', 'at', 'near', 'below'] as const).map(band => [band, bandWords[band]] as const),
  },
] as const

/** Narrows the list; it stands in the address, so that a list can be kept and sent. */
export function AttemptFilters({ filter, drills }: Props) {
  const set = Object.values(filter).some(value => value !== undefined)
  return (
    <search aria-label="Narrow the list" className="print:hidden">
      <form action="/attempts" className="mb-5 grid grid-cols-2 items-end gap-3 sm:grid-cols-3">
        <div className="col-span-2 sm:col-span-1">
          <SelectField label="Drill" name="drill" defaultValue={filter.drill ?? ''} key={`drill ${filter.drill}`}>
            <option value="">all</option>
            {drills.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {title}
              </option>
            ))}
          </SelectField>
        </div>
        {fields.map(({ name, label, options }) => (
          <div key={name}>
            <SelectField label={label} name={name} defaultValue={filter[name] ?? ''} key={`${name} ${filter[name]}`}>
              <option value="">all</option>
              {options.map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </SelectField>
          </div>
        ))}
        <div>
          <TextField label="Since" name="since" type="date" defaultValue={filter.since ?? ''} key={`since ${filter.since}`} />
        </div>
        <div className="col-span-2 flex gap-2 sm:col-span-1">
          <Button type="submit">Show</Button>
          {set ? (
            <LinkButton href="/attempts" variant="quiet">
              Show all
            </LinkButton>
          ) : null}
        </div>
      </form>
    </search>
  )
}
