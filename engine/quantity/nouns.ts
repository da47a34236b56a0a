/**
 * Count nouns that a worksheet may write after a number (`100M users`, `2 posts/user/day`). A row is the singular and
 * any short forms; plurals are formed by rule. An unknown noun is accepted with a warning, so this list only keeps
 * ordinary sheets free of warnings.
 */
const NOUN_ROWS: readonly (readonly [string, ...string[]])[] = [
  ['user', 'dau', 'mau', 'DAU', 'MAU'],
  ['request', 'req', 'reqs'],
  ['query', 'queries'],
  ['message', 'msg', 'msgs'],
  ['transaction', 'tx', 'txn', 'txns'],
  ['connection', 'conn', 'conns'],
  ['operation', 'op', 'ops'],
  ['notification'],
  ['people', 'person'],
  ['entry', 'entries'],
  ['copy', 'copies'],
  ['reply', 'replies'],
  ['delivery', 'deliveries'],
  ['category', 'categories'],
  ['city', 'cities'],
  ['country', 'countries'],
  ['company', 'companies'],
  ['story', 'stories'],
  ['index', 'indexes', 'indices'],
  ['vertex', 'vertices'],
  ['replica'],
  ...(
    'account action ad address alarm alert api app article attempt author badge batch block book booking bottleneck box broker bucket ' +
    'byte-range cache call campaign candidate car card cart cell channel character char charge chat check chunk city-pair click client cluster ' +
    'column comment consumer contact conversation core cpu crawl creator customer dashboard database deploy device disk doc document domain ' +
    'dashboard download draft drill drive driver edge edit email employee engineer error event exchange experiment fan feature feed field file ' +
    'flight follow follower frame friend function game group guess guest host hop hotel house image impression instance invoice item job key ' +
    'label lane ledger lesson level like line link listing load location log lookup machine mail mailbox master match meeting member merchant ' +
    'meter metric miss model move movie node note object offer order page part participant partition passenger paste payload payment peer photo ' +
    'picture play player pod poll pool port post price primary process producer product profile publisher push question queue reaction read ' +
    'reader record redirect refund region render rendition repo report reservation resolution restaurant result retry review ride rider role ' +
    'room row rule run sale sample scan score search seat segment seller sensor server service session shard share shop slot sms song span ' +
    'spot starts step stock store stream student subscriber subscription table tag task team tenant test thread thumbnail ticket tier token ' +
    'topic track trade train transfer trigger trip truck tweet update upload url value vehicle version video view viewer visit visitor vote ' +
    'walk watch watcher webhook website window word worker worksheet write zone'
  )
    .split(' ')
    .map((noun): [string] => [noun]),
]

function pluralOf(noun: string): string {
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}

const singularOf: ReadonlyMap<string, string> = new Map(
  NOUN_ROWS.flatMap(([noun, ...forms]) => [noun, pluralOf(noun), ...forms].map((form): [string, string] => [form, noun])),
)

/** The singular of a known count noun (`posts` gives `post`), or null. */
export function lookupNoun(word: string): string | null {
  return singularOf.get(word) ?? singularOf.get(word.toLowerCase()) ?? null
}
