import type { ReactNode } from 'react'
import type { InterviewerPack } from '#engine/interview/pack.ts'
import { Section } from '../ui/page.tsx'
import { ScrollingTable, TableHead } from '../ui/table.tsx'

const cell = 'py-2 pr-4 align-top last:pr-0'

/** Everything that a person needs to hold the interview, from the first sentence to the last question. */
export function PackView({ pack, prompt }: { pack: InterviewerPack; prompt: ReactNode }) {
  return (
    <>
      <Section id="run" title="How to run it" aside={<span className="num">{pack.minutes} min</span>}>
        <ol className="list-decimal space-y-1 pl-5">
          <li>Read the prompt out, or show it. Say nothing else; answer from the fact bank when you are asked.</li>
          <li>Keep the time by the phases. When one is over, say so and go on: "Let us move on to the design."</li>
          <li>
            Ask a probe when what it is about is missing, one at a time, at least three minutes apart. Not while somebody is
            writing, not in the first four minutes, not in the last five.
          </li>
          <li>Throw a curveball in at its minute, in its words.</li>
          <li>Never help towards an answer. "What would you need to know?" is help enough.</li>
          <li>Grade right after, before you talk about it. Then tell what you wrote down.</li>
        </ol>
        <div className="mt-4">
          <ScrollingTable label="Table of phases" minWidth="min-w-[28rem]">
            <TableHead columns={[{ title: 'Minutes' }, { title: 'Phase' }, { title: 'What should happen' }]} />
            <tbody>
              {pack.phases.map(({ id, title, from, until, prompts }) => (
                <tr key={id} className="border-b border-line">
                  <td className={`num whitespace-nowrap ${cell}`}>
                    {from}–{until}
                  </td>
                  <th scope="row" className={`text-left font-medium ${cell}`}>
                    {title}
                  </th>
                  <td className={cell}>
                    <ul className="list-disc pl-4">
                      {prompts.map(text => (
                        <li key={text}>{text}</li>
                      ))}
                    </ul>
                  </td>
                </tr>
              ))}
            </tbody>
          </ScrollingTable>
        </div>
      </Section>

      <Section id="prompt" title="The prompt, to read out" aside="It leaves much open on purpose">
        <div className="lesson-prose text-base">{prompt}</div>
      </Section>

      <Section id="facts" title="The fact bank" aside="Only when asked. Anything else: “Assume something and go on.”">
        <ScrollingTable label="Table of facts" minWidth="min-w-[28rem]">
          <TableHead columns={[{ title: 'When asked about' }, { title: 'Answer' }]} />
          <tbody>
            {pack.bank.map(({ id, asked, answer }) => (
              <tr key={id} className="border-b border-line">
                <th scope="row" className={`w-2/5 text-left font-normal text-quiet ${cell}`}>
                  {asked.length > 0 ? asked.join('; ') : id.replaceAll('-', ' ')}
                </th>
                <td className={cell}>{answer}</td>
              </tr>
            ))}
          </tbody>
        </ScrollingTable>
        {pack.given.length > 0 ? (
          <>
            <h3 className="mt-5 mb-1 font-medium">Stated with the prompt; repeat it when asked again</h3>
            <ul className="list-disc pl-5 text-sm">
              {pack.given.map(({ id, answer }) => (
                <li key={id}>{answer}</li>
              ))}
            </ul>
          </>
        ) : null}
      </Section>

      <Section id="probes" title="Probes" aside="What to ask when what is missing">
        <ScrollingTable label="Table of probes" minWidth="min-w-[30rem]">
          <TableHead columns={[{ title: 'Minutes' }, { title: 'What is missing' }, { title: 'Ask' }]} />
          <tbody>
            {pack.probes.map(({ id, from, until, missing, words }) => (
              <tr key={id} className="border-b border-line">
                <td className={`num whitespace-nowrap ${cell}`}>
                  {from}–{until}
                </td>
                <th scope="row" className={`w-2/5 text-left font-normal text-quiet ${cell}`}>
                  {missing}
                </th>
                <td className={cell}>{words}</td>
              </tr>
            ))}
          </tbody>
        </ScrollingTable>
      </Section>

      <Section id="curveballs" title="Curveballs">
        {pack.curveballs.length === 0 ? <p className="text-sm text-quiet">This drill has none.</p> : null}
        <ol className="flex flex-col gap-4">
          {pack.curveballs.map(({ id, minute, text, strong }) => (
            <li key={id} className="card p-4">
              <p>
                <span className="num mr-2 text-sm text-quiet">minute {minute}</span>
                {text}
              </p>
              <p className="mt-1.5 text-sm text-quiet">
                <span className="font-medium">A strong answer: </span>
                {strong}
              </p>
            </li>
          ))}
        </ol>
        <h3 className="mt-5 mb-1 font-medium">
          The nemesis <span className="num text-sm font-normal text-quiet">minute {pack.nemesis.minute}</span>
        </h3>
        <p>
          {pack.nemesis.choose} Then: “{pack.nemesis.words}”
        </p>
        <p className="mt-1 text-sm text-quiet">
          <span className="font-medium">A strong answer: </span>the signal that shows it, what users still get, and a time until
          it is back that fits what was promised.
        </p>
      </Section>
    </>
  )
}
