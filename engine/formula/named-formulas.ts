import { downtimeBudget, kOfNAvailability, parallelAvailability, seriesAvailability } from './availability.ts'
import { erlangC, littlesLaw, mm1, mmc } from './queueing.ts'

export type NamedFormula = {
  readonly id: string
  readonly title: string
  /** As it is written on a whiteboard. */
  readonly formula: string
  readonly symbols: string
  readonly says: string
  readonly source: string
  /** With numbers: what is put in, and what the function of the engine gives for it. */
  readonly example: { readonly given: string; readonly value: number; readonly unit: string }
}

const KLEINROCK = 'Kleinrock, Queueing Systems I (Wiley 1975), chapter 3'
const ERLANG = 'Erlang (1917), after Cooper, Introduction to Queueing Theory, chapter 3'
const SRE = 'Beyer et al., Site Reliability Engineering (O’Reilly 2016), chapter 3 and appendix A'
const MONTH_SECONDS = 30 * 86_400

/** The formulas that the simulator and the score compute with, each with its source and an example that the same code works out. */
export const namedFormulas: readonly NamedFormula[] = [
  {
    id: 'littles-law',
    title: "Little's law",
    formula: 'L = λ × W',
    symbols: 'L requests inside, λ arrivals a second, W time that each stays',
    says: 'How many requests are inside at a time. It holds for any system that is stable, whatever its distributions.',
    source: KLEINROCK,
    example: { given: '5,000 arrivals a second that stay 0.2 s', value: littlesLaw(5000, 0.2), unit: 'requests inside' },
  },
  {
    id: 'utilization',
    title: 'Utilization',
    formula: 'ρ = λ / (c × μ)',
    symbols: 'λ arrivals a second, c servers, μ requests a second of one server',
    says: 'How full the servers are. At one and above a queue grows for as long as the load lasts.',
    source: KLEINROCK,
    example: { given: '800 arrivals a second on 10 servers of 100 a second', value: 800 / (10 * 100), unit: 'of one' },
  },
  {
    id: 'one-server',
    title: 'Response time of one server (M/M/1)',
    formula: 'W = 1 / (μ − λ)',
    symbols: 'λ arrivals a second, μ requests a second that the server can do',
    says: 'At half load a request takes twice its own time, at nine tenths ten times. That is why full servers are slow.',
    source: KLEINROCK,
    example: { given: '90 arrivals a second at a server of 100 a second', value: mm1(90, 100).responseTime * 1000, unit: 'ms' },
  },
  {
    id: 'several-servers',
    title: 'Response time of several servers with one queue (M/M/c)',
    formula: 'W = C(c, ρ) / (c × μ − λ) + 1 / μ',
    symbols: 'C the chance to wait (Erlang C), c servers, μ requests a second of one, λ arrivals a second',
    says: 'One queue before many servers waits far less than a queue before each, at the same utilization.',
    source: `${KLEINROCK}; ${ERLANG}`,
    example: {
      given: '900 arrivals a second on 10 servers of 100 a second',
      value: mmc(900, 100, 10).responseTime * 1000,
      unit: 'ms',
    },
  },
  {
    id: 'erlang-c',
    title: 'Chance to wait (Erlang C)',
    formula: 'C = B / (1 − ρ × (1 − B)), with Erlang B: B(0) = 1, B(k) = a × B(k−1) / (k + a × B(k−1)) and a = c × ρ',
    symbols: 'c servers, ρ utilization of each, a offered load',
    says: 'How likely an arrival finds every server busy.',
    source: ERLANG,
    example: { given: '10 servers, each 90% full', value: erlangC(10, 0.9) * 100, unit: '% of arrivals' },
  },
  {
    id: 'downtime-budget',
    title: 'Downtime budget',
    formula: 'budget = (1 − a) × period',
    symbols: 'a availability',
    says: 'The minutes that an objective leaves. A single failover can cost more than the month has.',
    source: SRE,
    example: { given: '99.99% over 30 days', value: downtimeBudget(0.9999, MONTH_SECONDS) / 60, unit: 'minutes' },
  },
  {
    id: 'series',
    title: 'Parts that are all needed',
    formula: 'a = a₁ × a₂ × … × aₙ',
    symbols: 'aᵢ availability of each part, failing independently',
    says: 'A chain is weaker than its weakest part. Each synchronous call adds a factor.',
    source: SRE,
    example: { given: 'five parts of 99.9%', value: seriesAvailability(Array.from({ length: 5 }, () => 0.999)) * 100, unit: '%' },
  },
  {
    id: 'parallel',
    title: 'Parts of which one is enough',
    formula: 'a = 1 − (1 − a₁) × (1 − a₂) × … × (1 − aₙ)',
    symbols: 'aᵢ availability of each part, failing independently',
    says: 'Copies help only as far as they fail apart: a bad release, or a region, takes them all.',
    source: SRE,
    example: { given: 'two parts of 99%', value: parallelAvailability([0.99, 0.99]) * 100, unit: '%' },
  },
  {
    id: 'k-of-n',
    title: 'So many of so many',
    formula: 'a = Σ (n over i) × aⁱ × (1 − a)ⁿ⁻ⁱ, for i from k to n',
    symbols: 'k parts are needed of n, each up with the chance a',
    says: 'What a quorum can promise: a majority of five outlives two that are down.',
    source: `${SRE}; the upper tail of the binomial distribution`,
    example: { given: '3 of 5 parts of 99%', value: kOfNAvailability(3, 5, 0.99) * 100, unit: '%' },
  },
]
