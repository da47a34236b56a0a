import type { Drill } from '#engine/drill/drill.ts'
import { compatible, type Quantity } from '#engine/quantity/quantity.ts'
import { referenceScope } from '#engine/rubric/estimates.ts'
import { evaluateExpression } from '#engine/worksheet/worksheet.ts'
import type { Problem } from '../problem.ts'
import type { DrillSource } from '../source/content.ts'
import { problemAt, type Rule } from './rule.ts'

/** Facts, assumptions and targets can be computed, each from what stands before it, and their ranges and units are of the same kind. */
export const drillFormulas: Rule = content => content.drills.flatMap(source => formulaProblems(source))

function formulaProblems({ drill: { value: drill, document } }: DrillSource): Problem[] {
  const scope = referenceScope(drill)
  const check = (text: string | undefined, path: readonly PropertyKey[], like?: Quantity, names = scope): Problem[] => {
    if (text === undefined) return []
    const result = evaluateExpression(text, { given: names })
    const place = document.at(path)
    if (!result.ok) {
      return [
        problemAt(
          'drill-formulas',
          place,
          `"${text}" cannot be computed: ${result.error.message}`,
          result.error.mend ?? 'correct the formula',
        ),
      ]
    }
    if (!like || compatible(result.value.quantity, like)) return []
    return [
      problemAt(
        'drill-formulas',
        place,
        `"${text}" is of another kind than the value that it goes with`,
        'give it a unit of the same kind',
      ),
    ]
  }
  return [
    ...drill.facts.flatMap((fact, i) => check(fact.value, ['facts', i, 'value'], undefined, {})),
    ...drill.facts.flatMap((fact, i) =>
      fact.name && !fact.value
        ? [
            problemAt(
              'drill-formulas',
              document.at(['facts', i, 'name']),
              `names the fact "${fact.name}" without a value`,
              'add "value"',
            ),
          ]
        : [],
    ),
    ...drill.slots.flatMap((slot, i) => [
      ...check(slot.reference, ['slots', i, 'reference']),
      ...check(sampleOf(slot.unit), ['slots', i, 'unit'], scope[slot.id]),
      ...slot.plausible.flatMap((end, e) => check(end, ['slots', i, 'plausible', e], scope[slot.id])),
    ]),
    ...drill.targets.flatMap((target, i) => targetProblems(target, i, scope[target.id], check)),
  ]
}

type Check = (text: string | undefined, path: readonly PropertyKey[], like?: Quantity) => Problem[]

function targetProblems(target: Drill['targets'][number], i: number, value: Quantity | undefined, check: Check): Problem[] {
  return [
    ...check(target.formula, ['targets', i, 'formula']),
    ...check(target.atLeast, ['targets', i, 'atLeast'], value),
    ...check(target.atMost, ['targets', i, 'atMost'], value),
    ...(target.plausible ?? []).flatMap((end, e) => check(end, ['targets', i, 'plausible', e], value)),
    ...check(sampleOf(target.unit), ['targets', i, 'unit'], value),
  ]
}

/** One of the unit that a drill shows as an example: "/s" is "1 /s", and "1" is itself. */
const sampleOf = (unit: string) => (/^\d/.test(unit) ? unit : `1 ${unit}`)
