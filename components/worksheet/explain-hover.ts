import type { Extension } from '@codemirror/state'
import { type EditorView, hoverTooltip } from '@codemirror/view'
import type { Quantity } from '#engine/quantity/quantity.ts'
import type { Worksheet } from '#engine/worksheet/worksheet.ts'

type Known = { readonly given: Readonly<Record<string, Quantity>> | undefined; readonly sheet: Worksheet }

const word = /[\p{L}_][\p{L}\p{N}_]*/gu

/** Where the name under a position begins and ends in its line; null when none that has a value is there. */
export function nameAt(
  text: string,
  offset: number,
  isName: (name: string) => boolean,
): { from: number; to: number; name: string } | null {
  for (const match of text.matchAll(word)) {
    const from = match.index
    const to = from + match[0].length
    if (from <= offset && offset <= to && isName(match[0])) return { from, to, name: match[0] }
  }
  return null
}

const row = (text: string, className: string) => {
  const line = document.createElement('p')
  line.className = className
  line.textContent = text
  return line
}

/** Shows how a name comes about when it is hovered: its line, the numbers put in, the units, what it gives. Loaded with the first hover. */
export const explainHover = (known: (view: EditorView) => Known): Extension =>
  hoverTooltip(
    async (view, pos) => {
      const { given, sheet } = known(view)
      const line = view.state.doc.lineAt(pos)
      const found = nameAt(line.text.split('#')[0] ?? '', pos - line.from, name => sheet.values.has(name))
      if (!found) return null
      const { explain } = await import('#engine/worksheet/explain.ts')
      const explanation = explain(view.state.doc.toString(), found.name, given ? { given } : {})
      const step = explanation?.steps.at(-1)
      if (!explanation || !step) return null
      return {
        pos: line.from + found.from,
        end: line.from + found.to,
        create: () => {
          const dom = document.createElement('div')
          dom.className = 'num max-w-96 px-2.5 py-1.5 text-xs'
          dom.append(row(`${found.name} = ${step.formula}`, 'break-words'))
          if (step.substituted !== step.formula) dom.append(row(`= ${step.substituted}`, 'break-words text-quiet'))
          if (step.units !== '') dom.append(row(step.units, 'break-words text-faint'))
          dom.append(row(`= ${explanation.text}`, 'font-semibold'))
          const [most] = explanation.moves
          if (most) dom.append(row(`moved most by ${most.name ?? most.text}`, 'text-quiet'))
          return { dom }
        },
      }
    },
    { hoverTime: 350 },
  )
