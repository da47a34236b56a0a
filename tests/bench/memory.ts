// Memory of the server after two hundred page views of a person who is signed in, in a real browser that fetches all that a page asks for.
import { print } from './figures.ts'
import { startServer, temporaryFolder } from './server.ts'
import { exemplar, handIn, signedIn, startAttempt } from './visitor.ts'

const PORT = 3152
const VIEWS = 200

const data = temporaryFolder()
const server = await startServer(PORT, data.path)
try {
  const { page, close } = await signedIn(server.base)
  const handedIn = await startAttempt(page, 'url-shortener', exemplar('url-shortener', 'solid'))
  await handIn(page, handedIn)
  const open = await startAttempt(page, 'url-shortener', exemplar('url-shortener', 'strong'))
  const before = server.memory()
  const paths = [
    '/today',
    '/lessons',
    '/lessons/capacity-estimation',
    '/lessons/walkthrough-url-shortener',
    '/drills',
    '/drills/url-shortener',
    `/sit/${open}`,
    '/attempts',
    `/attempts/${handedIn}`,
    '/settings',
  ]
  const course: number[] = []
  for (let view = 0; view < VIEWS; view += 1) {
    const path = paths[view % paths.length] ?? '/'
    const answer = await page.goto(path)
    if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}`)
    if (view % 20 === 19) course.push(server.memory().serverMB)
  }
  await close()
  const after = server.memory()
  print({
    figures: [
      {
        id: 'memory',
        what: `Memory of the server after ${VIEWS} page views`,
        figure: after.serverMB,
        unit: 'MB',
        bound: { most: 450 },
        note: `${before.serverMB} MB before; ${after.allMB} MB with npm and the launcher, which only wait`,
      },
    ],
    details: { everyTwentyViewsMB: course },
  })
} finally {
  await server.stop()
  data.drop()
}
