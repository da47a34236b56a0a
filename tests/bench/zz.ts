import { estimatorReport } from './estimator.ts'

console.log(estimatorReport())
