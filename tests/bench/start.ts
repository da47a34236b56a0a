// A warm `npm start` to the first byte of a page: everything is built, the database is there.
import { median, print } from './figures.ts'
import { startServer, temporaryFolder } from './server.ts'

const PORT = 3150
const RUNS = 5

const data = temporaryFolder()
try {
  // The first one makes the database.
  await (await startServer(PORT, data.path)).stop()
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const server = await startServer(PORT, data.path)
    times.push(server.firstByteMs)
    await server.stop()
  }
  print({
    figures: [
      {
        id: 'warm-start',
        what: 'Warm npm start to the first byte of a page',
        figure: median(times),
        unit: 'ms',
        bound: { most: 3000 },
      },
    ],
    details: { timesMs: times },
  })
} finally {
  data.drop()
}
