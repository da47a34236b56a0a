import type { Queries } from '../db/client.ts'

/** The newest revision at each of these moments: its number, or 0 when nothing had been saved. */
export async function revisionsAt<Moment extends { readonly atMs: number }>(
  db: Queries,
  attemptId: string,
  moments: readonly Moment[],
): Promise<readonly (Moment & { readonly seq: number })[]> {
  const found = []
  for (const moment of moments) {
    const revision = await db.revision.findFirst({
      where: { attemptId, at: { lte: new Date(moment.atMs) } },
      orderBy: { seq: 'desc' },
      select: { seq: true },
    })
    found.push({ ...moment, seq: revision?.seq ?? 0 })
  }
  return found
}
