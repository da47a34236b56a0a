/** `left` and `right` are the numbers of the line in the two texts, from 1; null where it does not stand. */
export type Line = {
  readonly side: 'both' | 'left' | 'right'
  readonly text: string
  readonly left: number | null
  readonly right: number | null
}

/**
 * Two texts line by line: the longest common subsequence of their lines stands in both, the rest in one (the table method of Wagner and Fischer,
 * 1974). A worksheet has at most 500 lines, so the table stays small.
 */
export function linesBetween(left: string, right: string): readonly Line[] {
  const [a, b] = [toLines(left), toLines(right)]
  const width = b.length + 1
  const longest = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const lines: Line[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [mine, theirs] = [a[i], b[j]]
    if (mine !== undefined && mine === theirs) {
      lines.push({ side: 'both', text: mine, left: i + 1, right: j + 1 })
      i += 1
      j += 1
    } else if (mine !== undefined && (theirs === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ side: 'left', text: mine, left: i + 1, right: null })
      i += 1
    } else {
      lines.push({ side: 'right', text: theirs ?? '', left: null, right: j + 1 })
      j += 1
    }
  }
  return lines
}

/** Without the empty end that a last line break leaves, and without trailing blanks. */
const toLines = (text: string) =>
  text.trim() === ''
    ? []
    : text
        .trimEnd()
        .split('\n')
        .map(line => line.trimEnd())
