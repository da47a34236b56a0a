import { evaluateWorksheet } from '#engine/worksheet/worksheet.ts'
import { Scrolls } from '../ui/scrolls.tsx'
import { LiveWorksheet } from './live-worksheet.tsx'

/**
 * A worksheet in a lesson: lines and answers, worked out on the server, and the editor in their place when it comes near the window.
 */
export function WorksheetPart({ id, title, source }: { id: string; title: string; source: string }) {
  const text = source.trim()
  const lines = text.split('\n')
  const sheet = evaluateWorksheet(text)
  return (
    <section className="worksheet-part" aria-labelledby={`worksheet-${id}`}>
      <p className="worksheet-title" id={`worksheet-${id}`}>
        <span className="check-mark">Worksheet</span> {title}
      </p>
      <LiveWorksheet title={title} source={text}>
        <Scrolls>
          <table className="worksheet-lines">
            <thead className="sr-only">
              <tr>
                <th>Line</th>
                <th>Answer</th>
              </tr>
            </thead>
            <tbody>
              {sheet.lines.map(line => (
                <tr key={line.line}>
                  <td className="num">
                    <Line text={lines[line.line - 1] ?? ''} />
                  </td>
                  <td className="num answer">{line.text ?? line.error?.message ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolls>
      </LiveWorksheet>
    </section>
  )
}

/** A line with its comment set quieter. */
function Line({ text }: { text: string }) {
  const [, code = '', comment] = /^([^#]*)(#.*)?$/.exec(text) ?? []
  return (
    <>
      {code.trimEnd()}
      {comment ? <span className="comment"> {comment}</span> : null}
    </>
  )
}
