import { autocompletion, type CompletionContext, closeCompletion, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { type Diagnostic, setDiagnostics } from '@codemirror/lint'
import { Compartment, EditorState, type Extension, type Range, StateEffect, StateField, type Text } from '@codemirror/state'
import { Decoration, type DecorationSet, drawSelection, EditorView, keymap, WidgetType } from '@codemirror/view'
import type { Quantity } from '#engine/quantity/quantity.ts'
import { evaluateWorksheet, formatValue, type Worksheet, type WorksheetError } from '#engine/worksheet/worksheet.ts'
import { completionsAt } from './completions.ts'
import { explainHover } from './explain-hover.ts'
import { markClass, marksOf } from './line-marks.ts'

type Given = Readonly<Record<string, Quantity>> | undefined

export type CodeEditorOptions = {
  readonly value: string
  readonly label: string
  readonly readOnly: boolean
  readonly minLines: number
  readonly given: Given
  readonly describedBy: string
  readonly onChange: (value: string) => void
  /** The selection to start with, as offsets into the value. */
  readonly selection?: readonly [number, number]
}

export type CodeEditor = {
  readonly setValue: (value: string) => void
  readonly setGiven: (given: Given) => void
  readonly setReadOnly: (readOnly: boolean) => void
  /** Underlines what is wrong; the editor is told when the typing has paused. */
  readonly showProblems: (errors: readonly WorksheetError[], warnings: readonly WorksheetError[]) => void
  readonly goTo: (line: number, column: number) => void
  readonly focus: () => void
  readonly destroy: () => void
}

class AnswerWidget extends WidgetType {
  readonly text: string

  constructor(text: string) {
    super()
    this.text = text
  }

  override eq(other: AnswerWidget): boolean {
    return other.text === this.text
  }

  override toDOM(): HTMLElement {
    const element = document.createElement('span')
    element.className = 'ws-answer num font-semibold text-ink'
    // The same answers stand in a list beside the editor, where they can be read in order.
    element.setAttribute('aria-hidden', 'true')
    element.textContent = this.text
    return element
  }
}

type SheetState = { readonly given: Given; readonly sheet: Worksheet; readonly decorations: DecorationSet }

const giveEffect = StateEffect.define<Given>()

const marks = Object.fromEntries(Object.entries(markClass).map(([kind, name]) => [kind, Decoration.mark({ class: name })]))

function decorate(doc: Text, sheet: Worksheet): DecorationSet {
  const ranges: Range<Decoration>[] = []
  const isName = (word: string) => sheet.values.has(word)
  for (const line of sheet.lines) {
    if (line.line > doc.lines) break
    const { from, to, text } = doc.line(line.line)
    for (const mark of marksOf(text, isName)) {
      const decoration = marks[mark.kind]
      if (decoration) ranges.push(decoration.range(from + mark.from, from + mark.to))
    }
    if (line.text !== undefined) ranges.push(Decoration.widget({ widget: new AnswerWidget(line.text), side: 1 }).range(to))
  }
  return Decoration.set(ranges, true)
}

function compute(doc: Text, given: Given): SheetState {
  const sheet = evaluateWorksheet(doc.toString(), given ? { given } : {})
  return { given, sheet, decorations: decorate(doc, sheet) }
}

const sheetField = StateField.define<SheetState>({
  create: state => compute(state.doc, undefined),
  update: (value, transaction) => {
    const effect = transaction.effects.find(e => e.is(giveEffect))
    if (!transaction.docChanged && !effect) return value
    return compute(transaction.newDoc, effect ? effect.value : value.given)
  },
  provide: field => EditorView.decorations.from(field, value => value.decorations),
})

function complete(context: CompletionContext) {
  const line = context.state.doc.lineAt(context.pos)
  const { values } = context.state.field(sheetField).sheet
  const names = [...values].map(([name, value]) => [name, formatValue(value)] as const)
  const found = completionsAt(line.text.slice(0, context.pos - line.from), names)
  if (!found) return null
  const types = { name: 'variable', function: 'function', unit: 'constant' } as const
  return {
    from: line.from + found.from,
    options: found.options.map(({ label, kind, detail }) => ({ label, detail, type: types[kind] })),
    filter: false,
  }
}

const theme = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: 'var(--ink)', fontSize: '0.9rem' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono), ui-monospace, monospace', lineHeight: '1.5rem' },
  '.cm-content': { padding: '0.5rem 0', caretColor: 'var(--ink)' },
  // An answer that does not fit beside its line takes a row of its own, not a part of the next line.
  '.cm-line': { padding: '0 0.75rem', display: 'flow-root' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--accent-wash)',
  },
  '.ws-answer': { float: 'right', paddingLeft: '1.5rem', userSelect: 'none', pointerEvents: 'none' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--bad)', textUnderlineOffset: '0.25em' },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline dotted var(--attention)',
    textUnderlineOffset: '0.25em',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
    border: '1px solid var(--line)',
    borderRadius: '6px',
    fontFamily: 'var(--font-sans, sans-serif)',
    fontSize: '0.85rem',
    maxWidth: 'min(26rem, 90vw)',
  },
  '.cm-diagnostic': { padding: '0.4rem 0.6rem', borderLeftWidth: '3px' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--bad)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--attention)' },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-mono, monospace)', maxHeight: '14rem' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '0.2rem 0.5rem' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--accent-wash)', color: 'var(--ink)' },
  '.cm-completionDetail': { color: 'var(--faint)', fontStyle: 'normal', marginLeft: '1rem' },
})

