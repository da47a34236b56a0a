/** A card as it travels between programs. */
export type TravellingCard = { readonly ask: string; readonly answer: string; readonly tags: readonly string[] }

export type ImportProblem = { readonly line: number; readonly message: string }

const HEADER = ['#separator:tab', '#html:false', '#columns:Front\tBack\tTags', '#tags column:3'] as const
const MOST_CARDS = 2000
const MOST_CHARACTERS = 500

/** A field on one line: what would end it is quoted, as Anki reads it. */
const field = (text: string) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Cards as a text that Anki imports: front, back and tags, separated by tabs. */
export function toAnki(cards: readonly TravellingCard[]): string {
  const lines = cards.map(({ ask, answer, tags }) =>
    [ask, answer, tags.map(tag => tag.replaceAll(/\s+/g, '-')).join(' ')].map(field).join('\t'),
  )
  return `${[...HEADER, ...lines].join('\n')}\n`
}

/**
 * Reads a text as Anki exports it: lines of front, back and tags with tabs, semicolons or commas between them as its header says (tabs without one).
 * Quoted fields may hold line ends. A line that is no card is reported with its number, and the others are read.
 */
export function fromAnki(text: string): {
  readonly cards: readonly TravellingCard[]
  readonly problems: readonly ImportProblem[]
} {
  const { separator, rows } = split(text)
  const cards: TravellingCard[] = []
  const problems: ImportProblem[] = []
  for (const { line, fields } of rows) {
    const [ask = '', answer = '', tags = ''] = fields.map(plain)
    if (ask === '' && answer === '') continue
    if (ask === '' || answer === '') {
      problems.push({
        line,
        message: `has no ${ask === '' ? 'front' : 'back'}; write front, ${separator === '\t' ? 'a tab' : `"${separator}"`}, back`,
      })
      continue
    }
    if (ask.length > MOST_CHARACTERS || answer.length > MOST_CHARACTERS) {
      problems.push({ line, message: `is longer than ${MOST_CHARACTERS} characters a side; make two cards of it` })
      continue
    }
    if (cards.length >= MOST_CARDS) {
      problems.push({ line, message: `is past the ${MOST_CARDS} cards that are read at once; import the rest separately` })
      break
    }
    cards.push({ ask, answer, tags: tags.split(/\s+/).filter(Boolean) })
  }
  return { cards, problems }
}

/** Marks of a text editor are not part of a card. */
const plain = (value: string) =>
  value
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim()

const separators: Readonly<Record<string, string>> = { tab: '\t', comma: ',', semicolon: ';', pipe: '|', colon: ':', space: ' ' }

type Row = { readonly line: number; readonly fields: readonly string[] }

function split(text: string): { readonly separator: string; readonly rows: readonly Row[] } {
  const clean = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const lines = clean.split('\n')
  const headers = lines.findIndex(line => !line.startsWith('#'))
  const named = /^#separator:(.*)$/m.exec(clean)?.[1]?.trim().toLowerCase() ?? 'tab'
  const separator = separators[named] ?? (named.length === 1 ? named : '\t')
  const rows: Row[] = []
  const from = headers < 0 ? lines.length : headers
  let line = from + 1
  let fields: string[] = []
  let current = ''
  let quoted = false
  let started = line
  const body = lines.slice(from).join('\n')
  const endRow = () => {
    fields.push(current)
    if (fields.some(value => value.trim() !== '')) rows.push({ line: started, fields })
    fields = []
    current = ''
    started = line
  }
  for (let i = 0; i < body.length; i += 1) {
    const sign = body[i] ?? ''
    if (sign === '\n') line += 1
    if (quoted) {
      if (sign !== '"') current += sign
      else if (body[i + 1] === '"') {
        current += '"'
        i += 1
      } else quoted = false
    } else if (sign === '"' && current === '') quoted = true
    else if (sign === separator) {
      fields.push(current)
      current = ''
    } else if (sign === '\n') endRow()
    else current += sign
  }
  endRow()
  return { separator, rows }
}
