import { runRubricTests } from '#engine/rubric/proof/rubric-tests.ts'
import { compileDrill } from '../compile-drill.ts'
import { problemAt, type Rule } from './rule.ts'

/** The own tests of a drill's criteria get the verdicts that they say they must get. */
export const rubricTests: Rule = content =>
  content.drills.flatMap(drill => {
    const { tests } = drill
    const compiled = tests && compileDrill(content, drill)
    if (!tests || !compiled) return []
    const exemplars = Object.fromEntries(drill.exemplars.map(({ name, value }) => [name, value]))
    return runRubricTests(compiled, exemplars, tests.value.tests).flatMap(({ faults }, index) =>
      faults.map(fault =>
        problemAt('rubric-tests', tests.document.at(['tests', index]), fault, 'correct the test, the criterion or the exemplar'),
      ),
    )
  })
