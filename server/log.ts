import pino from 'pino'
import { env } from './env.ts'

/**
 * Structured logs, one JSON object a line. They carry ids, counts and durations; never a name, an e-mail address, an address on the network or
 * the text of a submission.
 */
export const log = pino({ level: env().LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime })
