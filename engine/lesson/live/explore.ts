import { formatNumber } from '../../quantity/format.ts'
import { compatible, type Quantity, quantity } from '../../quantity/quantity.ts'
import { evaluateExpression, evaluateWorksheet, formatValue } from '../../worksheet/worksheet.ts'
import type { ExplorePart } from './parts.ts'

/** Places of a slider: 0 is `from`, this is `to`. */
export const PLACES = 100

type Slider = ExplorePart['sliders'][number]

export type ExploredSlider = { readonly name: string; readonly label: string; readonly text: string; readonly place: number }
export type ExploredLine = {
  readonly name: string
  readonly label: string
  readonly text: string
  /** Of the largest that is shown, 0 to 1; undefined where the lines are not drawn as bars. */
  readonly share: number | undefined
}
export type ExploredSeries = {
  readonly name: string
  readonly label: string
  /** One value a place of the slider, in base units; null where it cannot be computed. */
  readonly values: readonly (number | null)[]
}
export type ExploredPlot = {
  readonly x: string
  readonly place: number
  readonly series: readonly ExploredSeries[]
  /** The ends of both axes, in words. */
  readonly from: string
  readonly to: string
  readonly least: string
  readonly most: string
  readonly low: number
  readonly high: number
  readonly log: boolean
}
export type Explored = {
  readonly sliders: readonly ExploredSlider[]
  readonly lines: readonly ExploredLine[]
  readonly plot: ExploredPlot | undefined
  readonly says: string
  /** What cannot be computed, with its line; empty in content that passed its check. */
  readonly errors: readonly string[]
}

type Places = Readonly<Record<string, number>>

const read = (text: string): Quantity | undefined => {
  const result = evaluateExpression(text)
  return result.ok ? result.value.quantity : undefined
}

/** The quantity at a place; undefined when the ends of the slider cannot be read or are of two kinds. */
function quantityAt(slider: Slider, place: number): Quantity | undefined {
  const [from, to] = [read(slider.from), read(slider.to)]
  if (!from || !to || !compatible(from, to)) return undefined
  const share = Math.min(PLACES, Math.max(0, place)) / PLACES
  const base = slider.scale === 'log' ? from.base * (to.base / from.base) ** share : from.base + (to.base - from.base) * share
  return { ...from, base: slider.whole ? Math.round(base) : tidy(base) }
}

/** Three digits: a slider is a hand, not a caliper. Percents near one keep what is missing to one. */
const tidy = (base: number) => (base > 0.9 && base < 1 ? 1 - Number((1 - base).toPrecision(3)) : Number(base.toPrecision(3)))

/** Where the slider stands at first. */
export function startPlace(slider: Slider): number {
  const [from, to, start] = [read(slider.from), read(slider.to), read(slider.start)]
  if (!from || !to || !start || to.base === from.base) return 0
  const share =
    slider.scale === 'log'
      ? Math.log(start.base / from.base) / Math.log(to.base / from.base)
      : (start.base - from.base) / (to.base - from.base)
  return Number.isFinite(share) ? Math.round(Math.min(1, Math.max(0, share)) * PLACES) : 0
}

const startPlaces = (part: ExplorePart): Places => Object.fromEntries(part.sliders.map(s => [s.name, startPlace(s)]))

function givenAt(part: ExplorePart, places: Places): Readonly<Record<string, Quantity>> {
  const given: Record<string, Quantity> = {}
  for (const slider of part.sliders) {
    const place = places[slider.name] ?? startPlace(slider)
    // At the start the author's own number, not the nearest place of the slider.
    const exact = place === startPlace(slider) ? read(slider.start) : undefined
    const value = exact ?? quantityAt(slider, place)
    if (value) given[slider.name] = value
  }
  return given
}

function textOf(slider: Slider, value: Quantity | undefined): string {
  if (!value) return ''
  // A share of nothing is still a share.
  if (slider.unit === '%') return `${formatNumber(value.base * 100)}%`
  const unit = slider.unit === undefined || slider.unit === '1' ? '' : ` in ${slider.unit}`
  const shown = evaluateExpression(`it${unit}`, { given: { it: value } })
  return shown.ok ? formatValue(shown.value) : ''
}

