import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml'
import { formatPath, type Place, type Problem } from '../problem.ts'

/** A YAML file that was read: its value, and where each part of it stands. */
export type YamlDocument = {
  readonly file: string
  readonly value: unknown
  /** The place of a path; of the nearest part that exists when the path itself does not. */
  readonly at: (path: readonly PropertyKey[], part?: 'value' | 'key') => Place
}

export type ReadYaml =
  | { readonly ok: true; readonly document: YamlDocument }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** One file may be this long; a longer one is refused by name before it is parsed. */
const yamlBytes = 1_000_000

const mends: Record<string, string> = {
  DUPLICATE_KEY: 'keep one of the two keys',
  TAB_AS_INDENT: 'indent with spaces',
  BAD_INDENT: 'align the line with the ones beside it',
  MISSING_CHAR: 'close the bracket or the quotation mark',
  MULTIPLE_DOCS: 'keep one document in the file: remove the "---" line',
}

/**
 * Reads one YAML document. Never throws: syntax errors, duplicate keys, aliases and custom tags come back as problems, all of them at
 * once. `firstLine` is the line of the file on which `text` begins (front matter begins on line 2); `most` is how long it may be.
 */
export function readYaml(file: string, text: string, firstLine = 1, most = yamlBytes): ReadYaml {
  const lines = new LineCounter()
  const placeAt = (offset: number, path = ''): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, path, line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) }
  }
  if (text.length > most) {
    const message = `is ${text.length} characters long; such a file may have ${most}`
    return {
      ok: false,
      problems: [{ rule: 'yaml', file, path: '', line: firstLine, column: 1, message, mend: 'split the file' }],
    }
  }
  const parsed = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2', merge: false })
  const problems: Problem[] = [...parsed.errors, ...parsed.warnings].map(error => ({
    rule: 'yaml',
    ...placeAt(error.pos[0]),
    message: `is not valid YAML: ${lowerFirst(error.message)}`,
    mend: mends[error.code] ?? 'correct the YAML on this line',
  }))
  visit(parsed, {
    Alias(_, node) {
      problems.push({
        rule: 'yaml',
        ...placeAt(node.range?.[0] ?? 0),
        message: `uses the alias *${node.source}; content is read without aliases, so that each line means what it says`,
        mend: 'write the value out',
      })
    },
  })
  if (problems.length > 0) return { ok: false, problems }
  const root = parsed.contents
  return {
    ok: true,
    document: { file, value: parsed.toJS(), at: (path, part = 'value') => placeAt(offsetOf(root, path, part), formatPath(path)) },
  }
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

function offsetOf(root: Node | null, path: readonly PropertyKey[], part: 'value' | 'key'): number {
  let node: unknown = root
  let offset = root?.range?.[0] ?? 0
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find(item => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key))
      if (!pair) return offset
      offset = rangeStart(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      const item: unknown = typeof key === 'number' ? node.items[key] : undefined
      if (item === undefined) return offset
      offset = rangeStart(item) ?? offset
      node = item
    } else return offset
  }
  // A scalar is shown where its value stands, a mapping or a list where its key does.
  return part === 'value' && isScalar(node) ? (rangeStart(node) ?? offset) : offset
}

function rangeStart(node: unknown): number | undefined {
  if (isScalar(node) || isMap(node) || isSeq(node)) return node.range?.[0]
  return undefined
}
