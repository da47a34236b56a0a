import { promisify } from 'node:util'
import { brotliCompress, brotliDecompressSync, constants, deflateRawSync, inflateRawSync } from 'node:zlib'

// The first byte of a stored body says how the rest is written.
const PLAIN = 0
const DEFLATED = 1
const BROTLI = 2

/** Below this, packing costs more than it saves. */
const WORTH_PACKING_BYTES = 120

const brotli = promisify(brotliCompress)

/** A short text (a delta), packed when that makes it shorter. */
export function packSmall(text: string): Uint8Array<ArrayBuffer> {
  const plain = Buffer.from(text, 'utf8')
  if (plain.length < WORTH_PACKING_BYTES) return withMark(PLAIN, plain)
  const packed = deflateRawSync(plain, { level: 6 })
  return packed.length < plain.length ? withMark(DEFLATED, packed) : withMark(PLAIN, plain)
}

/** A long text (a whole document), packed off the main thread. */
export async function packLarge(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const plain = Buffer.from(text, 'utf8')
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length }
  return withMark(BROTLI, await brotli(plain, { params }))
}

/** The text of a stored body. Throws when the bytes are not one. */
export function unpack(body: Uint8Array): string {
  const rest = body.subarray(1)
  if (body[0] === PLAIN) return Buffer.from(rest).toString('utf8')
  if (body[0] === DEFLATED) return inflateRawSync(rest).toString('utf8')
  if (body[0] === BROTLI) return brotliDecompressSync(rest).toString('utf8')
  throw new Error(`A stored body begins with ${body[0]}, which no version of Tenfold writes.`)
}

function withMark(mark: number, rest: Uint8Array): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(rest.length + 1)
  body[0] = mark
  body.set(rest, 1)
  return body
}