/**
 * What a part shows with its sliders at `places` (0 to PLACES; those left out stand at their start). Never throws; what cannot be computed is in
 * `errors`.
 */
export function explore(part: ExplorePart, places: Places = startPlaces(part)): Explored {
  const given = givenAt(part, places)
  const sheet = evaluateWorksheet(part.source, { given })
  const sliders = part.sliders.map(slider => ({
    name: slider.name,
    label: slider.label,
    text: textOf(slider, given[slider.name]),
    place: places[slider.name] ?? startPlace(slider),
  }))
  const values = part.shows.map(({ name, label }) => {
    const value = sheet.values.get(name)
    return { name, label, text: value ? formatValue(value) : '', base: value?.quantity.base }
  })
  const most = Math.max(0, ...values.map(({ base }) => (base !== undefined && Number.isFinite(base) ? base : 0)))
  const lines = values.map(({ base, ...line }) => ({
    ...line,
    share: part.bars && most > 0 && base !== undefined ? Math.max(0, Math.min(1, base / most)) : undefined,
  }))
  // The sliders last: their own unit is the one to say.
  const words = new Map<string, string>()
  for (const [name, value] of sheet.values) words.set(name, formatValue(value))
  for (const { name, text } of sliders) words.set(name, text)
  const missing = [...part.shows.map(s => s.name), ...(part.plot?.y ?? [])].filter(name => !sheet.values.has(name))
  return {
    sliders,
    lines,
    plot: part.plot && plotOf(part, part.plot, places),
    says: part.says.replace(/\{([a-z0-9_]+)\}/g, (whole, name: string) => words.get(name) ?? whole),
    errors: [
      ...part.sliders.flatMap(s => (quantityAt(s, 0) && read(s.start) ? [] : [`the slider "${s.name}" cannot be read`])),
      ...sheet.errors.map(error => `line ${error.line}: ${error.message}`),
      ...missing.map(name => `there is no line "${name}"`),
      ...[...part.says.matchAll(/\{([a-z0-9_]+)\}/g)].flatMap(([, name = '']) =>
        words.has(name) ? [] : [`the sentence names "${name}", and nothing is called that`],
      ),
    ],
  }
}

function plotOf(part: ExplorePart, plot: NonNullable<ExplorePart['plot']>, places: Places): ExploredPlot | undefined {
  const slider = part.sliders.find(s => s.name === plot.x)
  if (!slider) return undefined
  const sheets = Array.from({ length: PLACES + 1 }, (_, place) =>
    evaluateWorksheet(part.source, {
      given: { ...givenAt(part, places), [plot.x]: quantityAt(slider, place) ?? quantity(Number.NaN) },
    }),
  )
  const series = plot.y.map(name => ({
    name,
    label: part.shows.find(s => s.name === name)?.label ?? name,
    values: sheets.map(sheet => {
      const base = sheet.values.get(name)?.quantity.base
      return base !== undefined && Number.isFinite(base) && (!plot.log || base > 0) ? base : null
    }),
  }))
  const all = series.flatMap(({ values }) => values.flatMap(v => v ?? []))
  const [low, high] = [plot.log ? Math.min(...all) : Math.min(0, ...all), Math.max(...all)]
  const worded = (base: number) => {
    const like = sheets[0]?.values.get(plot.y[0] ?? '')
    return like && Number.isFinite(base) ? formatValue({ ...like, quantity: { ...like.quantity, base } }) : ''
  }
  return {
    x: slider.label,
    place: places[slider.name] ?? startPlace(slider),
    series,
    from: textOf(slider, quantityAt(slider, 0)),
    to: textOf(slider, quantityAt(slider, PLACES)),
    least: worded(low),
    most: worded(high),
    low,
    high,
    log: plot.log,
  }
}
