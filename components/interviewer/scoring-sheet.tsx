import type { InterviewerPack } from '#engine/interview/pack.ts'
import { bands } from '#engine/rubric/scoring.ts'
import { Section } from '../ui/page.tsx'

/** The ten dimensions with what each level is expected to show, a box for each grade and room to write. To be filled in on paper. */
export function ScoringSheet({ sheet }: { sheet: InterviewerPack['sheet'] }) {
  return (
    <Section
      id="sheet"
      title="Scoring sheet"
      className="print:break-before-page"
      aside="For the level that the candidate aims at"
    >
      <p className="mb-3 max-w-prose text-sm text-quiet">
        One grade a dimension, of what was shown and not of what was meant. Leave out what never came up. The candidate enters the
        grades on the page of the attempt, under "A friend interviewed me".
      </p>
      <p className="num mb-3 text-sm">Candidate: ______________________ Interviewer: ______________________ Level: ____</p>
      <ol className="flex flex-col">
        {sheet.map(({ id, title, weights, expects }) => (
          <li
            key={id}
            className="grid gap-x-6 gap-y-2 border-t border-line py-3 md:grid-cols-[minmax(0,1fr)_auto] print:break-inside-avoid"
          >
            <div className="min-w-0">
              <h3 className="font-medium">{title}</h3>
              <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm">
                {(['L6', 'L7'] as const).map(level => (
                  <div key={level} className="contents">
                    <dt className="num whitespace-nowrap text-faint">
                      {level}, {weights[level]}%
                    </dt>
                    <dd className="text-quiet">{expects?.[level] ?? 'See the drill.'}</dd>
                  </div>
                ))}
              </dl>
            </div>
            <ul aria-label={`Grades for ${title}`} className="flex gap-x-4 text-sm whitespace-nowrap">
              {bands.map(band => (
                <li key={band} className="flex items-center gap-1.5">
                  <span aria-hidden className="inline-block size-3.5 rounded-sm border border-strong" />
                  {band}
                </li>
              ))}
            </ul>
            <div aria-hidden className="hidden h-14 rounded-sm border border-dashed border-strong md:col-span-2 print:block" />
          </li>
        ))}
      </ol>
    </Section>
  )
}
