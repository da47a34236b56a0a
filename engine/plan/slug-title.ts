const acronyms = new Set(['apis', 'cap', 'cdn', 'dr', 'qa', 'rto', 'slo', 'url'])
const capitals = (word: string) => (word === 'apis' ? 'APIs' : word.toUpperCase())

/** A readable name for a lesson or drill that has none yet: `cdn-and-edge` is "CDN and edge". */
export function slugTitle(slug: string): string {
  const [first = '', ...rest] = slug.split('-').map(word => (acronyms.has(word) ? capitals(word) : word))
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' ')
}