function toDiagnostic(doc: Text, error: WorksheetError, severity: 'error' | 'warning'): Diagnostic | null {
  if (error.line > doc.lines) return null
  const line = doc.line(error.line)
  const from = Math.min(line.to, line.from + error.column - 1)
  const to = Math.min(line.to, line.from + error.endColumn - 1)
  return {
    from: to > from ? from : Math.max(line.from, from - 1),
    to,
    severity,
    message: error.mend ? `${error.message}. ${capital(error.mend)}` : error.message,
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * Puts the worksheet editor into an element. Tab is left to the browser, so that it moves the focus on; Enter takes a
 * completion and Escape closes the list.
 */
export function mountCodeEditor(parent: HTMLElement, options: CodeEditorOptions): CodeEditor {
  const writable = new Compartment()
  const writing = (readOnly: boolean): Extension => [
    EditorState.readOnly.of(readOnly),
    EditorView.editable.of(!readOnly),
    // What cannot be edited must still be reachable, to be read and copied.
    EditorView.contentAttributes.of(readOnly ? { tabindex: '0', 'aria-readonly': 'true' } : {}),
  ]
  let quiet = false
  let shown = '[]'
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: options.value,
      ...(options.selection && { selection: { anchor: options.selection[0], head: options.selection[1] } }),
      extensions: [
        sheetField.init(state => compute(state.doc, options.given)),
        history(),
        drawSelection(),
        keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        autocompletion({ override: [complete], icons: false, aboveCursor: false }),
        explainHover(target => target.state.field(sheetField)),
        EditorView.lineWrapping,
        EditorView.domEventHandlers({ blur: (_event, target) => void closeCompletion(target) }),
        EditorView.contentAttributes.of({
          'aria-label': options.label,
          'aria-describedby': options.describedBy,
          autocapitalize: 'off',
          autocorrect: 'off',
          spellcheck: 'false',
        }),
        theme,
        EditorView.theme({ '.cm-content': { minHeight: `calc(${options.minLines * 1.5}rem + 1rem)` } }),
        writable.of(writing(options.readOnly)),
        EditorView.updateListener.of(update => {
          if (update.docChanged && !quiet) options.onChange(update.state.doc.toString())
        }),
      ],
    }),
  })
  return {
    setValue: value => {
      if (value === view.state.doc.toString()) return
      quiet = true
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } })
      quiet = false
    },
    setGiven: given => view.dispatch({ effects: giveEffect.of(given) }),
    setReadOnly: readOnly => view.dispatch({ effects: writable.reconfigure(writing(readOnly)) }),
    showProblems: (errors, warnings) => {
      const { doc } = view.state
      const found = [...errors.map(e => toDiagnostic(doc, e, 'error')), ...warnings.map(w => toDiagnostic(doc, w, 'warning'))]
      // Setting the same again would close a message that is being read.
      const key = JSON.stringify(found)
      if (key === shown) return
      shown = key
      view.dispatch(
        setDiagnostics(
          view.state,
          found.filter(diagnostic => diagnostic !== null),
        ),
      )
    },
    goTo: (line, column) => {
      const target = view.state.doc.line(Math.min(view.state.doc.lines, Math.max(1, line)))
      view.dispatch({ selection: { anchor: Math.min(target.to, target.from + column - 1) }, scrollIntoView: true })
      view.focus()
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  }
}
