import { z } from 'zod'
import { formatPath, type Problem } from '../problem.ts'
import type { YamlDocument } from './yaml-document.ts'

export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] }

/** Checks a document against a schema and says of each fault where it stands, what is expected there, and what to do. */
export function checkSchema<S extends z.ZodType>(schema: S, document: YamlDocument): Checked<z.output<S>> {
  const parsed = schema.safeParse(document.value)
  if (parsed.success) return { ok: true, value: parsed.data }
  const problems = parsed.error.issues.flatMap(issue => issueProblems(issue, document, schema))
  return { ok: false, problems }
}

function issueProblems(issue: z.core.$ZodIssue, document: YamlDocument, schema: z.ZodType): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = knownFields(schema, issue.path)
    return issue.keys.map(key => ({
      rule: 'schema',
      ...document.at([...issue.path, key], 'key'),
      message: `"${key}" is not a field that ${describePlace(issue.path)} has`,
      mend: known.length > 0 ? `remove it, or use one of: ${known.join(', ')}` : 'remove it, or correct its name',
    }))
  }
  const missing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined')
  const description = fieldDescription(schema, issue.path)
  const name = nameOf(issue.path)
  return [
    {
      rule: 'schema',
      ...document.at(issue.path),
      message: missing ? `"${name}" is missing` : messageOf(issue, name),
      mend: description
        ? `${missing ? 'add it' : 'correct it'}: ${description}`
        : missing
          ? `add "${name}"`
          : `correct "${name}"`,
    },
  ]
}

/** The last part of a path as people call it: "minutes", or "items[4]" for an entry of a list. */
function nameOf(path: readonly PropertyKey[]): string {
  const last = path.at(-1)
  return last === undefined ? 'the document' : formatPath(typeof last === 'number' ? path.slice(-2) : [last])
}

/** Our own messages are verb phrases ("is not a slug: ..."); zod's stand by themselves. */
function messageOf(issue: z.core.$ZodIssue, name: string): string {
  const own = /^(is|must|has|uses|does|needs|names) /.test(issue.message)
  return own ? `"${name}" ${issue.message}` : `"${name}": ${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}`
}

const describePlace = (path: readonly PropertyKey[]) => (path.length === 0 ? 'this file' : formatPath(path))

type JsonSchema = { [key: string]: unknown }
const isObject = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null && !Array.isArray(value)

function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): JsonSchema | undefined {
  let node: unknown = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input', reused: 'inline' })
  for (const key of path) {
    if (!isObject(node)) return undefined
    const properties = isObject(node.properties) ? node.properties : undefined
    node = typeof key === 'number' ? node.items : (properties?.[String(key)] ?? node.additionalProperties)
  }
  return isObject(node) ? node : undefined
}

function fieldDescription(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  const description = schemaAt(schema, path)?.description
  return typeof description === 'string' ? description : undefined
}

function knownFields(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const properties = schemaAt(schema, path)?.properties
  return isObject(properties) ? Object.keys(properties) : []
}
