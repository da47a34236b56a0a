import { evaluateExpression, evaluateWorksheet } from '#engine/worksheet/worksheet.ts'
import type { Scope, WorkspaceData } from './workspace-types.ts'

type Facts = WorkspaceData['drill']['facts']

/** The names that the known facts of a drill give to the worksheet. A fact without a name or a value gives none. */
export function factScope(facts: Facts): Scope {
  const scope: Record<string, Scope[string]> = {}
  for (const fact of facts) {
    if (!fact.name || !fact.value) continue
    const value = evaluateExpression(fact.value)
    if (value.ok) scope[fact.name] = value.value.quantity
  }
  return scope
}

/** The names of a worksheet, over those that were given. Lines with an error give none. */
export function worksheetScope(worksheet: string, given: Scope): Scope {
  const scope: Record<string, Scope[string]> = { ...given }
  for (const [name, value] of evaluateWorksheet(worksheet, { given }).values) scope[name] = value.quantity
  return scope
}
