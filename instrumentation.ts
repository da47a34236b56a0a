/** Next calls this once, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startOrExplain } = await import('#server/start-server.ts')
  await startOrExplain()
}
