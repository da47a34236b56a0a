import type { Chooser } from '#engine/reference/chooser.ts'
import { ScrollingTable, TableHead } from '../ui/table.tsx'
import { LessonLink, type LessonLinks } from './lesson-link.tsx'

/** The whole decision as a table: the rows in their order, then each result with its reason. Needs no script. */
export function ChooserTable({ chooser, lessons }: { chooser: Chooser; lessons: LessonLinks }) {
  const { questions, rows, results } = chooser
  const answer = (question: Chooser['questions'][number], wanted: string | readonly string[] | undefined) =>
    wanted === undefined
      ? 'any'
      : [wanted]
          .flat()
          .map(id => question.options.find(option => option.id === id)?.text ?? id)
          .join('; or ')
  return (
    <>
      <ScrollingTable label="The rows of the table" minWidth="min-w-[40rem]">
        <TableHead columns={[{ title: '#' }, ...questions.map(({ ask }) => ({ title: ask })), { title: 'Then' }]} />
        <tbody className="divide-y divide-line align-top">
          {rows.map(({ when, choose }, index) => (
            <tr key={JSON.stringify(when)}>
              <td className="num py-1.5 pr-3 text-faint">{index + 1}</td>
              {questions.map(question => {
                const wanted = when[question.id]
                return (
                  <td key={question.id} className={`py-1.5 pr-4 ${wanted === undefined ? 'text-faint' : ''}`}>
                    {answer(question, wanted)}
                  </td>
                )
              })}
              <td className="py-1.5">
                <a href={`#${choose}`}>{results.find(({ id }) => id === choose)?.title}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
      <div className="mt-6 flex flex-col gap-4">
        {results.map(({ id, title, because, not, lesson }) => (
          <article key={id} id={id} className="target:rounded-md target:bg-accent-wash target:p-3">
            <h3 className="font-semibold">{title}</h3>
            <p className="mt-0.5 max-w-prose">{because}</p>
            <p className="mt-0.5 max-w-prose text-sm text-quiet">
              <span className="font-medium text-ink">When not.</span> {not} <LessonLink slug={lesson} lessons={lessons} />
            </p>
          </article>
        ))}
      </div>
    </>
  )
}
