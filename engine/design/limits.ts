/** Limits of a submission (DESIGN.md section 8): an answer past one is refused by name. */
export const limits = {
  submissionBytes: 1_000_000,
  worksheetLines: 500,
  worksheetCharacters: 40_000,
  components: 200,
  links: 400,
  records: 100,
  nameCharacters: 200,
  proseBytes: 2048,
} as const
