import { z } from 'zod'
import { getCatalog } from '#catalog/catalog.ts'
import { readCatalogSettings } from '#catalog/settings.ts'
import { makeRationaleReader } from '#engine/rationale/read-rationale.ts'
import { answerLines, readJson } from '../answer-lines.ts'
import { readArguments } from '../arguments.ts'
import type { Command } from '../terminal.ts'
import { exit } from '../terminal.ts'

const options = { jsonl: { type: 'boolean', default: false } } as const

const request = z.looseObject({ criterion: z.string(), text: z.string() })

/** `tenfold read --jsonl`: prose in, what a frame recognizes out; a text a line. */
export const runRead: Command['run'] = async (words, terminal) => {
  const complain = (message: string) => {
    terminal.err(`tenfold read: ${message}`)
    return exit.unusable
  }
  const parsed = readArguments(words, options)
  if (!parsed.ok) return complain(parsed.message)
  const [file, ...others] = parsed.parsed.positionals
  if (!parsed.parsed.values.jsonl || others.length > 0) return complain('give --jsonl, and at most one file.')
  try {
    const frames = (await getCatalog(readCatalogSettings(terminal.env, terminal.root))).frames()
    if (!frames) return complain('the catalog holds no frames (content/rationale/frames.yaml).')
    const reader = makeRationaleReader(frames)
    return await answerLines(file, terminal, line => {
      const json = readJson(line)
      const asked = json.ok ? request.safeParse(json.value) : undefined
      if (!asked?.success) {
        const why = json.ok ? 'needs "criterion" and "text"' : json.message
        return { answer: { outcome: 'refused', reason: `this request ${why}`, spans: [] }, failed: true }
      }
      return { answer: reader.read(asked.data.criterion, asked.data.text), failed: false }
    })
  } catch (error) {
    return complain(error instanceof Error ? error.message : String(error))
  }
}
