import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import type { InterviewerPack } from '#engine/interview/pack.ts'
import { Section } from '../ui/page.tsx'

/** Columns where there is room, one under the other on a phone: the pack is read on a second screen. */
const row = 'grid gap-x-5 gap-y-0.5 border-b border-line py-2 text-sm print:break-inside-avoid'

function Minutes({ from, until }: { from: number; until: number }) {
  return (
    <p className="num whitespace-nowrap text-faint">
      <span className="sr-only">minutes </span>
      {from}–{until}
    </p>
  )
}

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
        <ol aria-label="Phases" className="mt-5 border-t border-line">
          {pack.phases.map(({ id, title, from, until, prompts }) => (
            <li key={id} className={clsx(row, 'sm:grid-cols-[4rem_11rem_1fr]')}>
              <Minutes from={from} until={until} />
              <h3 className="font-medium">{title}</h3>
              <ul className="list-disc pl-4">
                {prompts.map(text => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      </Section>

      <Section id="prompt" title="The prompt, to read out" aside="It leaves much open on purpose">
        <div className="lesson-prose text-base">{prompt}</div>
      </Section>

      <Section id="facts" title="The fact bank" aside='Answered only when asked about; else: "Assume something and go on."'>
        <dl>
          {pack.bank.map(({ id, asked, answer }) => (
            <div key={id} className={clsx(row, 'sm:grid-cols-[2fr_3fr]')}>
              <dt className="text-quiet">{asked.length > 0 ? asked.join('; ') : id.replaceAll('-', ' ')}</dt>
              <dd>{answer}</dd>
            </div>
          ))}
        </dl>
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

      <Section id="probes" title="Probes" aside="When, what is missing, and what to ask then">
        <ol>
          {pack.probes.map(({ id, from, until, missing, words }) => (
            <li key={id} className={clsx(row, 'sm:grid-cols-[4rem_2fr_3fr]')}>
              <Minutes from={from} until={until} />
              <p className="text-quiet">{missing}</p>
              <p>{words}</p>
            </li>
          ))}
        </ol>
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
          {pack.nemesis.choose} Then: "{pack.nemesis.words}"
        </p>
        <p className="mt-1 text-sm text-quiet">
          <span className="font-medium">A strong answer: </span>the signal that shows it, what users still get, and a time until
          it is back that fits what was promised.
        </p>
      </Section>
    </>
  )
}
