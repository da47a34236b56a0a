// engine/worksheet/ast.ts
function childrenOf(node) {
  switch (node.kind) {
    case "literal":
    case "unit":
    case "name":
      return [];
    case "negate":
    case "convert":
      return [node.operand];
    case "binary":
      return [node.left, node.right];
    case "range":
      return [node.low, node.high];
    case "call":
      return node.arguments;
  }
}
function namesIn(node, found = /* @__PURE__ */ new Set()) {
  if (node.kind === "name") found.add(node.name);
  for (const child of childrenOf(node)) namesIn(child, found);
  return found;
}

// engine/quantity/conventions.ts
function makeConventions(lengths = {}) {
  const day = lengths.day ?? 86400;
  return { day, month: lengths.month ?? 30 * day, year: lengths.year ?? 365 * day };
}
var CALENDAR = makeConventions();
var namedConventions = [
  { id: "calendar", title: "30-day months and 365-day years", conventions: CALENDAR },
  { id: "ten-to-the-five", title: "10^5 seconds a day", conventions: makeConventions({ day: 1e5 }) },
  {
    id: "month-of-2.5M-seconds",
    title: "2.5 million seconds a month",
    conventions: makeConventions({ month: 25e5, year: 12 * 25e5 })
  },
  { id: "twelve-months", title: "twelve 30-day months a year", conventions: makeConventions({ year: 360 * 86400 }) }
];

// engine/quantity/cursor.ts
var END = { kind: "end", text: "", start: 0, end: 0, spaced: false, value: Number.NaN, splitThousands: false };
function makeCursor(line, tokens, isName) {
  return { line, tokens, isName, warnings: [], index: 0, depth: 0, error: null };
}
function peek(cursor, ahead = 0) {
  return cursor.tokens[cursor.index + ahead] ?? cursor.tokens[cursor.tokens.length - 1] ?? END;
}
function advance(cursor) {
  const token = peek(cursor);
  if (token.kind !== "end") cursor.index++;
  return token;
}
function isSymbol(token, text) {
  return token.kind === "symbol" && token.text === text;
}
function isWord(token, text) {
  return token.kind === "word" && token.text === text;
}
function fail(cursor, at, message, mend) {
  cursor.error ??= { start: at.start, end: at.end, message, ...mend !== void 0 && { mend } };
  return null;
}
function warn(cursor, at, message, mend) {
  cursor.warnings.push({ start: at.start, end: at.end, message, ...mend !== void 0 && { mend } });
}
function quote(text) {
  const short = text.length > 40 ? `${text.slice(0, 37)}...` : text;
  return `\`${short}\``;
}

// engine/quantity/dimension.ts
var COUNT = { time: 0, information: 0, money: 0 };
var TIME = { time: 1, information: 0, money: 0 };
var RATE = { time: -1, information: 0, money: 0 };
var INFORMATION = { time: 0, information: 1, money: 0 };
var INFORMATION_RATE = { time: -1, information: 1, money: 0 };
var MONEY = { time: 0, information: 0, money: 1 };
function sameDimension(a, b) {
  return a === b || a.time === b.time && a.information === b.information && a.money === b.money;
}
function isCount(dimension) {
  return dimension.time === 0 && dimension.information === 0 && dimension.money === 0;
}
function combineDimensions(a, b, power = 1) {
  if (isCount(b)) return a;
  return {
    time: a.time + power * b.time || 0,
    information: a.information + power * b.information || 0,
    money: a.money + power * b.money || 0
  };
}
function raiseDimension(dimension, power) {
  return combineDimensions(COUNT, dimension, power);
}
var BASE_UNITS = [
  ["money", "USD"],
  ["information", "bytes"],
  ["time", "s"]
];
function dimensionName(dimension) {
  if (isCount(dimension)) return "count";
  const power = (unit, exponent) => exponent === 1 ? unit : `${unit}^${exponent}`;
  const above = [];
  const below = [];
  for (const [key, unit] of BASE_UNITS) {
    const exponent = dimension[key];
    if (exponent > 0) above.push(power(unit, exponent));
    if (exponent < 0) below.push(power(unit, -exponent));
  }
  return [above.length > 0 ? above.join("*") : "1", ...below].join("/");
}
function dimensionInWords(dimension) {
  if (isCount(dimension)) return "a plain count";
  if (sameDimension(dimension, TIME)) return "seconds";
  return sameDimension(dimension, MONEY) ? "dollars" : dimensionName(dimension);
}

// engine/quantity/format.ts
var MAGNITUDES = [
  [1e12, "T"],
  [1e9, "B"],
  [1e6, "M"],
  [1e3, "K"]
];
var roundTo = (value, digits) => Number(value.toPrecision(digits));
var threeFigures = (value) => Number.isInteger(value) && Math.abs(value) < 1e3 ? String(value) : String(roundTo(value, 3));
function withSeparators(whole) {
  const digits = String(Math.abs(whole));
  let text = "";
  for (let i = 0; i < digits.length; i++) {
    if (i > 0 && (digits.length - i) % 3 === 0) text += ",";
    text += digits[i];
  }
  return whole < 0 ? `-${text}` : text;
}
function formatNumber(value, exact = false) {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size === 0) return "0";
  if (exact && size < 1e6 && Number.isInteger(value)) return withSeparators(value);
  if (size < 1e-6) return String(roundTo(value, 3));
  if (size < 999.5) return threeFigures(value);
  if (size < 9999.5) return withSeparators(Math.round(value));
  if (size >= 9995e11) return roundTo(value, 3).toExponential().replace("e+", "e");
  const magnitude = MAGNITUDES.find(([factor]) => size >= factor * 0.9995) ?? MAGNITUDES[3];
  return `${threeFigures(value / magnitude[0])}${magnitude[1]}`;
}
var BYTE_UNITS = ["B", "KB", "MB", "GB", "TB", "PB", "EB", "ZB"];
function formatBytes(bytes) {
  let amount = bytes;
  let step = 0;
  while (step < BYTE_UNITS.length - 1 && Math.abs(amount) >= 999.5) {
    amount /= 1e3;
    step++;
  }
  return { number: formatNumber(amount), unit: BYTE_UNITS[step] ?? "B" };
}
function formatTime(seconds, conventions) {
  const size = Math.abs(seconds);
  const steps = [
    [conventions.year, "year", "years"],
    [conventions.day, "day", "days"],
    [3600, "hour", "hours"],
    [60, "min", "min"],
    [1, "s", "s"],
    [1e-3, "ms", "ms"],
    [1e-6, "us", "us"],
    [1e-9, "ns", "ns"]
  ];
  const fits = steps.find(([length2]) => size >= length2 * 0.9995) ?? (size === 0 ? steps[4] : steps.at(-1));
  if (!fits) return { number: formatNumber(seconds), unit: "s" };
  const [length, one, many] = fits;
  const number = formatNumber(seconds / length);
  return { number, unit: number === "1" ? one : many };
}
function ratePeriod(perSecond, conventions) {
  const size = Math.abs(perSecond);
  if (size === 0 || size >= 0.1) return [1, "/s"];
  if (size * conventions.day >= 0.1) return [conventions.day, "/day"];
  return size * conventions.month >= 0.1 ? [conventions.month, "/month"] : [conventions.year, "/year"];
}
function formatMoney(dollars) {
  const size = Math.abs(dollars);
  const cents = size >= 1 && size < 1e3 && !Number.isInteger(roundTo(size, 3));
  return `${dollars < 0 ? "-" : ""}$${cents ? size.toFixed(2) : formatNumber(size)}`;
}
var exponents = (d) => `${d.money},${d.information},${d.time}`;
function automaticParts(amount, conventions) {
  const { base } = amount;
  switch (exponents(amount.dimension)) {
    case "0,0,0":
      return { number: formatNumber(base, true), unit: "" };
    case "0,0,1":
      return formatTime(base, conventions);
    case "0,1,0":
      return formatBytes(base);
    case "1,0,0":
      return { number: formatMoney(base), unit: "" };
    case "0,0,-1": {
      const [length, unit] = ratePeriod(base, conventions);
      return { number: formatNumber(base * length), unit };
    }
    case "0,1,-1": {
      const [length, per] = ratePeriod(base, conventions);
      const { number, unit } = formatBytes(base * length);
      return { number, unit: `${unit}${per}` };
    }
    case "1,0,-1":
      return { number: formatMoney(base * conventions.month), unit: "/month" };
    case "1,-1,0":
      return { number: formatMoney(base * 1e9), unit: "/GB" };
    case "1,-1,-1":
      return { number: formatMoney(base * 1e9 * conventions.month), unit: "/GB/month" };
    default: {
      const unit = dimensionName(amount.dimension);
      return { number: formatNumber(base), unit: unit.startsWith("1/") ? unit.slice(1) : unit };
    }
  }
}
function hintedParts(amount, hint) {
  const value = amount.base / hint.scale;
  if (!hint.text.startsWith("USD")) return { number: formatNumber(value, isCount(amount.dimension)), unit: hint.text };
  return { number: formatMoney(value), unit: hint.text.slice("USD".length).trim() };
}
function labelText(labels) {
  const nouns = Object.entries(labels);
  const above = nouns.filter(([, e]) => e > 0).map(([noun]) => noun);
  const below = nouns.filter(([, e]) => e < 0).map(([noun]) => `/${noun}`);
  return { above: above.join("*"), below: below.join("") };
}
function formatQuantityParts(amount, options = {}) {
  const conventions = options.conventions ?? CALENDAR;
  const parts = options.hint ? hintedParts(amount, options.hint) : automaticParts(amount, conventions);
  if (!options.labels) return parts;
  const { above, below } = labelText(amount.labels);
  const unit = isCount(amount.dimension) || parts.unit.startsWith("/") ? `${above}${parts.unit}` : parts.unit;
  return { number: parts.number, unit: `${unit}${below}` };
}
function formatQuantity(amount, options = {}) {
  const { number, unit } = formatQuantityParts(amount, options);
  if (unit === "") return number;
  return unit === "%" ? `${number}%` : `${number} ${unit}`;
}

// engine/quantity/nearest-name.ts
function editDistance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforePrevious = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforePrevious[j - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}
function nearestName(word, candidates) {
  if (word.length > 64) return null;
  const lower = word.toLowerCase();
  const limit = word.length <= 2 ? 0 : word.length < 6 ? 1 : 2;
  let best = null;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const distance = other === lower ? 0 : editDistance(lower, other, limit);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

// engine/quantity/nouns.ts
var NOUN_ROWS = [
  ["user", "dau", "mau", "DAU", "MAU"],
  ["request", "req", "reqs"],
  ["query", "queries"],
  ["message", "msg", "msgs"],
  ["transaction", "tx", "txn", "txns"],
  ["connection", "conn", "conns"],
  ["operation", "op", "ops"],
  ["notification"],
  ["people", "person"],
  ["entry", "entries"],
  ["copy", "copies"],
  ["reply", "replies"],
  ["delivery", "deliveries"],
  ["category", "categories"],
  ["city", "cities"],
  ["country", "countries"],
  ["company", "companies"],
  ["story", "stories"],
  ["index", "indexes", "indices"],
  ["vertex", "vertices"],
  ["replica"],
  ..."account action ad address alarm alert api app article attempt author badge batch block book booking bottleneck box broker bucket byte-range cache call campaign candidate car card cart cell channel character char charge chat check chunk city-pair click client cluster column comment consumer contact conversation core cpu crawl creator customer dashboard database deploy device disk doc document domain dashboard download draft drill drive driver edge edit email employee engineer error event exchange experiment fan feature feed field file flight follow follower frame friend function game group guess guest host hop hotel house image impression instance invoice item job key label lane ledger lesson level like line link listing load location log lookup machine mail mailbox master match meeting member merchant meter metric miss model move movie node note object offer order page part participant partition passenger paste payload payment peer photo picture play player pod poll pool port post price primary process producer product profile publisher push question queue reaction read reader record redirect refund region render rendition repo report reservation resolution restaurant result retry review ride rider role room row rule run sale sample scan score search seat segment seller sensor server service session shard share shop slot sms song span spot starts step stock store stream student subscriber subscription table tag task team tenant test thread thumbnail ticket tier token topic track trade train transfer trigger trip truck tweet update upload url value vehicle version video view viewer visit visitor vote walk watch watcher webhook website window word worker worksheet write zone".split(" ").map((noun) => [noun])
];
function pluralOf(noun) {
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
var singularOf = new Map(
  NOUN_ROWS.flatMap(([noun, ...forms]) => [noun, pluralOf(noun), ...forms].map((form) => [form, noun]))
);
function lookupNoun(word) {
  return singularOf.get(word) ?? singularOf.get(word.toLowerCase()) ?? null;
}

// engine/quantity/units.ts
var SI = "BIPM, The International System of Units, 9th edition";
var IEC = "IEC 80000-13 (byte 8 bits, KiB 1024 bytes); SI prefixes are decimal";
var OURS = "Tenfold convention: can be overridden in the worksheet";
var UNITS = [
  { symbol: "s", aliases: ["sec", "secs"], words: ["second"], prefixes: "below-one", dimension: TIME, factor: 1, source: SI },
  { symbol: "min", aliases: ["mins"], words: ["minute"], prefixes: "none", dimension: TIME, factor: 60, source: SI },
  { symbol: "h", aliases: ["hr", "hrs"], words: ["hour"], prefixes: "none", dimension: TIME, factor: 3600, source: SI },
  { symbol: "d", aliases: [], words: ["day"], prefixes: "none", dimension: TIME, factor: 1, convention: "day", source: SI },
  { symbol: "wk", aliases: [], words: ["week"], prefixes: "none", dimension: TIME, factor: 7, convention: "day", source: SI },
  {
    symbol: "mo",
    aliases: [],
    words: ["month"],
    prefixes: "none",
    dimension: TIME,
    factor: 1,
    convention: "month",
    source: OURS
  },
  {
    symbol: "quarter",
    aliases: [],
    words: ["quarter"],
    prefixes: "none",
    dimension: TIME,
    factor: 3,
    convention: "month",
    source: OURS
  },
  {
    symbol: "yr",
    aliases: ["yrs"],
    words: ["year"],
    prefixes: "none",
    dimension: TIME,
    factor: 1,
    convention: "year",
    source: OURS
  },
  { symbol: "B", aliases: [], words: ["byte"], prefixes: "si+iec", dimension: INFORMATION, factor: 1, source: IEC },
  { symbol: "b", aliases: ["bit"], words: ["bit"], prefixes: "si+iec", dimension: INFORMATION, factor: 1 / 8, source: IEC },
  { symbol: "bps", aliases: [], words: [], prefixes: "si+iec", dimension: INFORMATION_RATE, factor: 1 / 8, source: IEC },
  { symbol: "Bps", aliases: [], words: [], prefixes: "si+iec", dimension: INFORMATION_RATE, factor: 1, source: IEC },
  { symbol: "USD", aliases: ["usd"], words: ["dollar"], prefixes: "none", dimension: MONEY, factor: 1, source: "ISO 4217" },
  { symbol: "cent", aliases: [], words: ["cent"], prefixes: "none", dimension: MONEY, factor: 0.01, source: "ISO 4217" },
  {
    symbol: "percent",
    aliases: ["pct"],
    words: [],
    prefixes: "none",
    dimension: COUNT,
    factor: 0.01,
    afterNumber: true,
    source: "ISO 80000-1"
  },
  {
    symbol: "x",
    aliases: [],
    words: ["time"],
    prefixes: "none",
    dimension: COUNT,
    factor: 1,
    afterNumber: true,
    source: "a bare factor"
  },
  {
    symbol: "qps",
    aliases: ["QPS", "rps", "RPS", "tps", "TPS", "wps", "WPS", "iops", "IOPS", "Hz"],
    words: [],
    prefixes: "none",
    dimension: RATE,
    factor: 1,
    afterNumber: true,
    source: "events a second"
  },
  {
    symbol: "rpm",
    aliases: ["RPM", "qpm", "QPM"],
    words: [],
    prefixes: "none",
    dimension: RATE,
    factor: 1 / 60,
    afterNumber: true,
    source: "events a minute"
  }
];
var BELOW_ONE_PREFIXES = [
  { short: ["n"], long: "nano", factor: 1e-9 },
  { short: ["u", "\xB5", "\u03BC"], long: "micro", factor: 1e-6 },
  { short: ["m"], long: "milli", factor: 1e-3 }
];
var DECIMAL_PREFIXES = [
  { short: ["K", "k"], long: "kilo", factor: 1e3 },
  { short: ["M"], long: "mega", factor: 1e6 },
  { short: ["G"], long: "giga", factor: 1e9 },
  { short: ["T"], long: "tera", factor: 1e12 },
  { short: ["P"], long: "peta", factor: 1e15 },
  { short: ["E"], long: "exa", factor: 1e18 },
  { short: ["Z"], long: "zetta", factor: 1e21 }
];
var BINARY_PREFIXES = [
  { short: ["Ki"], long: "kibi", factor: 2 ** 10 },
  { short: ["Mi"], long: "mebi", factor: 2 ** 20 },
  { short: ["Gi"], long: "gibi", factor: 2 ** 30 },
  { short: ["Ti"], long: "tebi", factor: 2 ** 40 },
  { short: ["Pi"], long: "pebi", factor: 2 ** 50 },
  { short: ["Ei"], long: "exbi", factor: 2 ** 60 }
];
var MAGNITUDES2 = /* @__PURE__ */ new Map([
  ["K", 1e3],
  ["k", 1e3],
  ["M", 1e6],
  ["B", 1e9],
  ["T", 1e12]
]);
var MAGNITUDE_WORDS = /* @__PURE__ */ new Map([
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["mn", 1e6],
  ["bn", 1e9]
]);

// engine/quantity/unit-index.ts
var PREFIXES = {
  none: [],
  "below-one": BELOW_ONE_PREFIXES,
  "si+iec": [...DECIMAL_PREFIXES, ...BINARY_PREFIXES]
};
var AMBIGUOUS = /* @__PURE__ */ new Set(["kb", "mb", "gb", "tb", "pb", "eb"]);
function buildIndex() {
  const index = /* @__PURE__ */ new Map();
  const add = (name, row, prefixFactor) => {
    if (index.has(name) || AMBIGUOUS.has(name)) return;
    index.set(name, {
      name,
      dimension: row.dimension,
      factor: row.factor * prefixFactor,
      ...row.convention && { convention: row.convention },
      afterNumber: row.afterNumber === true,
      bits: row.symbol === "b" || row.symbol === "bps"
    });
  };
  for (const row of UNITS) {
    const symbols = [row.symbol, ...row.aliases];
    const words = row.words.flatMap((word) => [word, `${word}s`]);
    for (const name of [...symbols, ...words]) add(name, row, 1);
    for (const prefix of PREFIXES[row.prefixes]) {
      for (const symbol of symbols) for (const short of prefix.short) add(short + symbol, row, prefix.factor);
      for (const word of words) add(prefix.long + word, row, prefix.factor);
    }
  }
  for (const [lower, upper] of [
    ["mbps", "Mbps"],
    ["gbps", "Gbps"],
    ["tbps", "Tbps"]
  ]) {
    const unit = index.get(upper);
    if (unit) index.set(lower, { ...unit, name: lower });
  }
  for (const short of ["", "K", "k", "M", "G", "T", "P"]) {
    const unit = index.get(`${short}bit`);
    if (unit) index.set(`${short}bits`, { ...unit, name: `${short}bits` });
  }
  return index;
}
var unitsByName = buildIndex();
function lookupUnit(name) {
  return unitsByName.get(name) ?? null;
}
function isAmbiguousUnit(name) {
  return AMBIGUOUS.has(name);
}
function unitSpellings() {
  return [...unitsByName.keys()];
}

// engine/worksheet/sample.ts
var SAMPLE_SIZE = 1e3;
function makeRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = state + 1831565813 >>> 0;
    let mixed = Math.imul(state ^ state >>> 15, state | 1);
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
    return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
  };
}
var A = [
  -39.69683028665376,
  220.9460984245205,
  -275.9285104469687,
  138.357751867269,
  -30.66479806614716,
  2.506628277459239
];
var B = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572];
var C = [
  -0.007784894002430293,
  -0.3223964580411365,
  -2.400758277161838,
  -2.549732539343734,
  4.374664141464968,
  2.938163982698783
];
var D = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];
function normalQuantile(p) {
  if (p < 0.02425) {
    const q2 = Math.sqrt(-2 * Math.log(p));
    return (((((C[0] * q2 + C[1]) * q2 + C[2]) * q2 + C[3]) * q2 + C[4]) * q2 + C[5]) / ((((D[0] * q2 + D[1]) * q2 + D[2]) * q2 + D[3]) * q2 + 1);
  }
  if (p > 1 - 0.02425) return -normalQuantile(1 - p);
  const q = p - 0.5;
  const r = q * q;
  return (((((A[0] * r + A[1]) * r + A[2]) * r + A[3]) * r + A[4]) * r + A[5]) * q / (((((B[0] * r + B[1]) * r + B[2]) * r + B[3]) * r + B[4]) * r + 1);
}
var strata = null;
function standardNormalStrata() {
  if (strata) return strata;
  strata = new Float64Array(SAMPLE_SIZE);
  for (let i = 0; i < SAMPLE_SIZE / 2; i++) {
    const z2 = normalQuantile((i + 0.5) / SAMPLE_SIZE);
    strata[i] = z2;
    strata[SAMPLE_SIZE - 1 - i] = -z2;
  }
  return strata;
}
var Z90 = 1.2815515655446004;
function sampleRange(low, high, random) {
  const logarithmic = low > 0;
  const from = logarithmic ? Math.log(low) : low;
  const to = logarithmic ? Math.log(high) : high;
  const centre = (from + to) / 2;
  const spread = (to - from) / (2 * Z90);
  const sample = Float64Array.from(standardNormalStrata(), (z2) => {
    const value = centre + spread * z2;
    return logarithmic ? Math.exp(value) : value;
  });
  for (let i = sample.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const swapped = sample[i] ?? 0;
    sample[i] = sample[j] ?? 0;
    sample[j] = swapped;
  }
  return sample;
}
function quantileOfSorted(sorted, p) {
  const position = Math.min(sorted.length - 1, Math.max(0, p * sorted.length - 0.5));
  const below = Math.floor(position);
  const low = sorted[below] ?? 0;
  const high = sorted[below + 1] ?? low;
  return low + (high - low) * (position - below);
}

// engine/worksheet/amount.ts
function toValue(amount) {
  const { quantity, sample, hint } = amount;
  if (!sample) return hint ? { quantity, unitHint: hint } : { quantity };
  const withHint = hint ? { unitHint: hint } : {};
  const sorted = Float64Array.from(sample).sort();
  const range = {
    p10: quantileOfSorted(sorted, 0.1),
    p50: quantileOfSorted(sorted, 0.5),
    p90: quantileOfSorted(sorted, 0.9),
    sample
  };
  return { quantity: { ...quantity, base: range.p50 }, range, ...withHint };
}
function toAmount(value) {
  if (!value.range && !value.unitHint) return value;
  return {
    quantity: value.quantity,
    ...value.range && { sample: value.range.sample },
    ...value.unitHint && { hint: value.unitHint }
  };
}
function mapBases(amounts, compute2) {
  const base = compute2(amounts.map((amount) => amount.quantity.base));
  const size = amounts.find((amount) => amount.sample)?.sample?.length;
  if (size === void 0) return { base };
  const bases = amounts.map((amount) => amount.quantity.base);
  const sample = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < amounts.length; j++) {
      const member = amounts[j]?.sample?.[i];
      if (member !== void 0) bases[j] = member;
    }
    sample[i] = compute2(bases);
  }
  return { base, sample };
}

// engine/quantity/labels.ts
var NO_LABELS = {};
var isEmpty = (labels) => labels === NO_LABELS;
function combineLabels(a, b, power = 1) {
  if (isEmpty(b)) return a;
  const result = { ...a };
  for (const [noun, exponent] of Object.entries(b)) {
    const total = (result[noun] ?? 0) + power * exponent;
    if (total === 0) delete result[noun];
    else result[noun] = total;
  }
  return Object.keys(result).length === 0 ? NO_LABELS : result;
}
function sameLabels(a, b) {
  if (a === b) return true;
  const nouns = Object.keys(a);
  return nouns.length === Object.keys(b).length && nouns.every((noun) => a[noun] === b[noun]);
}
function labelsOfSum(a, b) {
  if (isEmpty(a)) return b;
  return isEmpty(b) || sameLabels(a, b) ? a : NO_LABELS;
}

// engine/quantity/unit-expression.ts
var CONVENTION_NAMES = ["day", "month", "year"];
var NO_UNIT = {
  text: "",
  factor: 1,
  divisor: 1,
  day: 0,
  month: 0,
  year: 0,
  dimension: COUNT,
  labels: NO_LABELS
};
var PERCENT = { ...NO_UNIT, text: "%", factor: 0.01 };
var KEYWORDS = /* @__PURE__ */ new Set(["in", "to", "per", "of", "for"]);
function inBaseUnits(amount, unit, conventions) {
  let above = unit.factor;
  let below = unit.divisor;
  for (const name of CONVENTION_NAMES) {
    const power = unit[name];
    if (power > 0) above *= conventions[name] ** power;
    if (power < 0) below *= conventions[name] ** -power;
  }
  return amount * above / below;
}
function unitScale(unit, conventions) {
  return inBaseUnits(1, unit, conventions);
}
function unitQuantity(unit, conventions) {
  return { base: unitScale(unit, conventions), dimension: unit.dimension, labels: unit.labels };
}
function timesUnit(expression, unit, power) {
  const { convention } = unit;
  return {
    text: "",
    factor: power === 1 ? expression.factor * unit.factor : expression.factor,
    divisor: power === 1 ? expression.divisor : expression.divisor * unit.factor,
    day: expression.day + (convention === "day" ? power : 0),
    month: expression.month + (convention === "month" ? power : 0),
    year: expression.year + (convention === "year" ? power : 0),
    dimension: combineDimensions(expression.dimension, unit.dimension, power),
    labels: expression.labels
  };
}
function timesNoun(expression, noun, power) {
  return { ...expression, labels: combineLabels(expression.labels, { [noun]: 1 }, power) };
}
function bareUnit(cursor, token) {
  if (cursor.isName(token.text)) return null;
  const unit = lookupUnit(token.text);
  return unit && !unit.afterNumber ? { ...timesUnit(NO_UNIT, unit, 1), text: token.text } : null;
}
function suggestUnit(word) {
  return nearestName(word, unitSpellings());
}
function failOnAmbiguousUnit(cursor, token) {
  const prefix = token.text.charAt(0).toUpperCase();
  const bytes = `${prefix}B`;
  const bits = `${prefix}b`;
  return fail(
    cursor,
    token,
    `${quote(token.text)} could be bits or bytes`,
    `write ${quote(bytes)} for bytes or ${quote(bits)} for bits`
  );
}
function readFirstWord(cursor) {
  const token = peek(cursor);
  const word = token.text;
  const unit = lookupUnit(word);
  if (unit) {
    advance(cursor);
    return timesUnit(NO_UNIT, unit, 1);
  }
  if (isAmbiguousUnit(word)) return failOnAmbiguousUnit(cursor, token);
  const noun = lookupNoun(word);
  if (cursor.isName(word)) {
    if (noun === null) return fail(cursor, token, `an operator is missing before ${quote(word)}`, `write ${quote(`* ${word}`)}`);
    warn(
      cursor,
      token,
      `${quote(word)} right after a number is read as the noun, not as your ${quote(word)}`,
      `write ${quote(`* ${word}`)} to multiply`
    );
  }
  if (noun === null) {
    const near2 = suggestUnit(word);
    if (near2 !== null || !token.spaced) {
      const mend = near2 === null ? "put a space before a count noun, or an operator before a name" : `did you mean ${quote(near2)}?`;
      return fail(cursor, token, `${quote(word)} is not a unit`, mend);
    }
    warn(cursor, token, `${quote(word)} is not a unit: it is read as a count noun`);
  }
  advance(cursor);
  return timesNoun(NO_UNIT, noun ?? word, 1);
}
function readSlashWord(cursor, expression) {
  const slash = peek(cursor);
  const token = peek(cursor, 1);
  if (token.kind !== "word" || KEYWORDS.has(token.text) || isSymbol(peek(cursor, 2), "(")) return null;
  const touching = !slash.spaced && !token.spaced;
  const unit = lookupUnit(token.text);
  if (cursor.isName(token.text) && !(unit && touching && expression.text !== "")) return null;
  if (unit && !unit.afterNumber) {
    cursor.index += 2;
    return timesUnit(expression, unit, -1);
  }
  if (isAmbiguousUnit(token.text)) return failOnAmbiguousUnit(cursor, token);
  const noun = token.spaced ? null : lookupNoun(token.text);
  if (noun === null) return null;
  cursor.index += 2;
  return timesNoun(expression, noun, -1);
}
function readPerWord(cursor, expression) {
  const per = advance(cursor);
  const token = peek(cursor);
  if (token.kind !== "word" || KEYWORDS.has(token.text))
    return fail(cursor, per, "`per` needs a unit or a count noun after it", "write `per second`");
  const unit = lookupUnit(token.text);
  if (unit && !unit.afterNumber) {
    advance(cursor);
    return timesUnit(expression, unit, -1);
  }
  if (isAmbiguousUnit(token.text)) return failOnAmbiguousUnit(cursor, token);
  const noun = lookupNoun(token.text);
  if (noun === null) {
    const near2 = suggestUnit(token.text);
    if (near2 !== null) return fail(cursor, token, `${quote(token.text)} is not a unit`, `did you mean ${quote(near2)}?`);
    warn(cursor, token, `${quote(token.text)} is not a unit: it is read as a count noun`);
  }
  advance(cursor);
  return timesNoun(expression, noun ?? token.text, -1);
}
function readHyphenUnit(cursor, expression, side) {
  const hyphen = peek(cursor);
  const token = peek(cursor, 1);
  if (!isSymbol(hyphen, "-") || hyphen.spaced || token.spaced || token.kind !== "word" || cursor.isName(token.text)) return null;
  const unit = lookupUnit(token.text);
  if (!unit || unit.afterNumber) return null;
  cursor.index += 2;
  return timesUnit(expression, unit, side);
}
function readUnitExpression(cursor) {
  const first = peek(cursor);
  const start = first.start;
  let expression = NO_UNIT;
  let side = 1;
  if (isSymbol(first, "%")) {
    advance(cursor);
    return PERCENT;
  }
  if (first.kind === "word" && !KEYWORDS.has(first.text)) {
    const read = readFirstWord(cursor);
    if (!read) return null;
    expression = { ...read, text: cursor.line.slice(start, first.end) };
  }
  for (; ; ) {
    const token = peek(cursor);
    const next = isSymbol(token, "/") ? readSlashWord(cursor, expression) : isWord(token, "per") ? readPerWord(cursor, expression) : expression.text === "" ? null : readHyphenUnit(cursor, expression, side);
    if (cursor.error) return null;
    if (!next) return expression;
    if (!isSymbol(token, "-")) side = -1;
    expression = { ...next, text: cursor.line.slice(start, (cursor.tokens[cursor.index - 1] ?? token).end) };
  }
}
function readTargetUnit(cursor) {
  const token = peek(cursor);
  if (token.kind === "number" && token.value === 1 && isSymbol(peek(cursor, 1), "/")) advance(cursor);
  if (isSymbol(token, "$")) {
    advance(cursor);
    const dollars = lookupUnit("USD");
    const rest = readUnitExpression(cursor);
    if (!rest || !dollars) return null;
    return { ...timesUnit(rest, dollars, 1), text: `USD${rest.text}` };
  }
  const magnitude = token.kind === "word" ? MAGNITUDE_WORDS.get(token.text) ?? { K: 1e3, M: 1e6 }[token.text] : void 0;
  if (magnitude !== void 0 && !lookupUnit(token.text)) {
    advance(cursor);
    const rest = readUnitExpression(cursor);
    return rest && { ...rest, factor: rest.factor * magnitude, text: `${token.text}${rest.text && ` ${rest.text}`}` };
  }
  const before = cursor.index;
  const unit = readUnitExpression(cursor);
  if (!unit) return null;
  if (cursor.index === before)
    return fail(cursor, token, "a unit is missing here", "write for example `in GB`, `in /day` or `in %`");
  return unit;
}

// engine/formula/availability.ts
function downtimeBudget(availability, periodSeconds) {
  return (1 - availability) * periodSeconds;
}

// engine/formula/queueing.ts
function erlangB(servers, load) {
  if (!Number.isInteger(servers) || servers < 1 || servers > 1e6 || !(load >= 0)) return Number.NaN;
  let blocking = 1;
  for (let n = 1; n <= servers; n++) blocking = load * blocking / (n + load * blocking);
  return blocking;
}
function erlangC(servers, utilization) {
  if (utilization >= 1 && Number.isInteger(servers) && servers >= 1) return 1;
  const blocking = erlangB(servers, servers * utilization);
  return blocking / (1 - utilization * (1 - blocking));
}

// engine/worksheet/functions.ts
var TOLERANCE = 1e-9;
var ceilNear = (x) => Math.ceil(x - Math.abs(x) * TOLERANCE) || 0;
var floorNear = (x) => Math.floor(x + Math.abs(x) * TOLERANCE) || 0;
function unitToDivideBy(dimension) {
  if (sameDimension(dimension, TIME)) return "1 day";
  return sameDimension(dimension, INFORMATION) ? "1 GB" : null;
}
function notCount(amounts, name) {
  const wrong = amounts.findIndex((amount) => !isCount(amount.quantity.dimension));
  const dimension = amounts[wrong]?.quantity.dimension;
  if (!dimension) return null;
  const unit = unitToDivideBy(dimension);
  return {
    wrong,
    message: `\`${name}\` takes a plain count, this is ${dimensionInWords(dimension)}`,
    ...unit && { mend: `divide by a unit first: \`${name}(ARGUMENT / ${unit})\`` }
  };
}
function ofCounts(name, usage, summary, compute2, options = {}) {
  const arity = options.arity ?? 1;
  return {
    name,
    usage,
    summary,
    least: arity,
    most: arity,
    apply: (amounts) => {
      const wrong = notCount(amounts, name);
      if (wrong) return wrong;
      const { base, sample } = mapBases(amounts, compute2);
      const labels = options.labels ? amounts[0]?.quantity.labels ?? NO_LABELS : NO_LABELS;
      return { quantity: { base, dimension: COUNT, labels }, ...sample && { sample } };
    }
  };
}
function ofSameKind(name, summary, compute2) {
  return {
    name,
    usage: `${name}(a, b, ...)`,
    summary,
    least: 1,
    most: 100,
    apply: (amounts) => {
      const dimension = amounts[0]?.quantity.dimension ?? COUNT;
      const wrong = amounts.findIndex((amount) => !sameDimension(amount.quantity.dimension, dimension));
      if (wrong >= 0) {
        const other = dimensionInWords(amounts[wrong]?.quantity.dimension ?? COUNT);
        return {
          wrong,
          message: `\`${name}\` takes values of one kind: the first is ${dimensionInWords(dimension)}, this is ${other}`
        };
      }
      const { base, sample } = mapBases(amounts, compute2);
      const labels = amounts.reduce((sum, amount) => labelsOfSum(sum, amount.quantity.labels), NO_LABELS);
      return { quantity: { base, dimension, labels }, ...sample && { sample } };
    }
  };
}
var sumOf = (bases) => bases.reduce((sum, base) => sum + base, 0);
var squareRoot = {
  name: "sqrt",
  usage: "sqrt(x)",
  summary: "square root",
  least: 1,
  most: 1,
  apply: ([amount]) => {
    if (!amount) return { wrong: 0, message: "`sqrt` takes one value" };
    if (amount.quantity.base < 0) return { wrong: 0, message: "a negative value has no square root" };
    const { base, sample } = mapBases([amount], ([x]) => Math.sqrt(x ?? 0));
    const { dimension, labels } = amount.quantity;
    return {
      quantity: { base, dimension: raiseDimension(dimension, 0.5), labels: combineLabels(NO_LABELS, labels, 0.5) },
      ...sample && { sample }
    };
  }
};
var downtime = {
  name: "downtime",
  usage: "downtime(99.9%)",
  summary: "time down that an availability allows per month, or per the period given second: `downtime(99.9%, 1 year)`",
  least: 1,
  most: 2,
  apply: ([availability, period], conventions) => {
    if (!availability || !isCount(availability.quantity.dimension) || availability.quantity.base < 0 || availability.quantity.base > 1) {
      return {
        wrong: 0,
        message: "`downtime` takes an availability between 0% and 100%",
        mend: "write for example `downtime(99.9%)`"
      };
    }
    if (period && !sameDimension(period.quantity.dimension, TIME)) {
      const found = dimensionInWords(period.quantity.dimension);
      return {
        wrong: 1,
        message: `the period of \`downtime\` is a time, this is ${found}`,
        mend: "write for example `downtime(99.9%, 1 year)`"
      };
    }
    const month = period ?? { quantity: { base: conventions.month, dimension: TIME, labels: NO_LABELS } };
    const { base, sample } = mapBases([availability, month], ([a, length]) => downtimeBudget(a ?? 0, length ?? 0));
    return { quantity: { base, dimension: TIME, labels: NO_LABELS }, ...sample && { sample } };
  }
};
var erlang = {
  name: "erlang_c",
  usage: "erlang_c(servers, utilization)",
  summary: "chance that a request waits when `servers` are each busy this share of the time",
  least: 2,
  most: 2,
  apply: (amounts) => {
    const wrong = notCount(amounts, "erlang_c");
    if (wrong) return wrong;
    const servers = amounts[0]?.quantity.base ?? 0;
    if (!Number.isInteger(servers) || servers < 1 || servers > 1e5)
      return { wrong: 0, message: "the number of servers is a whole number from 1 to 100,000" };
    const utilization = amounts[1]?.quantity.base ?? 0;
    if (utilization < 0)
      return { wrong: 1, message: "a utilization is not negative", mend: "write for example `erlang_c(4, 80%)`" };
    if (utilization >= 1) {
      return {
        wrong: 1,
        message: "at a utilization of 100% or more the queue grows without end",
        mend: "add servers, or state the utilization below 100%"
      };
    }
    const { base, sample } = mapBases(amounts, ([c, rho]) => erlangC(Math.round(c ?? 1), Math.max(0, rho ?? 0)));
    return { quantity: { base, dimension: COUNT, labels: NO_LABELS }, ...sample && { sample } };
  }
};
var percentile = {
  name: "percentile",
  usage: "percentile(range, 99%)",
  summary: "the value below which this share of a range lies",
  least: 2,
  most: 2,
  apply: ([amount, share]) => {
    if (!amount || !share) return { wrong: 0, message: "`percentile` takes a range and a share" };
    const given = share.quantity.base;
    const p = given > 1 ? given / 100 : given;
    if (!isCount(share.quantity.dimension) || !(p > 0 && p < 1)) {
      return { wrong: 1, message: "the share lies between 0% and 100%", mend: "write for example `percentile(x, 99%)`" };
    }
    if (!amount.sample) return { quantity: amount.quantity };
    return { quantity: { ...amount.quantity, base: quantileOfSorted(Float64Array.from(amount.sample).sort(), p) } };
  }
};
var FUNCTIONS = new Map(
  [
    ofCounts("ceil", "ceil(x)", "the next whole number up", ([x]) => ceilNear(x ?? 0), { labels: true }),
    ofCounts("floor", "floor(x)", "the next whole number down", ([x]) => floorNear(x ?? 0), { labels: true }),
    ofCounts("round", "round(x)", "the nearest whole number", ([x]) => floorNear((x ?? 0) + 0.5), { labels: true }),
    squareRoot,
    ofCounts("log2", "log2(x)", "how many doublings", ([x]) => Math.log2(x ?? 0)),
    ofCounts("pow2", "pow2(n)", "two to the power of n", ([n]) => 2 ** (n ?? 0)),
    ofCounts("ceil_pow2", "ceil_pow2(x)", "the next power of two up", ([x]) => 2 ** ceilNear(Math.log2(Math.max(1, x ?? 1)))),
    ofSameKind("min", "the smallest", (bases) => Math.min(...bases)),
    ofSameKind("max", "the largest", (bases) => Math.max(...bases)),
    ofSameKind("sum", "all together", sumOf),
    ofSameKind("avg", "the mean", (bases) => sumOf(bases) / bases.length),
    downtime,
    erlang,
    percentile
  ].map((entry) => [entry.name, entry])
);

// engine/worksheet/mend-sum.ts
function smallestNamed(sheet2, dimension) {
  let best = null;
  for (const [name, { quantity }] of sheet2.names()) {
    if (sameDimension(quantity.dimension, dimension) && (!best || quantity.base < best.base)) best = { name, base: quantity.base };
  }
  return best?.name ?? null;
}
function bareNumber(node) {
  return node.kind === "literal" && isCount(node.literal.unit.dimension);
}
var UNIT_SPELLINGS = {
  "1/s": "/s",
  bytes: "B",
  USD: "USD",
  s: "s",
  "bytes/s": "B/s",
  "USD/s": "USD/month"
};
function mendForSum(sheet2, node, left, right) {
  const leftText = sheet2.line.slice(node.left.start, node.left.end);
  const rightText = sheet2.line.slice(node.right.start, node.right.end);
  const bare = bareNumber(node.right) ? [rightText, left] : bareNumber(node.left) ? [leftText, right] : null;
  if (bare) {
    const unit = UNIT_SPELLINGS[dimensionName(bare[1])];
    return unit && `did you mean ${quote(`${bare[0]} ${unit}`)}?`;
  }
  const missing = combineDimensions(right, left, -1);
  if (left.money !== 0 || right.money !== 0 || Math.abs(missing.information) > 1 || Math.abs(missing.time) > 1) return void 0;
  if (missing.information * missing.time < 0) return void 0;
  const size = missing.information === 0 ? "" : smallestNamed(sheet2, INFORMATION);
  if (size === null) return void 0;
  const side = missing.information > 0 || missing.time > 0 ? leftText : rightText;
  const factors = [side, size, missing.time === 0 ? "" : "1 day"].filter((factor) => factor !== "");
  return `did you mean ${quote(factors.join(" * "))}?`;
}

// engine/worksheet/evaluate-node.ts
var ROUNDING = /* @__PURE__ */ new Set(["ceil", "floor", "round", "ceil_pow2"]);
function fail2(evaluation, at, message, mend) {
  evaluation.error ??= { start: at.start, end: at.end, message, ...mend !== void 0 && { mend } };
  return null;
}
function sourceOf(evaluation, node) {
  return quote(evaluation.line.slice(node.start, node.end));
}
function evaluateNode(evaluation, node) {
  const amount = evaluatePlainly(evaluation, node);
  return amount && evaluation.probe?.at ? evaluation.probe.at(node, amount, evaluation.number) : amount;
}
function evaluatePlainly(evaluation, node) {
  switch (node.kind) {
    case "literal":
      return literalAmount(evaluation, node, node.literal.number, node.literal.unit);
    case "unit":
      return { quantity: unitQuantity(node.unit, evaluation.conventions) };
    case "name":
      return evaluation.scope.lookup(node.name) ?? failOnName(evaluation, node, node.name);
    case "negate": {
      const operand = evaluateNode(evaluation, node.operand);
      if (!operand) return null;
      const { base, sample } = mapBases([operand], ([x]) => -(x ?? 0));
      return { ...operand, quantity: { ...operand.quantity, base }, ...sample && { sample } };
    }
    case "binary":
      return evaluateBinary(evaluation, node);
    case "range":
      return evaluateRange(evaluation, node);
    case "call":
      return evaluateCall(evaluation, node);
    case "convert":
      return evaluateConversion(evaluation, node);
  }
}
function literalAmount(evaluation, at, number, unit) {
  const base = inBaseUnits(number, unit, evaluation.conventions);
  if (!Number.isFinite(base)) return fail2(evaluation, at, "this number is too large to compute with");
  const quantity = { base, dimension: unit.dimension, labels: unit.labels };
  return unit.text === "%" ? { quantity, hint: { text: "%", scale: 0.01 } } : { quantity };
}
function failOnName(evaluation, at, name) {
  const { message, mend } = evaluation.scope.explainMissing(name, evaluation.number);
  return fail2(evaluation, at, message, mend);
}
function compute(operator, a, b) {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    case "^":
      return a ** b;
  }
}
function evaluateBinary(evaluation, node) {
  const left = evaluateNode(evaluation, node.left);
  const right = left && evaluateNode(evaluation, node.right);
  if (!left || !right) return null;
  const shape = shapeOfResult(evaluation, node, left, right);
  if (!shape) return null;
  const base = compute(node.operator, left.quantity.base, right.quantity.base);
  if (!left.sample && !right.sample) {
    if (!Number.isFinite(base)) return failOnInfinite(evaluation, node, left, right);
    return { quantity: { base, dimension: shape.dimension, labels: shape.labels } };
  }
  const { sample } = mapBases([left, right], ([a = 0, b = 0]) => compute(node.operator, a, b));
  if (!isFiniteEverywhere(base, sample)) return failOnInfinite(evaluation, node, left, right);
  return { quantity: { base, ...shape }, ...sample && { sample } };
}
function shapeOfResult(evaluation, node, left, right) {
  const a = left.quantity;
  const b = right.quantity;
  if (node.operator === "+" || node.operator === "-") {
    if (!sameDimension(a.dimension, b.dimension)) return failOnSum(evaluation, node, left, right);
    warnAboutPercent(evaluation, node, left, right);
    return { dimension: a.dimension, labels: labelsOfSum(a.labels, b.labels) };
  }
  if (node.operator === "^") return shapeOfPower(evaluation, node, left, right);
  const power = node.operator === "*" ? 1 : -1;
  return { dimension: combineDimensions(a.dimension, b.dimension, power), labels: combineLabels(a.labels, b.labels, power) };
}
function failOnSum(evaluation, node, left, right) {
  const sides = `${sourceOf(evaluation, node.left)} is ${dimensionInWords(left.quantity.dimension)}, ${sourceOf(evaluation, node.right)} is ${dimensionInWords(right.quantity.dimension)}`;
  const verb = node.operator === "+" ? "added" : "subtracted";
  const percent = node.right.kind === "literal" && node.right.literal.unit.text === "%" ? node.right.literal.number : null;
  const factor = percent === null ? null : node.operator === "+" ? 100 + percent : 100 - percent;
  const mend = factor === null ? mendForSum(
    { line: evaluation.line, names: evaluation.scope.names },
    node,
    left.quantity.dimension,
    right.quantity.dimension
  ) : `did you mean ${quote(`${evaluation.line.slice(node.left.start, node.left.end)} * ${factor}%`)}?`;
  return fail2(evaluation, node, `${sides}: these cannot be ${verb}`, mend);
}
function warnAboutPercent(evaluation, node, left, right) {
  if (right.hint?.text !== "%" || left.hint?.text === "%" || Math.abs(left.quantity.base) <= 1) return;
  const percent = right.quantity.base * 100;
  const whole = node.operator === "+" ? 100 + percent : 100 - percent;
  const verb = node.operator === "+" ? "raise" : "lower";
  const factor = Number(whole.toPrecision(6));
  evaluation.warnings.push({
    start: node.start,
    end: node.end,
    message: `${sourceOf(evaluation, node.right)} is ${Number(right.quantity.base.toPrecision(6))} here, not a share of ${sourceOf(evaluation, node.left)}`,
    mend: `to ${verb} it by that share write ${quote(`${evaluation.line.slice(node.left.start, node.left.end)} * ${factor}%`)}`
  });
}
var MAX_POWER = 12;
function shapeOfPower(evaluation, node, left, right) {
  if (!isCount(right.quantity.dimension)) {
    return fail2(
      evaluation,
      node.right,
      `a power is a plain count, ${sourceOf(evaluation, node.right)} is ${dimensionInWords(right.quantity.dimension)}`
    );
  }
  if (isCount(left.quantity.dimension)) return { dimension: COUNT, labels: NO_LABELS };
  const power = right.quantity.base;
  if (right.sample || Math.abs(power) > MAX_POWER || !Number.isInteger(power * 2)) {
    return fail2(
      evaluation,
      node.right,
      `${sourceOf(evaluation, node.left)} is ${dimensionInWords(left.quantity.dimension)}: its power must be a small whole number`,
      "divide by a unit first"
    );
  }
  return {
    dimension: raiseDimension(left.quantity.dimension, power),
    labels: combineLabels(NO_LABELS, left.quantity.labels, power)
  };
}
function isFiniteEverywhere(base, sample) {
  if (!Number.isFinite(base)) return false;
  return !sample || sample.every(Number.isFinite);
}
function failOnInfinite(evaluation, node, left, right) {
  if (node.operator === "/") {
    const zero = right.sample ? "may be zero" : right.quantity.base === 0 ? "is zero" : null;
    if (zero) return fail2(evaluation, node.right, `${sourceOf(evaluation, node.right)} ${zero}: nothing can be divided by it`);
  }
  if (node.operator === "^" && left.quantity.base < 0) return fail2(evaluation, node, "a negative value has no such power");
  if (node.operator === "^" && left.quantity.base === 0) return fail2(evaluation, node, "zero has no negative power");
  return fail2(evaluation, node, "the result is too large to compute with");
}
function evaluateRange(evaluation, node) {
  const low = evaluateNode(evaluation, node.low);
  const high = low && evaluateNode(evaluation, node.high);
  if (!low || !high) return null;
  if (!sameDimension(low.quantity.dimension, high.quantity.dimension)) {
    const sides = `${sourceOf(evaluation, node.low)} is ${dimensionInWords(low.quantity.dimension)}, ${sourceOf(evaluation, node.high)} is ${dimensionInWords(high.quantity.dimension)}`;
    return fail2(evaluation, node, `${sides}: a range has one kind of quantity`, "write the same unit at both ends");
  }
  if (low.sample || high.sample)
    return fail2(evaluation, node, "the ends of a range are single values", "multiply the range instead: `x * 0.8..1.2`");
  const from = low.quantity.base;
  const to = high.quantity.base;
  const written = `${evaluation.line.slice(node.high.start, node.high.end)}..${evaluation.line.slice(node.low.start, node.low.end)}`;
  if (from > to) return fail2(evaluation, node, "the low end of this range is above its high end", `write ${quote(written)}`);
  const shape = { dimension: high.quantity.dimension, labels: labelsOfSum(low.quantity.labels, high.quantity.labels) };
  const hint = high.hint ? { hint: high.hint } : {};
  if (from === to) return { quantity: { base: from, ...shape }, ...hint };
  const middle = { base: from > 0 ? Math.sqrt(from) * Math.sqrt(to) : (from + to) / 2, ...shape };
  if (evaluation.probe?.smooth) return { quantity: middle, ...hint };
  const sample = sampleRange(from, to, evaluation.scope.nextRandom());
  if (high.hint?.text === "%" && to <= 1) clip(sample);
  return { quantity: middle, sample, ...hint };
}
function clip(sample) {
  for (let i = 0; i < sample.length; i++) if ((sample[i] ?? 0) > 1) sample[i] = 1;
}
function evaluateCall(evaluation, node) {
  const known = FUNCTIONS.get(node.name);
  const nameSpan = { start: node.start, end: node.nameEnd };
  if (!known) {
    const near2 = nearestName(node.name, FUNCTIONS.keys());
    if (evaluation.scope.lookup(node.name))
      return fail2(
        evaluation,
        nameSpan,
        `${quote(node.name)} is a value, not a function`,
        `write ${quote(`${node.name} * (...)`)} to multiply`
      );
    const mend = near2 === null ? `the functions are ${[...FUNCTIONS.keys()].join(", ")}` : `did you mean ${quote(near2)}?`;
    return fail2(evaluation, nameSpan, `there is no function ${quote(node.name)}`, mend);
  }
  const count = node.arguments.length;
  if (count < known.least || count > known.most) {
    const wanted = known.least === known.most ? String(known.least) : known.most >= 100 ? `${known.least} or more` : `${known.least} or ${known.most}`;
    return fail2(
      evaluation,
      node,
      `${quote(known.name)} takes ${wanted} ${wanted === "1" ? "value" : "values"}, here are ${count}`,
      `write ${quote(known.usage)}`
    );
  }
  const amounts = [];
  for (const argument of node.arguments) {
    const amount = evaluateNode(evaluation, argument);
    if (!amount) return null;
    amounts.push(amount);
  }
  const whole = evaluation.probe?.smooth && ROUNDING.has(node.name) ? amounts[0] : void 0;
  if (whole) return whole;
  const result = known.apply(amounts, evaluation.conventions);
  if ("wrong" in result) {
    const at = node.arguments[result.wrong] ?? node;
    return fail2(evaluation, at, result.message, result.mend?.replace("ARGUMENT", evaluation.line.slice(at.start, at.end)));
  }
  if (!isFiniteEverywhere(result.quantity.base, result.sample)) {
    const why = node.name === "log2" ? "`log2` needs a value above zero" : `${quote(node.name)} has no finite result here`;
    return fail2(evaluation, node, why);
  }
  return result;
}
function evaluateConversion(evaluation, node) {
  const operand = evaluateNode(evaluation, node.operand);
  if (!operand) return null;
  const { unit } = node;
  if (!sameDimension(operand.quantity.dimension, unit.dimension)) {
    const sides = `${sourceOf(evaluation, node.operand)} is ${dimensionInWords(operand.quantity.dimension)}, ${quote(unit.text)} is ${dimensionInWords(unit.dimension)}`;
    const missing = combineDimensions(unit.dimension, operand.quantity.dimension, -1);
    const onlyTime = missing.information === 0 && missing.money === 0;
    const factor = missing.time > 0 ? "multiply by a time first, such as `* 1 day`" : "divide by a time first, such as `/ 1 day`";
    const mend = onlyTime && missing.time !== 0 ? factor : void 0;
    return fail2(evaluation, node, `${sides}: it cannot be shown so`, mend);
  }
  return { ...operand, hint: { text: unit.text, scale: unitScale(unit, evaluation.conventions) } };
}

// engine/quantity/tokens.ts
var SYMBOLS = /* @__PURE__ */ new Set(["..", "+", "-", "*", "/", "^", "(", ")", ",", "=", "%", "$"]);
var LOOKALIKES = /* @__PURE__ */ new Map([
  ["\xD7", "*"],
  ["\xB7", "*"],
  ["\xF7", "/"],
  ["\u2212", "-"],
  ["\u2013", "-"],
  ["\u2026", ".."]
]);
var isDigit = (code) => code >= 48 && code <= 57;
var isAsciiLetter = (code) => code >= 65 && code <= 90 || code >= 97 && code <= 122 || code === 95;
var isSpace = (code) => code === 32 || code === 9 || code === 13 || code === 160 || code > 127 && /\s/.test(String.fromCharCode(code));
function isLetter(line, at) {
  const code = line.charCodeAt(at);
  return code < 128 ? isAsciiLetter(code) : code !== 183 && /[\p{L}\p{M}]/u.test(line.charAt(at));
}
function continuesWord(line, at) {
  const code = line.charCodeAt(at);
  return code < 128 ? isAsciiLetter(code) || isDigit(code) : isLetter(line, at);
}
function skipDigits(line, from) {
  let at = from;
  while (isDigit(line.charCodeAt(at)) || line[at] === "_" && isDigit(line.charCodeAt(at + 1))) at++;
  return at;
}
function skipThousands(line, from) {
  let at = from;
  while (line[at] === ",") {
    const end = at + 4;
    if (![1, 2, 3].every((step) => isDigit(line.charCodeAt(at + step))) || isDigit(line.charCodeAt(end))) break;
    at = end;
  }
  return at;
}
function numberOf(text) {
  return Number(text.includes(",") || text.includes("_") ? text.replace(/[,_]/g, "") : text);
}
function readNumber(line, start, insideCall) {
  let at = skipDigits(line, start);
  let splitThousands = false;
  if (at - start <= 3 && at > start) {
    const end = skipThousands(line, at);
    if (insideCall) splitThousands = end > at;
    else at = end;
  }
  if (line[at] === "." && isDigit(line.charCodeAt(at + 1))) at = skipDigits(line, at + 1);
  if (line[at] === "e" || line[at] === "E") {
    const sign = line[at + 1] === "+" || line[at + 1] === "-" ? 1 : 0;
    if (isDigit(line.charCodeAt(at + 1 + sign))) at = skipDigits(line, at + 1 + sign);
  }
  return { end: at, splitThousands };
}
var HASH = 35;
var DOT = 46;
function tokenize(line) {
  const tokens = [];
  const callStack = [];
  let at = 0;
  let spaced = false;
  while (at < line.length) {
    const start = at;
    const code = line.charCodeAt(at);
    if (code === HASH) break;
    if (isSpace(code)) {
      at++;
      spaced = true;
      continue;
    }
    let kind = "symbol";
    let text = "";
    let value = Number.NaN;
    let splitThousands = false;
    if (isDigit(code) || code === DOT && isDigit(line.charCodeAt(at + 1))) {
      const number = readNumber(line, at, callStack[callStack.length - 1] === true);
      kind = "number";
      at = number.end;
      text = line.slice(start, at);
      value = numberOf(text);
      splitThousands = number.splitThousands;
    } else if (isLetter(line, at)) {
      kind = "word";
      at++;
      while (at < line.length && continuesWord(line, at)) at++;
      text = line.slice(start, at);
    } else if (code === DOT && line.charCodeAt(at + 1) === DOT) {
      text = "..";
      at += line.charCodeAt(at + 2) === DOT ? 3 : 2;
    } else {
      const character = line.charAt(at);
      text = code < 128 ? character : LOOKALIKES.get(character) ?? character;
      if (text === "(") callStack.push(tokens[tokens.length - 1]?.kind === "word");
      else if (text === ")") callStack.pop();
      if (SYMBOLS.has(text)) at++;
      else {
        kind = "bad";
        at += characterLength(line, at);
      }
    }
    tokens.push({ kind, text, start, end: at, spaced, value, splitThousands });
    spaced = false;
  }
  tokens.push({ kind: "end", text: "", start: at, end: at, spaced, value: Number.NaN, splitThousands: false });
  return tokens;
}
function characterLength(line, at) {
  return (line.codePointAt(at) ?? 0) > 65535 ? 2 : 1;
}

// engine/quantity/literal.ts
function significantDigits(text) {
  const mantissa = (text.toLowerCase().split("e")[0] ?? "").replaceAll(/[,_]/g, "");
  const digits = mantissa.replace(".", "").replace(/^0+/, "");
  const counted = mantissa.includes(".") ? digits : digits.replace(/0+$/, "");
  return Math.max(1, counted.length);
}
function warnAboutTouchingB(cursor, money) {
  const number = peek(cursor, -1);
  const letter = peek(cursor);
  const next = peek(cursor, 1);
  if (money || next.kind === "word" && (lookupNoun(next.text) !== null || lookupUnit(next.text) !== null)) return;
  const text = number.text;
  warn(
    cursor,
    { start: number.start, end: letter.end },
    `${quote(`${text}B`)} is read as ${text} billion`,
    `write ${quote(`${text} B`)} for bytes`
  );
}
function readMagnitude(cursor, money) {
  let magnitude = 1;
  const token = peek(cursor);
  if (token.kind !== "word") return magnitude;
  const symbol = MAGNITUDES2.get(token.text);
  if (symbol !== void 0 && !(token.spaced && (token.text === "B" || cursor.isName(token.text)))) {
    if (token.text === "B") warnAboutTouchingB(cursor, money);
    advance(cursor);
    magnitude = symbol;
  } else if (!token.spaced && (token.text === "m" || token.text === "G" || token.text === "b")) {
    if (token.text === "b") return magnitude;
    const mend = token.text === "m" ? "write `M` for millions, ` min` for minutes or ` ms` for milliseconds" : "write `B` for billions or ` GB` for gigabytes";
    return fail(cursor, token, `${quote(token.text)} is not a magnitude`, mend);
  }
  for (let word = MAGNITUDE_WORDS.get(peek(cursor).text); word !== void 0; word = MAGNITUDE_WORDS.get(peek(cursor).text)) {
    advance(cursor);
    magnitude *= word;
  }
  return magnitude;
}
function readLiteral(cursor) {
  const start = peek(cursor).start;
  const money = isSymbol(peek(cursor), "$");
  if (money) advance(cursor);
  const number = peek(cursor);
  if (number.kind !== "number") return fail(cursor, number, "a number is missing after `$`", "write for example `$1.5K`");
  advance(cursor);
  if (number.splitThousands) {
    warn(cursor, number, "inside a call a comma separates the arguments", `write ${quote(`${number.text}_000`)} for thousands`);
  }
  const magnitude = readMagnitude(cursor, money);
  if (magnitude === null) return null;
  const unit = readUnitExpression(cursor);
  if (!unit) return null;
  const value = number.value * magnitude;
  const end = (cursor.tokens[cursor.index - 1] ?? number).end;
  if (!Number.isFinite(value))
    return fail(cursor, { start, end }, "this number is too large to compute with", "use at most 300 digits");
  const priced = money ? { ...unit, dimension: combineDimensions(unit.dimension, MONEY), text: `USD${unit.text}` } : unit;
  return { start, end, number: value, magnitude, unit: priced, written: number.text };
}

// engine/worksheet/parse-expression.ts
var MAX_DEPTH = 64;
function deeper(cursor, read) {
  if (cursor.depth >= MAX_DEPTH)
    return fail(cursor, peek(cursor), `nested more than ${MAX_DEPTH} deep`, "give a part its own line and name");
  cursor.depth++;
  const result = read();
  cursor.depth--;
  return result;
}
function readExpression(cursor) {
  let node = readSum(cursor);
  while (node && (isWord(peek(cursor), "in") || isWord(peek(cursor), "to"))) {
    advance(cursor);
    const unit = readTargetUnit(cursor);
    if (!unit) return null;
    node = { kind: "convert", operand: node, unit, start: node.start, end: previousEnd(cursor) };
  }
  return node;
}
function previousEnd(cursor) {
  return peek(cursor, -1).end;
}
function binary(operator, left, right) {
  return { kind: "binary", operator, left, right, start: left.start, end: right.end };
}
function readSum(cursor) {
  let left = readProduct(cursor);
  for (; ; ) {
    const token = peek(cursor);
    const operator = isSymbol(token, "+") ? "+" : isSymbol(token, "-") ? "-" : null;
    if (!left || !operator) return left;
    advance(cursor);
    const right = readProduct(cursor);
    if (!right) return null;
    left = binary(operator, left, right);
  }
}
function readProduct(cursor) {
  let left = readRange(cursor);
  while (left) {
    const token = peek(cursor);
    if (isWord(token, "per")) {
      const unit = readUnitExpression(cursor);
      if (!unit) return null;
      left = binary("*", left, { kind: "unit", unit, start: token.start, end: previousEnd(cursor) });
      continue;
    }
    const operator = isSymbol(token, "*") || isWord(token, "of") ? "*" : isSymbol(token, "/") ? "/" : null;
    if (!operator) return left;
    advance(cursor);
    const right = readRange(cursor);
    if (!right) return null;
    left = binary(operator, left, right);
  }
  return null;
}
function startsRange(cursor) {
  const token = peek(cursor);
  if (isSymbol(token, "..")) return true;
  if (!isWord(token, "to")) return false;
  const next = peek(cursor, 1);
  if (next.kind === "word") return cursor.isName(next.text) || isSymbol(peek(cursor, 2), "(") && !lookupUnit(next.text);
  return !isSymbol(next, "/") && !isSymbol(next, "%");
}
function readRange(cursor) {
  const low = readUnary(cursor);
  if (!low || !startsRange(cursor)) return low;
  advance(cursor);
  const high = readUnary(cursor);
  if (!high) return null;
  if (startsRange(cursor)) return fail(cursor, peek(cursor), "a range has two ends", "write `low..high`");
  return { kind: "range", low: sharedUnit(cursor, low, high), high, start: low.start, end: high.end };
}
function sharedUnit(cursor, low, high) {
  if (low.kind !== "literal" || high.kind !== "literal" || low.literal.unit !== NO_UNIT) return low;
  const { number, magnitude } = low.literal;
  const shares = magnitude === 1 && high.literal.magnitude !== 1 && number * high.literal.magnitude <= high.literal.number;
  if (high.literal.unit === NO_UNIT && !shares) return low;
  const factor = shares ? high.literal.magnitude : 1;
  const literal = { ...low.literal, number: number * factor, magnitude: magnitude * factor, unit: high.literal.unit };
  if (shares) {
    const written = cursor.line.slice(low.start, low.end);
    warn(
      cursor,
      { start: low.start, end: high.end },
      `both ends of this range take the magnitude of ${quote(cursor.line.slice(high.start, high.end))}`,
      `write it after ${quote(written)} too`
    );
  }
  return { ...low, literal };
}
function readUnary(cursor) {
  const token = peek(cursor);
  if (isSymbol(token, "+")) {
    advance(cursor);
    return deeper(cursor, () => readUnary(cursor));
  }
  if (!isSymbol(token, "-")) return readPower(cursor);
  advance(cursor);
  const operand = deeper(cursor, () => readUnary(cursor));
  return operand && { kind: "negate", operand, start: token.start, end: operand.end };
}
function readPower(cursor) {
  const base = readWithUnit(cursor);
  if (!base || !isSymbol(peek(cursor), "^")) return base;
  advance(cursor);
  const exponent = deeper(cursor, () => readUnary(cursor));
  return exponent && binary("^", base, exponent);
}
function readWithUnit(cursor) {
  let node = readPrimary(cursor);
  while (node && node.kind !== "literal") {
    const token = peek(cursor);
    if (token.kind !== "word" || KEYWORDS.has(token.text) || isSymbol(peek(cursor, 1), "(")) return node;
    const unit = node.kind === "name" && token.text.length === 1 ? null : bareUnit(cursor, token);
    if (!unit) return node;
    advance(cursor);
    node = binary("*", node, { kind: "unit", unit, start: token.start, end: token.end });
  }
  return node;
}
function readPrimary(cursor) {
  const token = peek(cursor);
  if (token.kind === "number" || isSymbol(token, "$")) {
    const literal = readLiteral(cursor);
    return literal && { kind: "literal", literal, start: literal.start, end: literal.end };
  }
  if (isSymbol(token, "(")) return readParentheses(cursor);
  if (token.kind === "word" && !KEYWORDS.has(token.text)) return readWord(cursor, token);
  return failOnMissingOperand(cursor, token);
}
function readParentheses(cursor) {
  const open = advance(cursor);
  if (isSymbol(peek(cursor), ")"))
    return fail(cursor, { start: open.start, end: peek(cursor).end }, "nothing stands between these parentheses");
  const inside = deeper(cursor, () => readExpression(cursor));
  if (!inside) return null;
  if (!isSymbol(peek(cursor), ")")) return failAfterExpression(cursor, open);
  return { ...inside, start: open.start, end: advance(cursor).end };
}
function readWord(cursor, token) {
  if (isSymbol(peek(cursor, 1), "(") && !peek(cursor, 1).spaced) return readCall(cursor);
  const unit = token.text.length > 1 || cursor.index > 0 && isSymbol(peek(cursor, -1), "/") ? bareUnit(cursor, token) : null;
  advance(cursor);
  if (unit) return { kind: "unit", unit, start: token.start, end: token.end };
  return { kind: "name", name: token.text, start: token.start, end: token.end };
}
function readCall(cursor) {
  const name = advance(cursor);
  const open = advance(cursor);
  const parts = [];
  if (!isSymbol(peek(cursor), ")")) {
    for (; ; ) {
      const part = deeper(cursor, () => readExpression(cursor));
      if (!part) return null;
      parts.push(part);
      if (!isSymbol(peek(cursor), ",")) break;
      advance(cursor);
    }
  }
  if (!isSymbol(peek(cursor), ")")) return failAfterExpression(cursor, open);
  return { kind: "call", name: name.text, nameEnd: name.end, arguments: parts, start: name.start, end: advance(cursor).end };
}
function failOnMissingOperand(cursor, token) {
  const before = cursor.index > 0 ? peek(cursor, -1) : null;
  if (token.kind === "bad") return failOnBadCharacter(cursor, token);
  if (token.kind === "end") {
    const after = before ? ` after ${quote(before.text)}` : "";
    return fail(cursor, before ?? token, `a value is missing${after}`, "write a number, a name or a parenthesis");
  }
  if (isSymbol(token, "..")) return fail(cursor, token, "a range needs a low end", "write `low..high`");
  if (isSymbol(token, ")"))
    return fail(cursor, token, "`)` closes nothing, or a value is missing before it", "remove it, or write the value");
  if (isSymbol(token, "=")) return fail(cursor, token, "`=` stands once in a line, after one name", "write `name = value`");
  if (token.kind === "word") return fail(cursor, token, `${quote(token.text)} needs a value before it`);
  return fail(cursor, token, `a value is missing before ${quote(token.text)}`, "write a number, a name or a parenthesis");
}
function failOnBadCharacter(cursor, token) {
  const currency = { "\u20AC": "euros", "\xA3": "pounds", "\xA5": "yen", "\u20B9": "rupees" }[token.text];
  if (currency)
    return fail(cursor, token, `${currency} are not a unit, because exchange rates change`, "convert to US dollars and write `$`");
  const mend = {
    "{": "use `(`",
    "}": "use `)`",
    "[": "use `(`, or `low..high` for a range",
    "]": "use `)`",
    ":": "write `name = value`",
    ".": "write `0.5` for a half"
  }[token.text];
  return fail(
    cursor,
    token,
    `${quote(token.text)} means nothing in a worksheet`,
    mend ?? "remove it, or put it in a comment after `#`"
  );
}
function failAfterExpression(cursor, open) {
  const token = peek(cursor);
  const before = peek(cursor, -1);
  if (token.kind === "bad") return failOnBadCharacter(cursor, token);
  if (token.kind === "end") return fail(cursor, open ?? token, "`(` is not closed", "add `)`");
  if (isSymbol(token, ")")) return fail(cursor, token, "`)` closes nothing", "remove it");
  if (isSymbol(token, "=")) return fail(cursor, token, "`=` stands once in a line, after one name", "write `name = value`");
  if (isSymbol(token, ","))
    return fail(
      cursor,
      token,
      "a comma only separates the arguments of a function",
      "write `10_000` or `10,000` for thousands, with three digits after each comma"
    );
  if (isSymbol(token, "%"))
    return fail(
      cursor,
      token,
      "`%` stands right after a number",
      `write ${quote(`${before.text} / 100`)} or ${quote(`${before.text} in %`)}`
    );
  if (token.kind === "symbol" && token.text !== "(" && token.text !== "$")
    return fail(cursor, token, `${quote(token.text)} does not fit here`);
  const piece = token.kind === "word" || token.kind === "number" ? token.text : "(...)";
  return fail(
    cursor,
    token,
    `an operator is missing between ${quote(before.text)} and ${quote(piece)}`,
    `write ${quote(`${before.text} * ${piece}`)}, or put words in a comment after \`#\``
  );
}

// engine/worksheet/parse-line.ts
var MAX_LINE_LENGTH = 1e3;
var MAX_NAME_LENGTH = 64;
function parseLine(line, isName) {
  if (line.length > MAX_LINE_LENGTH) {
    const error = {
      start: MAX_LINE_LENGTH,
      end: line.length,
      message: `a line has at most 1,000 characters`,
      mend: "split it over several names"
    };
    return { ok: false, error, warnings: [] };
  }
  const tokens = tokenize(line);
  const cursor = makeCursor(line, tokens, isName);
  const first = peek(cursor);
  if (first.kind === "end")
    return { ok: true, statement: line.trim() === "" ? { kind: "blank" } : { kind: "comment" }, warnings: [] };
  if (isWord(first, "solve") && peek(cursor, 1).kind === "word" && isSymbol(peek(cursor, 2), "=")) return parseSolve(cursor);
  const assigned = first.kind === "word" && isSymbol(peek(cursor, 1), "=") ? first : null;
  if (assigned) {
    cursor.index = 2;
    if (KEYWORDS.has(assigned.text))
      fail(cursor, assigned, `${quote(assigned.text)} is a word of the language and cannot be a name`, "choose another name");
    else if (assigned.text.length > MAX_NAME_LENGTH)
      fail(cursor, assigned, `a name has at most ${MAX_NAME_LENGTH} characters, this one has ${assigned.text.length}`);
    else if (peek(cursor).kind === "end")
      fail(
        cursor,
        assigned,
        `${quote(assigned.text)} has no value: nothing stands after \`=\``,
        "write a number or an expression"
      );
  } else {
    const equals = tokens.find((token) => isSymbol(token, "="));
    if (equals)
      fail(
        cursor,
        { start: first.start, end: equals.end },
        "the left side of `=` must be one name of letters, digits and underscores",
        "write for example `peak_reads = 100 /s`"
      );
  }
  const expression = cursor.error ? null : readExpression(cursor);
  if (expression && peek(cursor).kind !== "end") failAfterExpression(cursor, null);
  if (cursor.error || !expression) {
    const error = cursor.error ?? { start: first.start, end: line.length, message: "this line cannot be read" };
    return { ok: false, error, warnings: cursor.warnings, ...assigned && { name: assigned.text } };
  }
  advance(cursor);
  const statement = assigned ? { kind: "assignment", name: assigned.text, nameSpan: { start: assigned.start, end: assigned.end }, expression } : { kind: "expression", expression };
  return { ok: true, statement, warnings: cursor.warnings };
}
function parseSolve(cursor) {
  advance(cursor);
  const target = advance(cursor);
  advance(cursor);
  const expression = readExpression(cursor);
  const word = peek(cursor);
  if (expression && !isWord(word, "for")) {
    fail(
      cursor,
      word.kind === "end" ? target : word,
      "`solve` needs the name to solve for",
      `write ${quote(`solve ${target.text} = ... for name`)}`
    );
  }
  if (!cursor.error) advance(cursor);
  const unknown = peek(cursor);
  if (!cursor.error && unknown.kind !== "word")
    fail(cursor, word, "a name is missing after `for`", "write the name whose value you look for");
  if (!cursor.error) advance(cursor);
  if (!cursor.error && peek(cursor).kind !== "end") failAfterExpression(cursor, null);
  if (cursor.error || !expression) {
    const error = cursor.error ?? { start: target.start, end: target.end, message: "this line cannot be read" };
    return { ok: false, error, warnings: cursor.warnings };
  }
  const statement = {
    kind: "solve",
    target: target.text,
    targetSpan: { start: target.start, end: target.end },
    expression,
    unknown: unknown.text,
    unknownSpan: { start: unknown.start, end: unknown.end }
  };
  return { ok: true, statement, warnings: cursor.warnings };
}

// engine/worksheet/evaluate-sheet.ts
var MAX_LINES = 500;
var MAX_SOLVES = 10;
var CONVENTION_NAMES2 = /* @__PURE__ */ new Set(["day", "month", "year"]);
var isConvention = (name) => CONVENTION_NAMES2.has(name);
function toError(problem, line) {
  const { start, end, message, mend } = problem;
  return { line, column: start + 1, endColumn: Math.max(end, start + 1) + 1, message, ...mend !== void 0 && { mend } };
}
function splitLines(source) {
  const lines2 = [];
  let start = 0;
  while (lines2.length <= MAX_LINES) {
    const end = source.indexOf("\n", start);
    lines2.push(source.slice(start, end === -1 ? void 0 : end));
    if (end === -1) break;
    start = end + 1;
  }
  return lines2;
}
function findDefinitions(lines2) {
  const found = /* @__PURE__ */ new Map();
  for (const [index, line] of lines2.entries()) {
    const equals = line.slice(0, 200).indexOf("=");
    const name = equals > 0 ? line.slice(0, equals).trim() : "";
    if (name !== "" && !/[\s#]/.test(name)) found.set(name, index + 1);
  }
  return found;
}
function openSheet(options, lines2) {
  const values = /* @__PURE__ */ new Map();
  for (const [name, quantity] of Object.entries(options.given ?? {})) values.set(name, { quantity });
  const lengths = options.conventions ?? {};
  const sheet2 = {
    values,
    definedOn: /* @__PURE__ */ new Map(),
    failedOn: /* @__PURE__ */ new Map(),
    isName: (name) => values.has(name) && !isConvention(name),
    lengths,
    conventions: options.conventions ? makeConventions(lengths) : CALENDAR,
    ranges: 0,
    solves: 0,
    seed: options.seed ?? 1
  };
  return Object.assign(sheet2, { scope: makeScope(sheet2, lines2) });
}
function explainMissing(sheet2, definitions, name, line) {
  const quoted = quote(name);
  const failed = sheet2.failedOn.get(name);
  if (failed !== void 0)
    return { message: `${quoted} has no value because line ${failed} has an error`, mend: `mend line ${failed} first` };
  const later = definitions.get(name);
  if (later === line)
    return {
      message: `${quoted} is defined by itself`,
      mend: "write the right side without it, or give the new value another name"
    };
  if (later !== void 0 && later > line) {
    return {
      message: `${quoted} is used here, but gets its value only on line ${later}`,
      mend: `move line ${later} above line ${line}; two lines that need each other have no value`
    };
  }
  if (FUNCTIONS.has(name)) return { message: `${quoted} is a function`, mend: `write ${quote(FUNCTIONS.get(name)?.usage ?? "")}` };
  const near2 = nearestName(name, [...sheet2.values.keys(), ...FUNCTIONS.keys()]);
  if (near2 !== null) return { message: `${quoted} has no value`, mend: `did you mean ${quote(near2)}?` };
  if (lookupUnit(name))
    return { message: `${quoted} is a unit that needs a number before it`, mend: `write ${quote(`1 ${name}`)}` };
  if (lookupNoun(name) !== null)
    return {
      message: `${quoted} has no value`,
      mend: `give it one above, such as ${quote(`${name} = 100M`)}, or write ${quote(`1 ${name}`)} to count them`
    };
  return { message: `${quoted} has no value`, mend: `give it one on a line above: ${quote(`${name} = ...`)}` };
}
function makeScope(sheet2, texts) {
  let definitions = null;
  return {
    lookup: (name) => {
      const value = sheet2.values.get(name);
      return value ? toAmount(value) : null;
    },
    *names() {
      for (const [name, value] of sheet2.values) yield [name, { quantity: value.quantity }];
    },
    explainMissing: (name, line) => {
      definitions ??= findDefinitions(texts);
      return explainMissing(sheet2, definitions, name, line);
    },
    nextRandom: () => makeRandom(Math.imul(sheet2.seed, 2654435761) + Math.imul(++sheet2.ranges, 2246822507))
  };
}
function formatValue(value, conventions = CALENDAR) {
  const options = { hint: value.unitHint, conventions };
  const middle = formatQuantity(value.quantity, options);
  if (!value.range) return middle;
  const show = (base) => formatQuantity({ ...value.quantity, base }, options);
  return `${middle} (${show(value.range.p10)} to ${show(value.range.p90)})`;
}
function setConvention(sheet2, name, amount) {
  const { base, dimension } = amount.quantity;
  const example = { day: "100K s", month: "2.5M s", year: "12 months" }[name];
  if (!sameDimension(dimension, TIME)) {
    return {
      message: `${quote(name)} is a length of time, this is ${dimensionInWords(dimension)}`,
      mend: `write for example ${quote(`${name} = ${example}`)}, or choose another name`
    };
  }
  if (!(base > 0))
    return { message: `the length of a ${name} must be above zero`, mend: `write for example ${quote(`${name} = ${example}`)}` };
  sheet2.lengths = { ...sheet2.lengths, [name]: base };
  sheet2.conventions = makeConventions(sheet2.lengths);
  return null;
}
var NO_PROBLEMS = [];
function warningsAboutName(sheet2, statement, given) {
  const { name, nameSpan } = statement;
  const before = sheet2.definedOn.get(name);
  if (before === void 0 && name.length > 3) return NO_PROBLEMS;
  const warnings = [];
  if (before !== void 0) {
    warnings.push({
      ...nameSpan,
      message: `${quote(name)} already has a value from line ${before}: the lines below use this one`,
      mend: "give one of them another name"
    });
  }
  const unit = lookupUnit(name);
  if (unit && !unit.afterNumber && name.length <= 3 && !isConvention(name) && given?.[name] === void 0) {
    warnings.push({
      ...nameSpan,
      message: `${quote(name)} is also a unit: here it means your value, right after a number still the unit`,
      mend: "give it a longer name"
    });
  }
  return warnings;
}
function evaluateText(sheet2, source, number, context) {
  const parsed = parseLine(source, sheet2.isName);
  const warnings = parsed.warnings.length === 0 ? [] : parsed.warnings.map((problem) => toError(problem, number));
  if (!parsed.ok) return failLine(sheet2, number, toError(parsed.error, number), warnings, { name: parsed.name });
  const { statement } = parsed;
  if (statement.kind === "blank" || statement.kind === "comment") return { line: number, kind: statement.kind, warnings: [] };
  const evaluation = {
    line: source,
    number,
    probe: context.options.probe ?? null,
    conventions: sheet2.conventions,
    scope: sheet2.scope,
    warnings: [],
    error: null
  };
  const amount = evaluateNode(evaluation, statement.expression);
  for (const problem of evaluation.warnings) warnings.push(toError(problem, number));
  const { expression } = statement;
  const name = statement.kind === "assignment" ? statement.name : void 0;
  const refuse = (problem) => failLine(sheet2, number, toError(problem, number), warnings, { name, expression });
  if (!amount) return refuse(evaluation.error ?? { ...expression, message: "this line cannot be computed" });
  if (statement.kind === "solve") return evaluateSolve(sheet2, statement, amount, number, context);
  const value = toValue(amount);
  if (statement.kind === "assignment") {
    for (const problem of warningsAboutName(sheet2, statement, context.options.given)) warnings.push(toError(problem, number));
    const wrong = isConvention(statement.name) ? setConvention(sheet2, statement.name, amount) : null;
    if (wrong) return refuse({ start: expression.start, end: expression.end, ...wrong });
    sheet2.values.set(statement.name, value);
    sheet2.definedOn.set(statement.name, number);
    sheet2.failedOn.delete(statement.name);
  }
  const text = formatValue(value, sheet2.conventions);
  return name === void 0 ? { line: number, kind: "expression", value, text, warnings, expression } : { line: number, kind: "assignment", name, value, text, warnings, expression };
}
function evaluateSolve(sheet2, statement, wanted, number, context) {
  const { target, targetSpan, unknown, unknownSpan, expression } = statement;
  const problemAt = (name, span) => sheet2.values.has(name) ? null : { ...span, ...sheet2.scope.explainMissing(name, number) };
  const missing = problemAt(target, targetSpan) ?? problemAt(unknown, unknownSpan);
  if (missing) return failLine(sheet2, number, toError(missing, number), [], { expression });
  if (++sheet2.solves > MAX_SOLVES) {
    const problem = { ...targetSpan, message: `a worksheet solves at most ${MAX_SOLVES} times`, mend: "remove a `solve` line" };
    return failLine(sheet2, number, toError(problem, number), [], { expression });
  }
  const above = context.texts.slice(0, number - 1).map((text) => /^\s*solve\s/.test(text) ? "" : text);
  const result = context.solver?.({ above, target, wanted, unknown, options: context.options });
  if (!result?.ok) {
    const { message = "this line cannot be solved here", mend } = result ?? {};
    const problem = { start: targetSpan.start, end: unknownSpan.end, message, ...mend !== void 0 && { mend } };
    return failLine(sheet2, number, toError(problem, number), [], { expression });
  }
  const value = toValue(result.amount);
  return {
    line: number,
    kind: "expression",
    value,
    text: `${unknown} = ${formatValue(value, sheet2.conventions)}`,
    warnings: [],
    expression
  };
}
function failLine(sheet2, number, error, warnings, parts) {
  const { name, expression } = parts;
  if (name !== void 0) {
    sheet2.values.delete(name);
    sheet2.failedOn.set(name, number);
  }
  return { line: number, kind: "error", ...name !== void 0 && { name }, error, warnings, ...expression && { expression } };
}
function evaluateSheet(source, options = {}, solver) {
  const texts = splitLines(source);
  const tooMany = texts.length > MAX_LINES;
  const sheet2 = openSheet(options, texts);
  const context = { options, texts, solver };
  const lines2 = texts.slice(0, MAX_LINES).map((text, index) => evaluateText(sheet2, text, index + 1, context));
  if (tooMany) {
    const error = {
      line: MAX_LINES + 1,
      column: 1,
      endColumn: 2,
      message: `a worksheet has at most ${MAX_LINES} lines: this one and those below are not computed`,
      mend: "remove lines, or split the worksheet"
    };
    lines2.push({ line: MAX_LINES + 1, kind: "error", error, warnings: [] });
  }
  const errors = [];
  const warnings = [];
  for (const line of lines2) {
    if (line.error) errors.push(line.error);
    for (const warning of line.warnings) warnings.push(warning);
  }
  return { lines: lines2, values: sheet2.values, errors, warnings };
}

// engine/worksheet/chain.ts
function lineOfName(sheet2, name) {
  return sheet2.lines.findLast((line) => line.name === name && line.value !== void 0) ?? null;
}
function chainOf(sheet2, line) {
  const definitions = /* @__PURE__ */ new Map();
  for (const { name, line: number, value } of sheet2.lines) {
    if (name !== void 0 && value) definitions.set(name, [...definitions.get(name) ?? [], number]);
  }
  const found = /* @__PURE__ */ new Set();
  const waiting = [line];
  for (let next = waiting.pop(); next !== void 0; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    const expression = sheet2.lines[next - 1]?.expression;
    const names2 = ["day", "month", "year", ...expression ? namesIn(expression) : []];
    for (const name of names2) {
      const before = definitions.get(name)?.findLast((number) => number < (next ?? 0));
      if (before !== void 0) waiting.push(before);
    }
  }
  return [...found].sort((a, b) => a - b);
}
function onlyLines(source, chain) {
  const wanted = new Set(chain);
  const last = chain.at(-1) ?? 0;
  return source.split("\n", last).map((text, index) => wanted.has(index + 1) ? text : "").join("\n");
}

// engine/worksheet/solve.ts
var REACH = 1e15;
var BISECTIONS = 60;
var PROBES = 32;
var fail3 = (message, mend) => ({ ok: false, message, ...mend !== void 0 && { mend } });
function makeCurve(source, question, options) {
  const sheet2 = evaluateSheet(source, { ...options, probe: { smooth: true } });
  const target = lineOfName(sheet2, question.target);
  if (!target) return null;
  const unknown = lineOfName(sheet2, question.unknown);
  const reduced = onlyLines(source, chainOf(sheet2, target.line));
  const whole = unknown?.expression;
  const isUnknown = (node, line) => line === unknown?.line && node.kind === whole?.kind && node.start === whole.start && node.end === whole.end;
  return (factor) => {
    const scale = (amount) => ({
      ...amount,
      quantity: { ...amount.quantity, base: amount.quantity.base * factor }
    });
    const given = unknown ? void 0 : options.given?.[question.unknown];
    const result = evaluateSheet(reduced, {
      ...options,
      ...given && { given: { ...options.given, [question.unknown]: { ...given, base: given.base * factor } } },
      probe: { smooth: true, at: (node, amount, line) => isUnknown(node, line) ? scale(amount) : amount }
    });
    return result.lines[target.line - 1]?.value?.quantity.base ?? Number.NaN;
  };
}
function findFactor(curve, wanted) {
  const start = curve(1);
  if (Math.abs(start - wanted) <= Math.abs(wanted) * 1e-12) return 1;
  const rising = curve(1.01) - curve(1 / 1.01);
  if (!Number.isFinite(rising) || rising === 0) return "constant";
  const up = rising > 0 === wanted > start;
  let near2 = 1;
  let far = 1;
  for (let step = 2; ; step *= 2) {
    near2 = far;
    far = up ? step : 1 / step;
    if (step > REACH) return "out of reach";
    const value = curve(far);
    if (!Number.isFinite(value)) return "out of reach";
    if (value === wanted || value > wanted !== start > wanted) break;
  }
  let previous = start;
  for (let i = 1; i <= PROBES; i++) {
    const value = curve(far ** (i / PROBES));
    if (value > previous === start > wanted && value !== previous) return "not monotonic";
    previous = value;
  }
  for (let i = 0; i < BISECTIONS; i++) {
    const middle = Math.sqrt(near2) * Math.sqrt(far);
    if (middle === near2 || middle === far) break;
    if (curve(middle) > wanted === start > wanted) near2 = middle;
    else far = middle;
  }
  return far;
}
function solve(source, question, options = {}) {
  const { target, wanted, unknown } = question;
  const sheet2 = evaluateSheet(source, { ...options, probe: { smooth: true } });
  const aim = sheet2.values.get(target)?.quantity;
  const from = sheet2.values.get(unknown)?.quantity;
  if (!aim) return fail3(`${quote(target)} has no value`, `give it one on a line above`);
  if (!from) return fail3(`${quote(unknown)} has no value`, "start from a guess on a line above; solving scales it");
  if (!sameDimension(aim.dimension, wanted.dimension)) {
    return fail3(
      `${quote(target)} is ${dimensionInWords(aim.dimension)}, what it shall be is ${dimensionInWords(wanted.dimension)}`
    );
  }
  if (from.base === 0) return fail3(`${quote(unknown)} is zero, from which nothing can be scaled`, "give it any value above zero");
  const curve = makeCurve(source, question, options);
  const factor = curve ? findFactor(curve, wanted.base) : "constant";
  if (factor === "constant")
    return fail3(`${quote(target)} does not depend on ${quote(unknown)}`, "solve for a name that it depends on");
  if (factor === "not monotonic")
    return fail3(`${quote(target)} does not rise or fall steadily with ${quote(unknown)}: more than one value may fit`);
  if (factor === "out of reach") return fail3(`no value of ${quote(unknown)} makes ${quote(target)} that`);
  const hint = sheet2.values.get(unknown)?.unitHint;
  return { ok: true, amount: { quantity: { ...from, base: from.base * factor }, ...hint && { hint } } };
}
function solveLine(request) {
  const { above, target, wanted, unknown, options } = request;
  return solve(above.join("\n"), { target, wanted: wanted.quantity, unknown }, options);
}

// engine/worksheet/worksheet.ts
function evaluateWorksheet(source, options = {}) {
  return evaluateSheet(source, options, solveLine);
}

// tests/bench/estimator.ts
import { all, create } from "mathjs";

// engine/quantity/parse-quantity.ts
var MAX_LENGTH = 1e3;
var HEDGES = ["about", "around", "roughly", "approximately", "approx.", "approx", "circa", "ca."];
function afterHedge(text) {
  let at = text.length - text.trimStart().length;
  for (let moved = true; moved; ) {
    moved = false;
    const rest = text.slice(at);
    const hedge = HEDGES.find((word) => rest.toLowerCase().startsWith(`${word} `));
    const width = "~\u2248\u223C<>\u2264\u2265=".includes(rest.charAt(0) || " ") ? 1 : hedge?.length ?? 0;
    if (rest !== "" && width > 0) {
      at += width;
      at += text.slice(at).length - text.slice(at).trimStart().length;
      moved = true;
    }
  }
  return at;
}
function parseQuantity(text, conventions = CALENDAR) {
  const problem = (start, end, message, mend) => ({
    ok: false,
    error: { start, end, message, ...mend !== void 0 && { mend } }
  });
  if (text.length > MAX_LENGTH) return problem(0, MAX_LENGTH, `a quantity has at most ${MAX_LENGTH} characters`);
  const offset = afterHedge(text);
  const line = " ".repeat(offset) + text.slice(offset);
  const cursor = makeCursor(line, tokenize(line), () => false);
  const sign = isSymbol(peek(cursor), "-") ? -1 : 1;
  if (sign === -1 || isSymbol(peek(cursor), "+")) advance(cursor);
  const first = peek(cursor);
  if (first.kind === "end") return problem(0, text.length, "a quantity is missing", "write for example `40 /s` or `3 TB`");
  if (first.kind !== "number" && !isSymbol(first, "$")) {
    return problem(
      first.start,
      first.end,
      `a quantity starts with a number, not with ${quote(first.text)}`,
      "write for example `40 /s` or `3 TB`"
    );
  }
  const literal = readLiteral(cursor);
  if (!literal) return { ok: false, error: cursor.error ?? { start: 0, end: text.length, message: "this is not a quantity" } };
  const next = peek(cursor);
  if (next.kind !== "end")
    return problem(
      next.start,
      line.length,
      `${quote(line.slice(next.start))} is left over after the quantity`,
      "state one number with its unit"
    );
  const base = sign * inBaseUnits(literal.number, literal.unit, conventions);
  if (!Number.isFinite(base)) return problem(literal.start, literal.end, "this number is too large to compute with");
  return {
    ok: true,
    quantity: { base, dimension: literal.unit.dimension, labels: literal.unit.labels },
    number: sign * literal.number,
    unit: literal.unit,
    digits: significantDigits(literal.written),
    warnings: cursor.warnings
  };
}

// engine/worksheet/inputs.ts
var STEP = 1.1;
var MAX_INPUTS = 80;
function placesIn(node, line, name, exponent) {
  if (node.kind === "literal" || node.kind === "range") return [{ line, node, name, exponent }];
  if (node.kind === "convert") return placesIn(node.operand, line, name, exponent);
  const isPower = node.kind === "binary" && node.operator === "^";
  return childrenOf(node).flatMap((child, index) => placesIn(child, line, null, exponent || isPower && index === 1));
}
var isNumber = (node) => node.kind === "literal" || node.kind === "range";
function scaledResult(source, line, place, factor, options) {
  const scale = (amount) => ({ ...amount, quantity: { ...amount.quantity, base: amount.quantity.base * factor } });
  const scaledName = place.line === 0 && place.name !== null ? options.given?.[place.name] : void 0;
  const given = scaledName && place.name !== null ? { ...options.given, [place.name]: { ...scaledName, base: scaledName.base * factor } } : options.given;
  const sheet2 = evaluateSheet(source, {
    ...options,
    ...given && { given },
    probe: {
      smooth: true,
      at: (node, amount, at) => at === place.line && node.start === place.start && node.end === place.end && isNumber(node) ? scale(amount) : amount
    }
  });
  return sheet2.lines[line - 1]?.value?.quantity.base ?? null;
}
function inputsOf(source, sheet2, line, options = {}) {
  const chain = chainOf(sheet2, line);
  const reduced = onlyLines(source, chain);
  const texts = reduced.split("\n");
  const plain = evaluateSheet(reduced, { ...options, probe: { smooth: true } });
  const before = plain.lines[line - 1]?.value?.quantity.base;
  if (before === void 0) return [];
  const powerOf = (place) => {
    const after = scaledResult(reduced, line, place, STEP, options);
    const power = after === null || before === 0 ? 0 : Math.log(after / before) / Math.log(STEP);
    return Number.isFinite(power) ? Math.round(power * 1e6) / 1e6 : 0;
  };
  const seen = /* @__PURE__ */ new Map();
  evaluateSheet(reduced, {
    ...options,
    probe: {
      smooth: true,
      at: (node, amount, at) => {
        if (isNumber(node)) seen.set(`${at}:${node.start}:${node.end}`, amount.quantity);
        return amount;
      }
    }
  });
  const places = chain.flatMap((number) => {
    const { expression, name } = plain.lines[number - 1] ?? {};
    return expression ? placesIn(expression, number, name ?? null, false) : [];
  });
  const written = places.slice(0, MAX_INPUTS).flatMap(({ line: at, node, name, exponent }) => {
    const quantity = seen.get(`${at}:${node.start}:${node.end}`);
    if (!quantity) return [];
    const place = { line: at, start: node.start, end: node.end, name };
    const literal = node.kind === "literal" ? node.literal : null;
    return [
      {
        ...place,
        text: (texts[at - 1] ?? "").slice(node.start, node.end),
        number: literal ? literal.number : quantity.base,
        quantity,
        percent: literal?.unit.text === "%",
        exponent,
        power: powerOf(place)
      }
    ];
  });
  return [...written, ...givenInputs(plain, chain, options, powerOf)];
}
function givenInputs(sheet2, chain, options, powerOf) {
  const names2 = new Set(
    chain.flatMap((number) => {
      const { expression } = sheet2.lines[number - 1] ?? {};
      return expression ? [...namesIn(expression)] : [];
    })
  );
  return Object.entries(options.given ?? {}).flatMap(([name, quantity]) => {
    if (!names2.has(name) || sheet2.lines.some((line) => line.name === name)) return [];
    const place = { line: 0, start: 0, end: 0, name };
    return [{ ...place, text: name, number: quantity.base, quantity, percent: false, exponent: false, power: powerOf(place) }];
  });
}

// engine/worksheet/explain.ts
var BINS = 20;
function histogramOf(sample, bins = BINS) {
  const sorted = Float64Array.from(sample).sort();
  const low = quantileOfSorted(sorted, 0.01);
  const width = (quantileOfSorted(sorted, 0.99) - low) / bins;
  if (!(width > 0)) return [{ from: low, to: low, share: 1 }];
  const counts = new Array(bins).fill(0);
  for (const value of sorted) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor((value - low) / width)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count, bin) => ({ from: low + bin * width, to: low + (bin + 1) * width, share: count / sorted.length }));
}
function substitute(text, node, amounts) {
  const names2 = [];
  const visit = (at2) => {
    const amount = amounts.get(at2);
    if (at2.kind === "name" && amount) {
      const value = formatQuantity(amount.quantity, { hint: amount.hint });
      names2.push({ start: at2.start, end: at2.end, value: amount.quantity.base < 0 ? `(${value})` : value });
    }
    for (const child of childrenOf(at2)) visit(child);
  };
  visit(node);
  let result = "";
  let at = node.start;
  for (const { start, end, value } of names2.sort((a, b) => a.start - b.start)) {
    result += text.slice(at, start) + value;
    at = end;
  }
  return result + text.slice(at, node.end);
}
function unitsOf(node, amounts) {
  const amount = amounts.get(node);
  if (!amount) return "";
  if (node.kind === "convert") return unitsOf(node.operand, amounts);
  if (node.kind === "binary" && (node.operator === "*" || node.operator === "/")) {
    const left = unitsOf(node.left, amounts);
    const right = unitsOf(node.right, amounts);
    if (right === "") return left;
    const grouped = right.includes(" ") || node.operator === "/" && right.includes("/") ? `(${right})` : right;
    return left === "" ? node.operator === "/" ? `1/${grouped}` : right : `${left} ${node.operator} ${grouped}`;
  }
  return isCount(amount.quantity.dimension) ? "" : dimensionName(amount.quantity.dimension);
}
function roundingOf(value, shown) {
  const { base, dimension } = value.quantity;
  const scale = value.unitHint?.scale ?? 1;
  const unit = value.unitHint?.text ?? (isCount(dimension) ? "" : dimensionName(dimension));
  const exact = `${trimmed(base / scale)}${unit === "" ? "" : unit === "%" ? "%" : ` ${unit}`}`;
  const back = parseQuantity(shown);
  return { exact, shown, share: base !== 0 && back.ok ? back.quantity.base / base - 1 : 0 };
}
function trimmed(value) {
  const rounded = Number(value.toPrecision(12));
  const text = String(rounded);
  if (text.includes("e")) return text;
  const [whole = "", part] = text.split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (part ? `.${part}` : "");
}
function explain(source, target, options = {}) {
  const whole = evaluateSheet(source, options);
  const line = typeof target === "number" ? target : lineOfName(whole, target)?.line ?? 0;
  if (!whole.lines[line - 1]?.value) return null;
  const chain = chainOf(whole, line);
  const reduced = onlyLines(source, chain);
  const texts = reduced.split("\n");
  const amounts = /* @__PURE__ */ new Map();
  const record = (node, amount) => {
    amounts.set(node, amount);
    return amount;
  };
  const sheet2 = evaluateSheet(reduced, { ...options, probe: { at: record } });
  const steps = chain.flatMap((number) => {
    const at = sheet2.lines[number - 1];
    if (!at?.expression || !at.value) return [];
    const text2 = texts[number - 1] ?? "";
    const units = unitsOf(at.expression, amounts);
    const dimension = dimensionName(at.value.quantity.dimension);
    return [
      {
        line: number,
        name: at.name ?? null,
        formula: text2.slice(at.expression.start, at.expression.end),
        substituted: substitute(text2, at.expression, amounts),
        units: units === "" || units === dimension ? dimension : `${units} = ${dimension}`,
        result: at.text ?? ""
      }
    ];
  });
  const { value, text = "" } = whole.lines[line - 1] ?? {};
  if (!value) return null;
  const moves = inputsOf(source, whole, line, options).map(({ line: at, name, text: written, power }) => ({ line: at, name, text: written, change: 1.1 ** power - 1 })).filter((move) => Math.abs(move.change) > 1e-9).sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || b.line - a.line);
  return {
    line,
    text,
    steps,
    rounding: roundingOf(value, formatQuantity(value.quantity, { hint: value.unitHint })),
    moves,
    ...value.range && { histogram: histogramOf(value.range.sample) }
  };
}

// engine/sizing/slips/agreement.ts
var AGREES = 0.02;
var MOST_ROUNDING = 0.1;
var near = (a, b, share) => Math.abs(a / b - 1) <= share;
function isRounding(stated, exact) {
  if (!near(stated.base, exact, MOST_ROUNDING)) return false;
  const size = Math.abs(stated.number);
  if (size === 0) return false;
  const step = 10 ** (Math.floor(Math.log10(size)) + 1 - stated.digits);
  const written = exact / stated.base * size;
  if (Math.abs(written - size) < step * 0.999) return true;
  const fives = Math.round(size / step) % 10 === 5;
  return fives && Math.abs(written - size) <= 2.5 * step;
}
var LENGTHS = [
  [86400, (c) => c.day],
  [2592e3, (c) => c.month],
  [31536e3, (c) => c.year],
  [365, (c) => c.year / c.day]
];
function underConvention(source, line, conventions, options) {
  const replace = (node, amount) => {
    if (node.kind !== "literal") return amount;
    const length = LENGTHS.find(([written]) => node.literal.number === written && node.literal.unit.dimension.information === 0);
    if (!length) return amount;
    const factor = length[1](conventions) / length[1](CALENDAR);
    const timed = node.literal.unit.day + node.literal.unit.month + node.literal.unit.year !== 0;
    return timed ? amount : { ...amount, quantity: { ...amount.quantity, base: amount.quantity.base * factor } };
  };
  const sheet2 = evaluateSheet(source, { ...options, conventions, probe: { at: replace } });
  return sheet2.lines[line - 1]?.value?.quantity.base ?? null;
}
var BINARY = [
  [1, "KiB for KB"],
  [2, "MiB for MB"],
  [3, "GiB for GB"],
  [4, "TiB for TB"],
  [5, "PiB for PB"]
];
function conventionFactors(source, line, expected, options) {
  return namedConventions.slice(1).flatMap(({ conventions }) => {
    const base = underConvention(source, line, conventions, options);
    return base === null || near(base, expected, 1e-9) ? [] : [base / expected];
  });
}
function alternatives(source, line, expected, options) {
  const named = namedConventions.slice(1).flatMap(({ id, title, conventions }) => {
    const base = underConvention(source, line, conventions, options);
    return base === null || near(base, expected.base, 1e-9) ? [] : [{ id, title, base }];
  });
  return expected.dimension.information === 0 ? named : [...named, ...binary2(expected.base, expected.dimension)];
}
function binary2(base, dimension) {
  const power = dimension.information;
  return BINARY.flatMap(([step, title]) => [
    { id: "binary-prefix", title, base: base * 1.024 ** (step * power) },
    { id: "binary-prefix", title, base: base / 1.024 ** (step * power) }
  ]);
}
var roundTo2 = (value, digits, how) => {
  const step = 10 ** (Math.floor(Math.log10(Math.abs(value))) + 1 - digits);
  return how(value / step) * step;
};
function roundedOnTheWay(source, line, stated, exact, options) {
  if (!near(stated.base, exact, MOST_ROUNDING)) return null;
  const found = [];
  const texts = source.split("\n");
  evaluateSheet(source, {
    ...options,
    probe: {
      at: (node, amount, at) => {
        const { base } = amount.quantity;
        if (node.kind === "binary" && base !== 0 && found.length < 60) {
          found.push({ text: (texts[at - 1] ?? "").slice(node.start, node.end), line: at, node, base });
        }
        return amount;
      }
    }
  });
  for (const { text, line: at, node, base } of found) {
    for (const digits of [1, 2]) {
      for (const how of [Math.round, Math.floor, Math.ceil]) {
        const rounded = roundTo2(base, digits, how);
        if (rounded === base || !near(rounded, base, MOST_ROUNDING)) continue;
        const probe = {
          at: (other, amount, on) => on === at && other.start === node.start && other.end === node.end && other.kind === "binary" ? { ...amount, quantity: { ...amount.quantity, base: rounded } } : amount
        };
        const result = evaluateSheet(source, { ...options, probe }).lines[line - 1]?.value?.quantity.base;
        if (result !== void 0 && near(stated.base, result, 5e-3)) return text;
      }
    }
  }
  return null;
}
function judgeAgreement(source, line, expected, stated, options) {
  const exact = expected.base;
  if (exact === stated.base || near(stated.base, exact, AGREES)) return { verdict: "agrees", reason: "the two agree to 2%" };
  if (!(stated.base / exact > 0)) return { verdict: "off", reason: "one of the two is zero or negative" };
  const others = alternatives(source, line, expected, options);
  const same = others.find(({ base }) => near(stated.base, base, AGREES));
  if (same) return { verdict: "convention", reason: `right by another convention: ${same.title}`, convention: same.id };
  if (isRounding(stated, exact)) return { verdict: "rounded", reason: "right, rounded to the digits that are stated" };
  const rounded = others.find(({ base }) => isRounding(stated, base));
  if (rounded)
    return { verdict: "convention", reason: `right by another convention (${rounded.title}), rounded`, convention: rounded.id };
  const way = roundedOnTheWay(source, line, stated, exact, options);
  if (way !== null) return { verdict: "rounded", reason: `right, with \`${way}\` rounded on the way` };
  return { verdict: "off", reason: "no convention and no rounding explains the difference" };
}

// engine/sizing/slips/known-slips.ts
var both = (id, multiplier, weight, tooBig, tooSmall, exact = false) => [
  { id, multiplier, weight, explanation: tooBig, ...exact && { exact: true } },
  { id, multiplier: 1 / multiplier, weight, explanation: tooSmall, ...exact && { exact: true } }
];
var PERIODS = [
  [30, "a month", "a day", 0.8],
  [12, "a year", "a month", 0.7],
  [365, "a year", "a day", 0.7],
  [24, "a day", "an hour", 0.7],
  [60, "an hour", "a minute or a minute for a second", 0.5],
  [3600, "an hour", "a second", 0.6],
  [7, "a week", "a day", 0.5],
  [86400, "a day", "a second", 0.6],
  [3.6, "3,600 seconds an hour", "1,000", 0.4]
];
var BINARY_PREFIXES2 = [
  [1, "KiB", "KB"],
  [2, "MiB", "MB"],
  [3, "GiB", "GB"],
  [4, "TiB", "TB"],
  [5, "PiB", "PB"]
];
function generalSlips(dimension) {
  const candidates = [
    ...both("prefix_1000", 1e3, 0.9, "a thousand too much: one prefix too high", "a thousand lost: one prefix too low"),
    ...both("prefix_1000", 1e6, 0.5, "a million too much: two prefixes too high", "a million lost: two prefixes too low"),
    ...both("power_of_ten", 10, 0.7, "ten times too much: a zero added", "ten times too little: a zero lost"),
    ...both("power_of_ten", 100, 0.6, "a hundred times too much: two zeros added", "a hundred times too little: two zeros lost"),
    ...PERIODS.flatMap(
      ([multiplier, long, short, weight]) => both("period", multiplier, weight, `${long} taken for ${short}`, `${short} taken for ${long}`)
    )
  ];
  if (dimension.information !== 0) {
    candidates.push(
      ...both("bits_bytes", 8, 0.95, "bits stated as bytes: eight times too much", "bytes stated as bits: divided by eight")
    );
    for (const [step, binary3, decimal] of BINARY_PREFIXES2) {
      const multiplier = 1.024 ** step;
      candidates.push(
        ...both(
          "binary_decimal",
          multiplier,
          0.8,
          `${decimal} written where ${binary3} was counted`,
          `${binary3} counted and written as ${decimal}`,
          true
        )
      );
    }
  }
  return candidates;
}
function factorSlips(factor) {
  const { name, value, role = "other" } = factor;
  if (!Number.isFinite(value) || value <= 0 || Math.abs(value - 1) < 0.01) return [];
  const { omitted, doubled, inverted } = factor.effect ?? { omitted: 1 / value, doubled: value, inverted: 1 / value ** 2 };
  const quoted = `\`${name}\``;
  const upsideDown = factor.divides ? `multiplied by ${quoted} where it divides` : `divided by ${quoted} where it multiplies`;
  const own = (id, multiplier, weight, explanation) => ({
    id,
    multiplier,
    weight: weight * (factor.weight ?? 1),
    explanation,
    own: true,
    factor: name
  });
  if (factor.elsewhere) return slipsWithFactorElsewhere(factor, own);
  switch (role) {
    case "peak":
      return [
        own("peak_avg", omitted, 0.95, `average and peak confused: ${quoted} was left out`),
        own("peak_avg", doubled, 0.93, `average and peak confused: ${quoted} was applied where it does not belong`),
        own("inverse", inverted, 0.7, upsideDown)
      ];
    case "replication":
      return [
        own("replication", omitted, 0.95, `${quoted} was left out`),
        own("replication", doubled, 0.9, `${quoted} was applied twice`),
        own("replication", inverted, 0.85, upsideDown)
      ];
    case "read-write":
      return [
        own("rw_mix", doubled, 0.95, `reads and writes confused: ${quoted} was applied once too often`),
        own("rw_mix", omitted, 0.95, `reads and writes confused: ${quoted} was left out`)
      ];
    case "percent":
      return [
        own("percent", 10, 0.88, `${quoted} used ten times too large`),
        own("percent", 0.1, 0.88, `${quoted} used ten times too small`),
        own("percent", omitted, 0.85, `${quoted} was left out: all of it was counted`),
        own("double_count", doubled, 0.8, `${quoted} was applied twice`)
      ];
    case "population":
      return [
        own("wrong_population", omitted, 0.6, `${quoted} was left out`),
        own("double_count", doubled, 0.6, `${quoted} was applied twice`)
      ];
    case "period":
      return [
        own("period", omitted, 0.9, `${quoted} was left out: the period is wrong`),
        own("period", doubled, 0.9, `${quoted} was applied twice: the period is wrong`),
        own("period", inverted, 0.7, `${upsideDown}: the period is wrong`)
      ];
    case "retention":
    case "other": {
      const weight = isPowerOfThousand(value) ? 0.6 : 0.86;
      return [
        own("omitted_factor", omitted, weight, `${quoted} was left out`),
        own("double_count", doubled, weight, `${quoted} was applied twice`),
        own("inverse", inverted, 0.75, upsideDown)
      ];
    }
  }
}
function isPowerOfThousand(value) {
  const power = Math.log10(value) / 3;
  return Math.abs(power) > 0.5 && Math.abs(power - Math.round(power)) < 5e-3;
}
function slipsWithFactorElsewhere({ name, value, role }, own) {
  const broughtIn = `\`${name}\` was applied where it does not belong`;
  if (role === "peak") return [own("peak_avg", value, 0.8, `average and peak confused: ${broughtIn}`)];
  if (role === "replication") return [own("replication", value, 0.8, broughtIn)];
  if (role !== "read-write") return [];
  return [
    own("rw_mix", value, 0.85, `reads and writes confused: ${broughtIn}`),
    own("rw_mix", 1 / value, 0.85, `reads and writes confused: divided by \`${name}\`, which does not belong here`)
  ];
}

// engine/sizing/slips/find-slips.ts
var AGREES2 = 0.02;
var ROUNDING_ON_THE_WAY = [0.864, 1 / 0.864, 1.0368, 1 / 1.0368];
var LOOSE = 0.06;
var LIMITS = [LOOSE, LOOSE, LOOSE, 0.025, 0.02];
var STRICT = 6e-3;
var PAIR = 0.02;
var MAX_SLIPS = 5;
function isRoundedResult({ stated, unrounded }, multiplier) {
  if (unrounded === void 0 || !Number.isInteger(stated)) return false;
  return Math.abs(stated - unrounded * multiplier) < 1;
}
function closeness(match, candidate) {
  const { ratio, limit, ways } = match;
  const miss = (multiplier) => Math.abs(ratio / multiplier - 1);
  const direct = miss(candidate.multiplier);
  const allowed = candidate.exact ? STRICT : limit;
  if (direct <= allowed) return 1 - direct / allowed * 0.25;
  if (isRoundedResult(match, candidate.multiplier)) return match.stated < 3 ? 0.6 : match.stated < 20 ? 0.8 : 0.95;
  if (candidate.exact) return 0;
  const rounded = Math.min(...ways.map((way) => miss(candidate.multiplier * way)));
  return rounded <= limit / 2 ? 0.78 - rounded / limit * 0.2 : 0;
}
var plausible = (multiplier) => multiplier > 1e-30 && multiplier < 1e30;
function rank(slips) {
  const best = /* @__PURE__ */ new Map();
  for (const slip of [...slips].sort((a, b) => b.confidence - a.confidence)) {
    const key = `${slip.id} ${slip.explanation}`;
    if (!best.has(key)) best.set(key, slip);
  }
  return [...best.values()].slice(0, MAX_SLIPS);
}
var round = (value) => Math.round(value * 1e3) / 1e3;
var BESIDE_OWN = /* @__PURE__ */ new Set(["bits_bytes", "prefix_1000"]);
function mayPair(first, second) {
  if (first.exact || second.exact || first.alone || second.alone || first.factor === second.factor) return false;
  if (first.own && second.own) return first.weight >= 0.85 && second.weight >= 0.85;
  const other = first.own ? second : first;
  return (first.own === true || second.own === true) && BESIDE_OWN.has(other.id) && other.weight >= 0.85;
}
function pairs(ratio, limit, candidates) {
  const found = [];
  const allowed = Math.min(PAIR, limit / 2);
  for (const [index, first] of candidates.entries()) {
    for (const second of candidates.slice(index + 1)) {
      if (!mayPair(first, second)) continue;
      const multiplier = first.multiplier * second.multiplier;
      const miss = Math.abs(ratio / multiplier - 1);
      if (miss > allowed || Math.abs(multiplier - 1) < 0.1) continue;
      const lead = first.weight >= second.weight ? first : second;
      const other = lead === first ? second : first;
      const confidence = round(first.weight * second.weight * 0.5 * (1 - miss / allowed * 0.2));
      found.push({
        id: lead.id,
        factor: multiplier,
        explanation: `two slips together: ${lead.explanation}, and ${other.explanation}`,
        confidence,
        uses: [lead.factor, other.factor].filter((name) => name !== void 0)
      });
    }
  }
  return found;
}
function findSlips({
  stated,
  expected,
  factors = [],
  dimension = COUNT,
  more = [],
  conventions = ROUNDING_ON_THE_WAY,
  digits = 1,
  unrounded
}) {
  const ratio = stated / expected;
  if (!(stated > 0 && expected > 0) || !plausible(ratio) || Math.abs(ratio - 1) <= AGREES2) return [];
  const limit = LIMITS[Math.min(digits, LIMITS.length - 1)] ?? LOOSE;
  const match = { ratio, stated, unrounded, limit, ways: conventions };
  const candidates = [...more, ...factors.flatMap(factorSlips), ...generalSlips(dimension)].filter((c) => plausible(c.multiplier));
  const singles = candidates.flatMap((candidate) => {
    const near2 = closeness(match, candidate);
    if (near2 === 0) return [];
    const confidence = round(candidate.weight * near2 * (candidate.own ? 1 : 0.85));
    return [
      {
        id: candidate.id,
        factor: candidate.multiplier,
        explanation: candidate.explanation,
        confidence,
        uses: candidate.factor ? [candidate.factor] : []
      }
    ];
  });
  return rank(singles.length > 0 ? singles : pairs(ratio, limit, candidates));
}

// engine/sizing/slips/misread-inputs.ts
var LENGTHS2 = [
  [1, "second"],
  [60, "minute"],
  [3600, "hour"],
  [CALENDAR.day, "day"],
  [CALENDAR.month, "month"],
  [CALENDAR.year, "year"]
];
function lengthIn(text) {
  const lengths = (text.match(/[A-Za-z]+/g) ?? []).flatMap((word) => {
    const unit = lookupUnit(word);
    if (!unit || !sameDimension(unit.dimension, TIME)) return [];
    return [unit.convention ? unit.factor * CALENDAR[unit.convention] : unit.factor];
  });
  return lengths.length === 1 ? lengths[0] ?? null : null;
}
function misreadPeriods(effects) {
  return effects.flatMap(({ input, effectOf }) => {
    const { time: time2 } = input.quantity.dimension;
    const length = Math.abs(time2) === 1 ? lengthIn(input.text) : null;
    const at = LENGTHS2.findIndex(([seconds]) => seconds === length);
    if (length === null || at < 0) return [];
    return LENGTHS2.flatMap(([other, name], index) => {
      if (other === length) return [];
      const shown = `\`${input.name ?? input.text}\``;
      const reading = time2 < 0 ? `per ${name}` : `${name}s`;
      return [
        {
          id: "period",
          multiplier: effectOf((other / length) ** time2),
          weight: Math.abs(index - at) === 1 ? 0.9 : 0.8,
          explanation: `${shown} read in ${reading}: the period is wrong`,
          own: true,
          alone: true,
          factor: input.name ?? input.text
        }
      ];
    });
  });
}
var LONGEST_STAY = CALENDAR.day;
function wholeDays(effects) {
  return effects.flatMap(({ input, effectOf }) => {
    const { base, dimension } = input.quantity;
    if (!sameDimension(dimension, TIME) || base < CALENDAR.day / 24 || base >= CALENDAR.day) return [];
    const name = input.name ?? input.text;
    const explanation = `a whole day was counted where \`${name}\` is meant: the period is wrong`;
    return [
      { id: "period", multiplier: effectOf(CALENDAR.day / base), weight: 0.8, explanation, own: true, alone: true, factor: name }
    ];
  });
}
function forgottenDurations(effects, expected) {
  if (expected.dimension.time > 0) return [];
  return effects.flatMap(({ input, effectOf }) => {
    const { base, dimension } = input.quantity;
    if (!sameDimension(dimension, TIME) || input.power <= 0 || base === 1 || base >= LONGEST_STAY) return [];
    const name = input.name ?? input.text;
    return [
      {
        id: "dimensional",
        multiplier: effectOf(1 / base),
        weight: isCount(expected.dimension) ? 0.93 : 0.85,
        explanation: `Little's law: what begins a second was taken for what goes on at a time, without \`${name}\``,
        own: true,
        alone: true,
        factor: name
      }
    ];
  });
}
function nodesOf(node) {
  return [node, ...childrenOf(node).flatMap(nodesOf)];
}
function findNodes(source, options, wanted) {
  return evaluateSheet(source, options).lines.flatMap(
    ({ line, expression }) => expression ? nodesOf(expression).flatMap((node) => wanted(node) ? [{ line, node }] : []) : []
  );
}
function resultWith(source, line, { line: on, node: target }, change, options) {
  const at = (node, amount, number) => number === on && node.kind === target.kind && node.start === target.start && node.end === target.end ? { ...amount, quantity: { ...amount.quantity, base: change(amount.quantity.base) } } : amount;
  return evaluateSheet(source, { ...options, probe: { smooth: true, at } }).lines[line - 1]?.value?.quantity.base ?? null;
}
var WRITTEN = /* @__PURE__ */ new Map([
  [86400, (c) => c.day],
  [2592e3, (c) => c.month],
  [31536e3, (c) => c.year]
]);
var isPlain = ({ dimension }) => isCount(dimension) || sameDimension(dimension, TIME);
function conventionFactor(node, conventions) {
  if (node.kind !== "literal" && node.kind !== "unit") return 1;
  const unit = node.kind === "literal" ? node.literal.unit : node.unit;
  if (unit.day !== 0 || unit.month !== 0 || unit.year !== 0) return unitScale(unit, conventions) / unitScale(unit, CALENDAR);
  const written = node.kind === "literal" && isPlain(unit) ? WRITTEN.get(node.literal.number) : void 0;
  return written ? written(conventions) / written(CALENDAR) : 1;
}
var MAX_PLACES = 12;
function mixedConventions(source, line, expected, options) {
  const texts = source.split("\n");
  return namedConventions.slice(1).flatMap(
    ({ title, conventions }) => findNodes(source, options, (node) => Math.abs(conventionFactor(node, conventions) - 1) > 1e-9).slice(0, MAX_PLACES).flatMap((found) => {
      const result = resultWith(source, line, found, (base) => base * conventionFactor(found.node, conventions), options);
      if (result === null || result <= 0) return [];
      const text = (texts[found.line - 1] ?? "").slice(found.node.start, found.node.end);
      return [
        {
          id: "convention_mix",
          multiplier: result / expected,
          weight: 0.85,
          explanation: `two conventions in one sheet: \`${text}\` by ${title}, the rest by the calendar`,
          own: true,
          exact: true,
          factor: text
        }
      ];
    })
  );
}
var isOne = (node) => node.kind === "literal" && isCount(node.literal.unit.dimension) && node.literal.number * node.literal.unit.factor === 1;
function misreadRests(source, line, expected, options) {
  const texts = source.split("\n");
  const rests = findNodes(
    source,
    options,
    (node) => node.kind === "binary" && (node.operator === "-" || node.operator === "+") && isOne(node.left)
  );
  return rests.slice(0, MAX_PLACES).flatMap((found) => {
    const { node } = found;
    if (node.kind !== "binary") return [];
    const minus = node.operator === "-";
    const share = (texts[found.line - 1] ?? "").slice(node.right.start, node.right.end);
    const shareOf = (base) => minus ? 1 - base : base - 1;
    const one = (id, weight, explanation, change) => {
      const result = resultWith(source, line, found, change, options);
      if (result === null || !(result > 0)) return [];
      return [{ id, multiplier: result / expected, weight, explanation, own: true, alone: true, factor: share }];
    };
    const rest = minus ? [
      ...one("percent", 0.92, `\`${share}\` itself was taken where the rest of it is meant`, shareOf),
      ...one("percent", 0.88, `\`${share}\` was left out: all of it was counted`, () => 1),
      ...one("percent", 0.84, `\`${share}\` used ten times too small`, (base) => 1 - shareOf(base) / 10)
    ] : one("omitted_factor", 0.85, `\`1 + ${share}\` was left out`, () => 1);
    return [...rest, ...one("inverse", 0.78, `divided by \`1 ${node.operator} ${share}\` where it multiplies`, (base) => 1 / base)];
  });
}

// engine/sizing/slips/roles.ts
var ROLE_WORDS = [
  ["peak", /peak|burst|spike|surge|rush|busiest|worst|prime_time|flash_sale|big day/],
  ["replication", /repl|copies|copy|redundan|mirror|durab|kept in \w+ places|(^|_)(rf|rep|r_factor)(_|$)/],
  [
    "read-write",
    /ratio|read_?write|(^|_)rw(_|$)|_per_(write|post|upload|tweet|publish)|reads_per|views_per|looks_per|reads? (for|per|to)/
  ],
  ["retention", /retention|years?$|keep|kept|(^|_)ret(_|$)/],
  ["percent", /percent|pct|frac|share|hot|hit|miss|sampl/],
  [
    "population",
    /(^|_)(users?|dau|wau|mau|active|registered|drivers?|riders?|customers?|accounts?|members?|subscribers?|visitors?|people|buyers?|shoppers?|players?|viewers?|readers?|audience|population|clients?|tenants?|devices?|listeners?|students?|sellers?)(_|$)/
  ]
];
var PERIOD_WORDS = /(^|_)(d|day|days|week|month|months|year|hour|hours|min|sec|secs|seconds|d_m|m_y|d_y)(_|$)/;
var PERIODS2 = /* @__PURE__ */ new Set([7, 12, 24, 30, 60, 365, 1440, 3600, 86400, 2592e3, 31536e3]);
function roleOfLabels({ labels }) {
  const power = (noun) => labels[noun] ?? 0;
  if (power("copy") > 0 || power("replica") > 0) return "replication";
  if ((power("read") > 0 || power("view") > 0) && (power("write") < 0 || power("post") < 0)) return "read-write";
  const people = [
    "user",
    "people",
    "customer",
    "member",
    "visitor",
    "account",
    "viewer",
    "player",
    "driver",
    "rider",
    "subscriber"
  ];
  return people.some((noun) => power(noun) > 0) ? "population" : null;
}
function roleOfWords(text) {
  return ROLE_WORDS.find(([, words]) => words.test(text.toLowerCase()))?.[0] ?? null;
}
function roleOfStructure(input, { lineName, result }) {
  const telling = (input.name ?? "").length > 2;
  if (telling || input.power !== 1 || !result) return null;
  const number = input.quantity.base;
  const byName = input.name === null && lineName !== null ? roleOfWords(lineName) : null;
  if (byName === "peak" && number > 1 && number <= 50) return byName;
  if (byName === "replication" && number > 1 && number <= 10) return byName;
  if (sameDimension(result.dimension, INFORMATION)) return number === 2 || number === 3 ? "replication" : null;
  return result.dimension.time === -1 && number >= 1.5 && number <= 10 && result.dimension.money === 0 ? "peak" : null;
}
function roleOf(input, place) {
  const { dimension } = input.quantity;
  const named = roleOfWords(input.name ?? "") ?? roleOfLabels(input.quantity);
  if (named && !(named === "population" && input.percent)) return named;
  if (input.percent) return "percent";
  const isLength = sameDimension(dimension, TIME) || isCount(dimension) && PERIODS2.has(input.number);
  if (isLength && (input.name === null || PERIOD_WORDS.test(input.name.toLowerCase()))) return "period";
  if (!isCount(dimension)) return "other";
  const commented = place.comment === "" ? null : roleOfWords(place.comment);
  if (commented) return commented;
  if (input.number > 0 && input.number < 1) return "percent";
  return roleOfStructure(input, place) ?? "other";
}

// engine/sizing/slips/sheet-factors.ts
function amountOf(input) {
  if (input.percent || isCount(input.quantity.dimension)) return input.quantity.base;
  return input.quantity.dimension.information !== 0 ? input.quantity.base : input.number;
}
function nameOf(input) {
  return input.name ?? input.text;
}
var UPSTREAM = 0.95;
function placeOf(sheet2, texts, input, line) {
  const text = texts[input.line - 1] ?? "";
  const at = sheet2.lines[(input.name === null ? input.line : line) - 1];
  return {
    comment: text.includes("#") ? text.slice(text.indexOf("#") + 1).trim() : "",
    lineName: sheet2.lines[input.line - 1]?.name ?? null,
    result: at?.value?.quantity ?? null
  };
}
function isDirect(sheet2, input, line) {
  const { expression } = sheet2.lines[line - 1] ?? {};
  return input.line === line || input.name !== null && expression !== void 0 && namesIn(expression).has(input.name);
}
function inputEffects(source, sheet2, line, options) {
  const inputs = inputsOf(source, sheet2, line, options);
  const expected = evaluateSheet(source, { ...options, probe: { smooth: true } }).lines[line - 1]?.value?.quantity.base;
  if (!expected) return [];
  const texts = source.split("\n");
  return inputs.filter((input) => input.power !== 0 && !input.exponent).map((input) => ({
    input,
    role: roleOf(input, placeOf(sheet2, texts, input, line)),
    effectOf: (factor) => (scaledResult(source, line, input, factor, options) ?? Number.NaN) / expected
  }));
}
function factorsOf(sheet2, line, effects) {
  return effects.flatMap(({ input, role, effectOf }) => {
    const value = amountOf(input);
    if (!(value > 0)) return [];
    return [
      {
        name: nameOf(input),
        value,
        role,
        line: input.line,
        divides: input.power < 0,
        ...!isDirect(sheet2, input, line) && { weight: UPSTREAM },
        effect: { omitted: effectOf(1 / value), doubled: effectOf(value), inverted: effectOf(1 / value ** 2) }
      }
    ];
  });
}
var ROUNDING2 = /* @__PURE__ */ new Set(["ceil", "floor", "round"]);
function productOf(node, divides = false) {
  if (node.kind === "convert") return productOf(node.operand, divides);
  const [inside] = node.kind === "call" && ROUNDING2.has(node.name) ? node.arguments : [];
  if (inside) return productOf(inside, divides);
  if (node.kind !== "binary" || node.operator !== "*" && node.operator !== "/") return [{ node, divides }];
  return [...productOf(node.left, divides), ...productOf(node.right, node.operator === "/" ? !divides : divides)];
}
function computedFactors(source, line, options) {
  const sheet2 = evaluateSheet(source, options);
  const { expression } = sheet2.lines[line - 1] ?? {};
  const factors = expression ? productOf(expression) : [];
  if (factors.length < 2) return [];
  return factors.flatMap(({ node, divides }) => {
    const at = node.kind === "name" ? lineOfName(sheet2, node.name) : null;
    const value = at?.value?.quantity;
    if (node.kind !== "name" || !at || !value || !isCount(value.dimension) || !(value.base > 0)) return [];
    if (at.expression?.kind === "literal" || at.expression?.kind === "range") return [];
    const { base } = value;
    const effect = divides ? { omitted: base, doubled: 1 / base, inverted: base ** 2 } : { omitted: 1 / base, doubled: base, inverted: 1 / base ** 2 };
    return [{ name: node.name, value: base, role: "other", line: at.line, divides, effect, weight: 0.97 }];
  });
}
var ELSEWHERE = /* @__PURE__ */ new Set(["peak", "replication", "read-write"]);
function factorsElsewhere(sheet2, chain) {
  const used = new Set(chain);
  return sheet2.lines.flatMap(({ line, name, value, expression }) => {
    if (used.has(line) || name === void 0 || expression?.kind !== "literal" || !value) return [];
    const { base, dimension } = value.quantity;
    const role = roleOfWords(name);
    if (!role || !ELSEWHERE.has(role) || !isCount(dimension) || base <= 1) return [];
    return [{ name, value: base, role, line, elsewhere: true }];
  });
}
var MAX_SUMMANDS = 5;
var MAX_SUMS = 12;
function summandsOf(node) {
  return node.kind === "binary" && node.operator === "+" ? [...summandsOf(node.left), ...summandsOf(node.right)] : [node];
}
function sumsIn(node) {
  const summands = summandsOf(node);
  if (summands.length > 1) return [summands, ...summands.flatMap(sumsIn)];
  return childrenOf(node).flatMap(sumsIn);
}
function partialSums(source, line, expected, options) {
  const texts = source.split("\n");
  const sheet2 = evaluateSheet(source, options);
  const near2 = sheet2.lines.filter((at) => at.expression && sumsIn(at.expression).length > 0).slice(-MAX_SUMS);
  return near2.flatMap(
    (at) => !at.expression ? [] : sumsIn(at.expression).flatMap((summands) => {
      if (summands.length > MAX_SUMMANDS) return [];
      const subsets = Array.from(
        { length: 2 ** summands.length - 2 },
        (_, i) => summands.filter((_2, bit) => (i + 1 >> bit & 1) === 1)
      );
      return subsets.flatMap((dropped) => {
        const isDropped = (node) => dropped.some((part) => part.start === node.start && part.end === node.end && part.kind === node.kind);
        const keep = (node, amount, on) => on === at.line && isDropped(node) ? { quantity: { ...amount.quantity, base: 0 } } : amount;
        const result = evaluateSheet(source, { ...options, probe: { smooth: true, at: keep } }).lines[line - 1]?.value?.quantity.base;
        if (result === void 0 || result <= 0) return [];
        const names2 = dropped.map((part) => `\`${(texts[at.line - 1] ?? "").slice(part.start, part.end)}\``);
        const explanation = `${names2.join(" and ")} left out of the sum`;
        return [
          {
            id: "omitted_factor",
            multiplier: result / expected,
            weight: 0.9,
            explanation,
            own: true,
            factor: names2.join(" ")
          }
        ];
      });
    })
  );
}

// engine/sizing/slips/swaps.ts
var MANY = 1e3;
var MAX_RIGHT = 20;
var MAX_TAKEN = 40;
var isInput = ({ expression }) => expression?.kind === "literal" || expression?.kind === "range";
var IDS = { peak: "peak_avg", replication: "replication", "read-write": "rw_mix" };
function roleOfLine(line, texts) {
  const text = texts[line.line - 1] ?? "";
  const comment = text.includes("#") ? text.slice(text.indexOf("#") + 1) : "";
  return roleOfWords(line.name ?? "") ?? (comment === "" ? null : roleOfWords(comment));
}
function kindOfInputs(right, taken, texts) {
  const [a, b] = [right.value?.quantity, taken.value?.quantity];
  if (!a || !b) return null;
  if (!isCount(a.dimension)) return { id: "stale_copy", weight: 0.72 };
  const people = [right, taken].map((line) => roleOfLine(line, texts) === "population");
  if (people.every(Boolean)) return { id: "wrong_population", weight: 0.95 };
  if (Math.min(a.base, b.base) < MANY) return null;
  return people.some(Boolean) || sameNouns(right, taken) ? { id: "wrong_population", weight: 0.88 } : { id: "wrong_population", weight: 0.7 };
}
function sameNouns(a, b) {
  const [one, other] = [a, b].map((line) => Object.keys(line.value?.quantity.labels ?? {}).join());
  return one !== "" && one === other;
}
function kindOfDerived(sheet2, right, taken, texts) {
  const rightChain = new Set(chainOf(sheet2, right.line));
  const takenChain = new Set(chainOf(sheet2, taken.line));
  if (!(takenChain.has(right.line) || rightChain.has(taken.line))) return null;
  const between = sheet2.lines.filter(
    (line) => line.name !== void 0 && isInput(line) && rightChain.has(line.line) !== takenChain.has(line.line)
  );
  const factor = between.find((line) => IDS[roleOfLine(line, texts) ?? "other"]);
  const role = roleOfLine(factor ?? taken, texts) ?? roleOfLine(right, texts);
  const by = (factor ?? between[0])?.name;
  const named = role ? IDS[role] : void 0;
  const rate = right.value?.quantity.dimension.time === -1;
  const ratio = Math.max(...[taken, right].map((line) => line.value?.quantity.base ?? 0)) / Math.min(...[taken, right].map((line) => line.value?.quantity.base ?? 1));
  const id = named ?? (rate ? ratio <= 10 ? "peak_avg" : "rw_mix" : "stale_copy");
  return { id, weight: named ? 0.87 : 0.78, ...by !== void 0 && { by } };
}
function isOther(right, taken) {
  const [a, b] = [right.value?.quantity, taken.value?.quantity];
  if (!a || !b || taken.name === right.name || !sameDimension(a.dimension, b.dimension)) return false;
  return a.base > 0 && b.base > 0 && Math.abs(a.base / b.base - 1) >= 0.02;
}
function resultWith2(source, line, right, base, options) {
  const whole = right.expression;
  const at = (node, amount, on) => on === right.line && node.kind === whole?.kind && node.start === whole.start && node.end === whole.end ? { ...amount, quantity: { ...amount.quantity, base } } : amount;
  return evaluateSheet(source, { ...options, probe: { smooth: true, at } }).lines[line - 1]?.value?.quantity.base ?? null;
}
function swappedLines(source, whole, sheet2, line, expected, options) {
  const texts = whole.split("\n");
  const used = new Set(chainOf(sheet2, line));
  const named = sheet2.lines.filter((each) => each.name !== void 0 && each.value && each.line !== line);
  const pairs2 = named.filter((right) => used.has(right.line)).slice(-MAX_RIGHT).flatMap(
    (right) => named.filter((taken) => isOther(right, taken)).slice(-MAX_TAKEN).map((taken) => ({ right, taken }))
  );
  return pairs2.flatMap(({ right, taken }) => {
    const base = taken.value?.quantity.base ?? 0;
    const kind = isInput(right) && isInput(taken) ? used.has(taken.line) ? null : kindOfInputs(right, taken, texts) : kindOfDerived(sheet2, right, taken, texts);
    if (!kind) return [];
    const result = resultWith2(source, line, right, base, options);
    if (result === null || !(result > 0)) return [];
    const multiplier = result / expected;
    const weight = kind.weight < 0.9 && isPowerOfThousand(multiplier) ? kind.weight * 0.8 : kind.weight;
    const by = kind.by === void 0 ? "" : ` (by \`${kind.by}\`)`;
    return [
      {
        id: kind.id,
        multiplier,
        weight,
        explanation: `\`${taken.name ?? ""}\` taken for \`${right.name ?? ""}\`${by}`,
        own: true,
        exact: true,
        factor: taken.name ?? ""
      }
    ];
  });
}

// engine/sizing/slips/diagnose.ts
function periodOf(stated) {
  const { unit } = stated;
  if (unit.dimension.time !== -1 || unit.dimension.information < 0 || unit.dimension.money < 0) return null;
  const period = unit.divisor * CALENDAR.day ** -unit.day * CALENDAR.month ** -unit.month * CALENDAR.year ** -unit.year;
  return period >= 3600 ? period : null;
}
function usualPeriod(dimension) {
  return dimension.money !== 0 ? CALENDAR.month : 1;
}
function readAs(stated, expected) {
  const { quantity, number, digits } = stated;
  const reading = (base, note) => ({ base, number, digits, note });
  if (sameDimension(quantity.dimension, expected.dimension)) return reading(quantity.base, null);
  const missing = combineDimensions(quantity.dimension, expected.dimension, -1);
  const onlyTime = missing.information === 0 && missing.money === 0;
  const period = periodOf(stated);
  if (onlyTime && missing.time === -1 && period !== null) {
    return reading(
      quantity.base * period,
      "the sheet counts per period without saying so; the period that was stated is taken for it"
    );
  }
  if (onlyTime && missing.time === 1 && expected.dimension.time === -1 && !isCount(quantity.dimension)) {
    const usual = usualPeriod(expected.dimension);
    return reading(quantity.base / usual, `no period was stated: ${usual === 1 ? "a second" : "a month"} is taken for it`);
  }
  if (isCount(quantity.dimension) && !isCount(expected.dimension)) {
    const shown = parseQuantity(formatQuantity(expected));
    if (!shown.ok || shown.number === 0) return null;
    const note = "no unit was stated: the unit of the right answer is taken for it";
    return reading(quantity.base * shown.quantity.base / shown.number, note);
  }
  return null;
}
function isInputLine(sheet2, line) {
  const { expression } = sheet2.lines[line - 1] ?? {};
  return expression?.kind === "literal" || expression?.kind === "range" || expression?.kind === "name";
}
var OF_ONE_NUMBER = /* @__PURE__ */ new Set(["prefix_1000", "bits_bytes", "power_of_ten", "period", "percent"]);
function searchSlips(question, sheet2, line, expected, stated, base, options) {
  const chain = chainOf(sheet2, line);
  const source = onlyLines(question.worksheet, chain);
  const smooth = evaluateSheet(source, { ...options, probe: { smooth: true } }).lines[line - 1]?.value?.quantity.base;
  const exact = smooth ?? expected.base;
  const effects = inputEffects(source, sheet2, line, options);
  const factors = factorsOf(sheet2, line, effects);
  const binaryUnit = /[KMGTPE]i/.test(stated.unit.text);
  const slips = findSlips({
    stated: base,
    expected: expected.base,
    dimension: expected.dimension,
    digits: stated.digits,
    ...smooth !== void 0 && smooth !== expected.base && { unrounded: smooth },
    factors: [...factors, ...computedFactors(source, line, options), ...factorsElsewhere(sheet2, chain)],
    more: [
      ...misreadPeriods(effects),
      ...wholeDays(effects),
      ...forgottenDurations(effects, expected),
      ...misreadRests(source, line, exact, options),
      ...swappedLines(source, question.worksheet, sheet2, line, exact, options),
      ...partialSums(source, line, exact, options),
      ...mixedConventions(source, line, exact, options)
    ],
    conventions: [
      ...conventionFactors(source, line, expected.base, options),
      ...binaryUnit ? [1.024, 1.024 ** 2, 1.024 ** 3, 1.024 ** 4, 1.024 ** 5] : []
    ]
  });
  const found = slips.map(({ id, explanation, confidence, uses }) => {
    const wrong = factors.find((factor) => uses[0] === factor.name);
    return { id, explanation, confidence, line: wrong && wrong.line > 0 ? wrong.line : line };
  });
  if (!isInputLine(sheet2, line)) return found;
  const general = found.filter((slip) => OF_ONE_NUMBER.has(slip.id));
  const copy = {
    id: "stale_copy",
    explanation: `the sheet says ${formatQuantity(expected)} for \`${question.name}\`: another value was copied`,
    confidence: 0.7,
    line
  };
  return [...general, copy];
}
function wrongKind(question, line, expected, stated) {
  const number = (text) => Number.parseFloat(text.replace(/[$,~]/g, ""));
  const same = Math.abs(number(formatQuantity(expected)) / number(formatQuantity(stated.quantity)) - 1) <= 0.02;
  const kinds = `\`${question.name}\` is ${dimensionInWords(expected.dimension)}, the stated answer is ${dimensionInWords(stated.quantity.dimension)}`;
  return same ? { id: "unit_label_only", explanation: `the right number with the wrong unit: ${kinds}`, confidence: 0.9, line } : { id: "dimensional", explanation: `another kind of quantity: ${kinds}`, confidence: 0.9, line };
}
function diagnose(question, options = {}) {
  const sheet2 = evaluateWorksheet(question.worksheet, options);
  const at = lineOfName(sheet2, question.name);
  if (!at?.value) {
    const error = sheet2.lines.findLast((line) => line.name === question.name)?.error;
    const message = error ? `line ${error.line}: ${error.message}` : `the worksheet gives no value to \`${question.name}\``;
    return { ok: false, message, ...error?.mend && { mend: error.mend } };
  }
  const stated = parseQuantity(question.stated, options.conventions ? makeConventions(options.conventions) : CALENDAR);
  if (!stated.ok)
    return {
      ok: false,
      message: `the stated answer: ${stated.error.message}`,
      ...stated.error.mend && { mend: stated.error.mend }
    };
  const expected = at.value.quantity;
  const reading = readAs(stated, expected);
  const source = onlyLines(question.worksheet, chainOf(sheet2, at.line));
  const base = reading?.base ?? stated.quantity.base;
  const agreement = reading ? judgeAgreement(source, at.line, expected, reading, options) : { verdict: "off", reason: "the stated answer is another kind of quantity" };
  const found = agreement.verdict !== "off" ? [] : reading ? searchSlips(question, sheet2, at.line, expected, stated, base, options) : [wrongKind(question, at.line, expected, stated)];
  const step = found.length > 0 ? explain(question.worksheet, at.line, options)?.steps.at(-1) : void 0;
  const right = `${question.name} = ${step?.substituted ?? ""} = ${at.text ?? ""}`;
  const slips = found.map(
    (slip) => ({ ...slip, wrong: `${question.name} = ${question.stated.trim()}`, corrected: right })
  );
  return {
    ok: true,
    diagnosis: {
      verdict: agreement.verdict,
      ratio: base / expected.base,
      expected: { base: expected.base, dimension: dimensionName(expected.dimension), text: at.text ?? "" },
      stated: { base, dimension: dimensionName(stated.quantity.dimension), text: question.stated.trim() },
      reason: reading?.note ? `${agreement.reason} (${reading.note})` : agreement.reason,
      ...agreement.convention && { convention: agreement.convention },
      slips
    }
  };
}

// tests/bench/published-worksheets.ts
import { z } from "zod";

// tests/fixtures/published-estimates.json
var published_estimates_default = [
  {
    id: "primer-pastebin",
    system: "Pastebin",
    source: {
      repo: "donnemartin/system-design-primer",
      path: "solutions/system_design/pastebin/README.md",
      commit: "ae9bbd7b02d90b9866215de185217d33f39ab733",
      family: "primer",
      author_kind: "human"
    },
    inputs: {
      writes_month: {
        value: 1e7,
        unit: "1/month"
      },
      reads_month: {
        value: 1e8,
        unit: "1/month"
      },
      content: {
        value: 1e3,
        unit: "B"
      },
      meta: {
        value: 271,
        unit: "B"
      },
      years: {
        value: 3,
        unit: "year"
      }
    },
    conventions: {
      seconds_per_month: "2.5 million (stated)",
      kb: 1e3
    },
    answers: [
      {
        name: "record_size",
        metric: "object_or_table_size",
        as_stated: "~1.27 KB",
        stated_base: 1270,
        base_unit: "B",
        formula: "content+meta",
        recomputed_base: 1271,
        ratio_stated_over_recomputed: 0.999213217938631,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_month",
        metric: "storage_month",
        as_stated: "12.7 GB",
        stated_base: 127e8,
        base_unit: "B",
        formula: "(content+meta)*writes_month",
        recomputed_base: 1271e7,
        ratio_stated_over_recomputed: 0.999213217938631,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_3y",
        metric: "storage_retention",
        as_stated: "~450 GB",
        stated_base: 45e10,
        base_unit: "B",
        formula: "(content+meta)*writes_month*M_Y*years",
        recomputed_base: 45756e7,
        ratio_stated_over_recomputed: 0.983477576711251,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "records_3y",
        metric: "count_or_time",
        as_stated: "360 million",
        stated_base: 36e7,
        base_unit: "count",
        formula: "writes_month*M_Y*years",
        recomputed_base: 36e7,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "write_qps_avg",
        metric: "qps_write_avg",
        as_stated: "4/s",
        stated_base: 4,
        base_unit: "1/s",
        formula: "writes_month/MONTH",
        recomputed_base: 3.8580246913580245,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "read_qps_avg",
        metric: "qps_read_avg",
        as_stated: "40/s",
        stated_base: 40,
        base_unit: "1/s",
        formula: "reads_month/MONTH",
        recomputed_base: 38.58024691358025,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      }
    ]
  },
  {
    id: "primer-twitter",
    system: "Twitter timeline & search",
    source: {
      repo: "donnemartin/system-design-primer",
      path: "solutions/system_design/twitter/README.md",
      commit: "ae9bbd7b02d90b9866215de185217d33f39ab733",
      family: "primer",
      author_kind: "human"
    },
    inputs: {
      tweets_day: {
        value: 5e8,
        unit: "1/day"
      },
      tweets_month: {
        value: 15e9,
        unit: "1/month"
      },
      fanout: {
        value: 10,
        unit: "x"
      },
      reads_month: {
        value: 25e10,
        unit: "1/month"
      },
      searches_month: {
        value: 1e10,
        unit: "1/month"
      },
      tweet: {
        value: 1e4,
        unit: "B"
      },
      years: {
        value: 3,
        unit: "year"
      }
    },
    conventions: {
      seconds_per_month: "2.5 million (stated)",
      kb: 1e3
    },
    answers: [
      {
        name: "fanout_per_month",
        metric: "count_or_time",
        as_stated: "150 billion",
        stated_base: 15e10,
        base_unit: "1/month",
        formula: "tweets_day*D_M*fanout",
        recomputed_base: 15e10,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_month",
        metric: "storage_month",
        as_stated: "150 TB",
        stated_base: 15e13,
        base_unit: "B",
        formula: "tweet*tweets_day*D_M",
        recomputed_base: 15e13,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_3y",
        metric: "storage_retention",
        as_stated: "5.4 PB",
        stated_base: 54e14,
        base_unit: "B",
        formula: "tweet*tweets_day*D_M*M_Y*years",
        recomputed_base: 54e14,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "read_qps_avg",
        metric: "qps_read_avg",
        as_stated: "100 thousand/s",
        stated_base: 1e5,
        base_unit: "1/s",
        formula: "reads_month/MONTH",
        recomputed_base: 96450.61728395062,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "write_qps_avg",
        metric: "qps_write_avg",
        as_stated: "6,000/s",
        stated_base: 6e3,
        base_unit: "1/s",
        formula: "tweets_month/MONTH",
        recomputed_base: 5787.037037037037,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "fanout_qps",
        metric: "qps_avg",
        as_stated: "60 thousand/s",
        stated_base: 6e4,
        base_unit: "1/s",
        formula: "tweets_month*fanout/MONTH",
        recomputed_base: 57870.37037037037,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "search_qps",
        metric: "qps_read_avg",
        as_stated: "4,000/s",
        stated_base: 4e3,
        base_unit: "1/s",
        formula: "searches_month/MONTH",
        recomputed_base: 3858.0246913580245,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      }
    ]
  },
  {
    id: "primer-webcrawler",
    system: "Web crawler",
    source: {
      repo: "donnemartin/system-design-primer",
      path: "solutions/system_design/web_crawler/README.md",
      commit: "ae9bbd7b02d90b9866215de185217d33f39ab733",
      family: "primer",
      author_kind: "human"
    },
    inputs: {
      pages_month: {
        value: 4e9,
        unit: "1/month"
      },
      page: {
        value: 5e5,
        unit: "B"
      },
      searches_month: {
        value: 1e11,
        unit: "1/month"
      },
      years: {
        value: 3,
        unit: "year"
      }
    },
    conventions: {
      seconds_per_month: "2.5 million (stated)",
      kb: 1e3
    },
    answers: [
      {
        name: "storage_month",
        metric: "storage_month",
        as_stated: "2 PB",
        stated_base: 2e15,
        base_unit: "B",
        formula: "pages_month*page",
        recomputed_base: 2e15,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_3y",
        metric: "storage_retention",
        as_stated: "72 PB",
        stated_base: 72e15,
        base_unit: "B",
        formula: "pages_month*page*M_Y*years",
        recomputed_base: 72e15,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "write_qps_avg",
        metric: "qps_write_avg",
        as_stated: "1,600/s",
        stated_base: 1600,
        base_unit: "1/s",
        formula: "pages_month/MONTH",
        recomputed_base: 1543.20987654321,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "search_qps",
        metric: "qps_read_avg",
        as_stated: "40,000/s",
        stated_base: 4e4,
        base_unit: "1/s",
        formula: "searches_month/MONTH",
        recomputed_base: 38580.246913580246,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      }
    ]
  },
  {
    id: "primer-mint",
    system: "Mint.com",
    source: {
      repo: "donnemartin/system-design-primer",
      path: "solutions/system_design/mint/README.md",
      commit: "ae9bbd7b02d90b9866215de185217d33f39ab733",
      family: "primer",
      author_kind: "human"
    },
    inputs: {
      tx_month: {
        value: 5e9,
        unit: "1/month"
      },
      reads_month: {
        value: 5e8,
        unit: "1/month"
      },
      tx: {
        value: 50,
        unit: "B"
      },
      years: {
        value: 3,
        unit: "year"
      }
    },
    conventions: {
      seconds_per_month: "2.5 million (stated)",
      kb: 1e3
    },
    answers: [
      {
        name: "storage_month",
        metric: "storage_month",
        as_stated: "250 GB",
        stated_base: 25e10,
        base_unit: "B",
        formula: "tx*tx_month",
        recomputed_base: 25e10,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_3y",
        metric: "storage_retention",
        as_stated: "9 TB",
        stated_base: 9e12,
        base_unit: "B",
        formula: "tx*tx_month*M_Y*years",
        recomputed_base: 9e12,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "write_qps_avg",
        metric: "qps_write_avg",
        as_stated: "2,000/s",
        stated_base: 2e3,
        base_unit: "1/s",
        formula: "tx_month/MONTH",
        recomputed_base: 1929.0123456790122,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "read_qps_avg",
        metric: "qps_read_avg",
        as_stated: "200/s",
        stated_base: 200,
        base_unit: "1/s",
        formula: "reads_month/MONTH",
        recomputed_base: 192.90123456790124,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      }
    ]
  },
  {
    id: "primer-socialgraph",
    system: "Social graph",
    source: {
      repo: "donnemartin/system-design-primer",
      path: "solutions/system_design/social_graph/README.md",
      commit: "ae9bbd7b02d90b9866215de185217d33f39ab733",
      family: "primer",
      author_kind: "human"
    },
    inputs: {
      users: {
        value: 1e8,
        unit: "users"
      },
      friends: {
        value: 50,
        unit: "1/user"
      },
      searches_month: {
        value: 1e9,
        unit: "1/month"
      }
    },
    conventions: {
      seconds_per_month: "2.5 million (stated)",
      kb: 1e3
    },
    answers: [
      {
        name: "edges",
        metric: "count_or_time",
        as_stated: "5 billion",
        stated_base: 5e9,
        base_unit: "count",
        formula: "users*friends",
        recomputed_base: 5e9,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "search_qps",
        metric: "qps_read_avg",
        as_stated: "400/s",
        stated_base: 400,
        base_unit: "1/s",
        formula: "searches_month/MONTH",
        recomputed_base: 385.8024691358025,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      }
    ]
  },
  {
    id: "primer-querycache",
    system: "Search query cache",
    source: {
      repo: "donnemartin/system-design-primer",
      path: "solutions/system_design/query_cache/README.md",
      commit: "ae9bbd7b02d90b9866215de185217d33f39ab733",
      family: "primer",
      author_kind: "human"
    },
    inputs: {
      queries_month: {
        value: 1e10,
        unit: "1/month"
      },
      entry: {
        value: 270,
        unit: "B"
      }
    },
    conventions: {
      seconds_per_month: "2.5 million (stated)",
      kb: 1e3
    },
    answers: [
      {
        name: "cache_month",
        metric: "cache_memory",
        as_stated: "2.7 TB",
        stated_base: 27e11,
        base_unit: "B",
        formula: "entry*queries_month",
        recomputed_base: 27e11,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "qps",
        metric: "qps_avg",
        as_stated: "4,000/s",
        stated_base: 4e3,
        base_unit: "1/s",
        formula: "queries_month/MONTH",
        recomputed_base: 3858.0246913580245,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      }
    ]
  },
  {
    id: "primer-salesrank",
    system: "Sales rank",
    source: {
      repo: "donnemartin/system-design-primer",
      path: "solutions/system_design/sales_rank/README.md",
      commit: "ae9bbd7b02d90b9866215de185217d33f39ab733",
      family: "primer",
      author_kind: "human"
    },
    inputs: {
      tx_month: {
        value: 1e9,
        unit: "1/month"
      },
      reads_month: {
        value: 1e11,
        unit: "1/month"
      },
      tx: {
        value: 42,
        unit: "B"
      },
      years: {
        value: 3,
        unit: "year"
      }
    },
    conventions: {
      seconds_per_month: "2.5 million (stated)",
      kb: 1e3
    },
    answers: [
      {
        name: "storage_month",
        metric: "storage_month",
        as_stated: "40 GB",
        stated_base: 4e10,
        base_unit: "B",
        formula: "tx*tx_month",
        recomputed_base: 42e9,
        ratio_stated_over_recomputed: 0.9523809523809523,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_3y",
        metric: "storage_retention",
        as_stated: "1.44 TB",
        stated_base: 144e10,
        base_unit: "B",
        formula: "tx*tx_month*M_Y*years",
        recomputed_base: 1512e9,
        ratio_stated_over_recomputed: 0.9523809523809523,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "write_qps_avg",
        metric: "qps_write_avg",
        as_stated: "400/s",
        stated_base: 400,
        base_unit: "1/s",
        formula: "tx_month/MONTH",
        recomputed_base: 385.8024691358025,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "read_qps_avg",
        metric: "qps_read_avg",
        as_stated: "40,000/s",
        stated_base: 4e4,
        base_unit: "1/s",
        formula: "reads_month/MONTH",
        recomputed_base: 38580.246913580246,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      }
    ]
  },
  {
    id: "primer-scalingaws",
    system: "Generic app on AWS",
    source: {
      repo: "donnemartin/system-design-primer",
      path: "solutions/system_design/scaling_aws/README.md",
      commit: "ae9bbd7b02d90b9866215de185217d33f39ab733",
      family: "primer",
      author_kind: "human"
    },
    inputs: {
      writes_month: {
        value: 1e9,
        unit: "1/month"
      },
      reads_month: {
        value: 1e11,
        unit: "1/month"
      },
      rec: {
        value: 1e3,
        unit: "B"
      },
      years: {
        value: 3,
        unit: "year"
      }
    },
    conventions: {
      seconds_per_month: "2.5 million (stated)",
      kb: 1e3
    },
    answers: [
      {
        name: "storage_month",
        metric: "storage_month",
        as_stated: "1 TB",
        stated_base: 1e12,
        base_unit: "B",
        formula: "rec*writes_month",
        recomputed_base: 1e12,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_3y",
        metric: "storage_retention",
        as_stated: "36 TB",
        stated_base: 36e12,
        base_unit: "B",
        formula: "rec*writes_month*M_Y*years",
        recomputed_base: 36e12,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "write_qps_avg",
        metric: "qps_write_avg",
        as_stated: "400/s",
        stated_base: 400,
        base_unit: "1/s",
        formula: "writes_month/MONTH",
        recomputed_base: 385.8024691358025,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "read_qps_avg",
        metric: "qps_read_avg",
        as_stated: "40,000/s",
        stated_base: 4e4,
        base_unit: "1/s",
        formula: "reads_month/MONTH",
        recomputed_base: 38580.246913580246,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      }
    ]
  },
  {
    id: "kps-urlshortener",
    system: "URL shortener",
    source: {
      repo: "karanpratapsingh/system-design",
      path: "README.md",
      commit: "a5c0c1af396ef167925f89aac478c50be2284172",
      family: "kps",
      author_kind: "human"
    },
    inputs: {
      writes_month: {
        value: 1e8,
        unit: "1/month"
      },
      ratio: {
        value: 100,
        unit: "x"
      },
      rec: {
        value: 500,
        unit: "B"
      },
      years: {
        value: 10,
        unit: "year"
      },
      hot: {
        value: 0.2,
        unit: "frac"
      }
    },
    conventions: {
      seconds_per_day: 86400,
      days_per_month: 30,
      kb: 1e3
    },
    answers: [
      {
        name: "write_qps_avg",
        metric: "qps_write_avg",
        as_stated: "~40/s",
        stated_base: 40,
        base_unit: "1/s",
        formula: "writes_month/MONTH",
        recomputed_base: 38.58024691358025,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "read_qps_avg",
        metric: "qps_read_avg",
        as_stated: "4000/s",
        stated_base: 4e3,
        base_unit: "1/s",
        formula: "writes_month*ratio/MONTH",
        recomputed_base: 3858.0246913580245,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "bandwidth_in",
        metric: "bandwidth_in",
        as_stated: "20 KB/s",
        stated_base: 2e4,
        base_unit: "B/s",
        formula: "writes_month*rec/MONTH",
        recomputed_base: 19290.123456790123,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "bandwidth_out",
        metric: "bandwidth_out",
        as_stated: "~2 MB/s",
        stated_base: 2e6,
        base_unit: "B/s",
        formula: "writes_month*ratio*rec/MONTH",
        recomputed_base: 1.9290123456790124e6,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "records_10y",
        metric: "count_or_time",
        as_stated: "12 billion",
        stated_base: 12e9,
        base_unit: "count",
        formula: "writes_month*M_Y*years",
        recomputed_base: 12e9,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_10y",
        metric: "storage_retention",
        as_stated: "6 TB",
        stated_base: 6e12,
        base_unit: "B",
        formula: "writes_month*M_Y*years*rec",
        recomputed_base: 6e12,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "reads_per_day",
        metric: "events_per_day",
        as_stated: "~350 million/day",
        stated_base: 35e7,
        base_unit: "1/day",
        formula: "writes_month*ratio/D_M",
        recomputed_base: 3333333333333333e-7,
        ratio_stated_over_recomputed: 1.05,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "cache_memory",
        metric: "cache_memory",
        as_stated: "35 GB",
        stated_base: 35e9,
        base_unit: "B",
        formula: "hot*rec*writes_month*ratio/D_M",
        recomputed_base: 33333333333333332e-6,
        ratio_stated_over_recomputed: 1.05,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      }
    ]
  },
  {
    id: "kps-whatsapp",
    system: "WhatsApp",
    source: {
      repo: "karanpratapsingh/system-design",
      path: "README.md",
      commit: "a5c0c1af396ef167925f89aac478c50be2284172",
      family: "kps",
      author_kind: "human"
    },
    inputs: {
      dau: {
        value: 5e7,
        unit: "users"
      },
      msgs: {
        value: 40,
        unit: "1/user/day"
      },
      media_frac: {
        value: 0.05,
        unit: "frac"
      },
      text: {
        value: 100,
        unit: "B"
      },
      media: {
        value: 1e5,
        unit: "B"
      },
      years: {
        value: 10,
        unit: "year"
      }
    },
    conventions: {
      seconds_per_day: 86400,
      days_per_month: 30,
      kb: 1e3
    },
    answers: [
      {
        name: "messages_per_day",
        metric: "events_per_day",
        as_stated: "2 billion",
        stated_base: 2e9,
        base_unit: "1/day",
        formula: "dau*msgs",
        recomputed_base: 2e9,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "media_per_day",
        metric: "events_per_day",
        as_stated: "100 million",
        stated_base: 1e8,
        base_unit: "1/day",
        formula: "dau*msgs*media_frac",
        recomputed_base: 1e8,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "qps_avg",
        metric: "qps_avg",
        as_stated: "~24K/s",
        stated_base: 24e3,
        base_unit: "1/s",
        formula: "dau*msgs/DAY",
        recomputed_base: 23148.14814814815,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "text_storage_day",
        metric: "storage_day",
        as_stated: "200 GB",
        stated_base: 2e11,
        base_unit: "B",
        formula: "dau*msgs*text",
        recomputed_base: 2e11,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "media_storage_day",
        metric: "storage_day",
        as_stated: "10 TB",
        stated_base: 1e13,
        base_unit: "B",
        formula: "dau*msgs*media_frac*media",
        recomputed_base: 1e13,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_10y",
        metric: "storage_retention",
        as_stated: "~38 PB",
        stated_base: 38e15,
        base_unit: "B",
        formula: "(dau*msgs*text+dau*msgs*media_frac*media)*D_Y*years",
        recomputed_base: 3723e13,
        ratio_stated_over_recomputed: 1.02068224550094,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "bandwidth_in",
        metric: "bandwidth_in",
        as_stated: "~120 MB/s",
        stated_base: 12e7,
        base_unit: "B/s",
        formula: "(dau*msgs*text+dau*msgs*media_frac*media)/DAY",
        recomputed_base: 11805555555555555e-8,
        ratio_stated_over_recomputed: 1.016470588235294,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      }
    ]
  },
  {
    id: "kps-twitter",
    system: "Twitter",
    source: {
      repo: "karanpratapsingh/system-design",
      path: "README.md",
      commit: "a5c0c1af396ef167925f89aac478c50be2284172",
      family: "kps",
      author_kind: "human"
    },
    inputs: {
      dau: {
        value: 2e8,
        unit: "users"
      },
      total: {
        value: 1e9,
        unit: "users"
      },
      tweets: {
        value: 5,
        unit: "1/user/day"
      },
      media_frac: {
        value: 0.1,
        unit: "frac"
      },
      text: {
        value: 100,
        unit: "B"
      },
      media: {
        value: 5e4,
        unit: "B"
      },
      years: {
        value: 10,
        unit: "year"
      }
    },
    conventions: {
      seconds_per_day: 86400,
      days_per_month: 30,
      kb: 1e3
    },
    answers: [
      {
        name: "writes_per_day",
        metric: "events_per_day",
        as_stated: "1 billion",
        stated_base: 1e9,
        base_unit: "1/day",
        formula: "dau*tweets",
        recomputed_base: 1e9,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "qps_avg",
        metric: "qps_avg",
        as_stated: "~12K/s",
        stated_base: 12e3,
        base_unit: "1/s",
        formula: "dau*tweets/DAY",
        recomputed_base: 11574.074074074075,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "media_storage_day",
        metric: "storage_day",
        as_stated: "5 TB",
        stated_base: 5e12,
        base_unit: "B",
        formula: "dau*tweets*media_frac*media",
        recomputed_base: 5e12,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_10y",
        metric: "storage_retention",
        as_stated: "~19 PB",
        stated_base: 19e15,
        base_unit: "B",
        formula: "(dau*tweets*text+dau*tweets*media_frac*media)*D_Y*years",
        recomputed_base: 18615e12,
        ratio_stated_over_recomputed: 1.02068224550094,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "bandwidth_in",
        metric: "bandwidth_in",
        as_stated: "~60 MB/s",
        stated_base: 6e7,
        base_unit: "B/s",
        formula: "(dau*tweets*text+dau*tweets*media_frac*media)/DAY",
        recomputed_base: 59027777777777776e-9,
        ratio_stated_over_recomputed: 1.016470588235294,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "summary_table_dau",
        metric: "count_or_time",
        as_stated: "100 million (summary table)",
        stated_base: 1e8,
        base_unit: "users",
        formula: "dau",
        recomputed_base: 2e8,
        ratio_stated_over_recomputed: 0.5,
        verdict: "wrong",
        flags: [
          "inconsistent"
        ],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "stale_copy"
          }
        ]
      }
    ]
  },
  {
    id: "kps-netflix",
    system: "Netflix",
    source: {
      repo: "karanpratapsingh/system-design",
      path: "README.md",
      commit: "a5c0c1af396ef167925f89aac478c50be2284172",
      family: "kps",
      author_kind: "human"
    },
    inputs: {
      dau: {
        value: 2e8,
        unit: "users"
      },
      views: {
        value: 5,
        unit: "1/user/day"
      },
      ratio: {
        value: 200,
        unit: "x"
      },
      video: {
        value: 1e8,
        unit: "B"
      },
      years: {
        value: 10,
        unit: "year"
      }
    },
    conventions: {
      seconds_per_day: 86400,
      days_per_month: 30,
      kb: 1e3
    },
    answers: [
      {
        name: "views_per_day",
        metric: "events_per_day",
        as_stated: "1 billion",
        stated_base: 1e9,
        base_unit: "1/day",
        formula: "dau*views",
        recomputed_base: 1e9,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "uploads_per_day",
        metric: "events_per_day",
        as_stated: "5 million",
        stated_base: 5e6,
        base_unit: "1/day",
        formula: "dau*views/ratio",
        recomputed_base: 5e6,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "qps_avg",
        metric: "qps_avg",
        as_stated: "~12K/s",
        stated_base: 12e3,
        base_unit: "1/s",
        formula: "dau*views/DAY",
        recomputed_base: 11574.074074074075,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_day",
        metric: "storage_day",
        as_stated: "500 TB",
        stated_base: 5e14,
        base_unit: "B",
        formula: "dau*views/ratio*video",
        recomputed_base: 5e14,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_10y",
        metric: "storage_retention",
        as_stated: "1,825 PB",
        stated_base: 1825e15,
        base_unit: "B",
        formula: "dau*views/ratio*video*D_Y*years",
        recomputed_base: 1825e15,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "bandwidth_in",
        metric: "bandwidth_in",
        as_stated: "~5.8 GB/s",
        stated_base: 58e8,
        base_unit: "B/s",
        formula: "dau*views/ratio*video/DAY",
        recomputed_base: 5787037037037037e-6,
        ratio_stated_over_recomputed: 1.00224,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "bandwidth_total_as_headline",
        metric: "bandwidth_other",
        as_stated: '~5.8 GB/s ("Bandwidth" row of a streaming service)',
        stated_base: 58e8,
        base_unit: "B/s",
        formula: "dau*views*video/DAY",
        recomputed_base: 11574074074074075e-4,
        ratio_stated_over_recomputed: 50112e-7,
        verdict: "wrong",
        flags: [
          "judgement",
          "omission"
        ],
        root_error: true,
        judgement: true,
        diagnosis: [
          {
            operator: "rw_mix"
          }
        ]
      }
    ]
  },
  {
    id: "kps-uber",
    system: "Uber",
    source: {
      repo: "karanpratapsingh/system-design",
      path: "README.md",
      commit: "a5c0c1af396ef167925f89aac478c50be2284172",
      family: "kps",
      author_kind: "human"
    },
    inputs: {
      dau: {
        value: 1e8,
        unit: "users"
      },
      actions: {
        value: 10,
        unit: "1/user/day"
      },
      msg: {
        value: 400,
        unit: "B"
      },
      years: {
        value: 10,
        unit: "year"
      }
    },
    conventions: {
      seconds_per_day: 86400,
      days_per_month: 30,
      kb: 1e3
    },
    answers: [
      {
        name: "requests_per_day",
        metric: "events_per_day",
        as_stated: "1 billion",
        stated_base: 1e9,
        base_unit: "1/day",
        formula: "dau*actions",
        recomputed_base: 1e9,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "qps_avg",
        metric: "qps_avg",
        as_stated: "~12K/s",
        stated_base: 12e3,
        base_unit: "1/s",
        formula: "dau*actions/DAY",
        recomputed_base: 11574.074074074075,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_day",
        metric: "storage_day",
        as_stated: "400 GB",
        stated_base: 4e11,
        base_unit: "B",
        formula: "dau*actions*msg",
        recomputed_base: 4e11,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_10y",
        metric: "storage_retention",
        as_stated: "1.4 PB",
        stated_base: 14e14,
        base_unit: "B",
        formula: "dau*actions*msg*D_Y*years",
        recomputed_base: 146e13,
        ratio_stated_over_recomputed: 0.958904109589041,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "bandwidth_in",
        metric: "bandwidth_in",
        as_stated: "~5 MB/s",
        stated_base: 5e6,
        base_unit: "B/s",
        formula: "dau*actions*msg/DAY",
        recomputed_base: 462962962962963e-8,
        ratio_stated_over_recomputed: 1.08,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      }
    ]
  },
  {
    id: "kps-whatsapp-pre-issue20",
    system: "WhatsApp (old revision)",
    source: {
      repo: "karanpratapsingh/system-design",
      path: "README.md",
      commit: "20ea643af4bde5d3d911a0b20bce80a7c7b9df2c^",
      family: "kps",
      author_kind: "human"
    },
    inputs: {
      media_day: {
        value: 1e8,
        unit: "1/day"
      },
      media: {
        value: 5e4,
        unit: "B"
      }
    },
    conventions: {
      seconds_per_day: 86400,
      days_per_month: 30,
      kb: 1e3
    },
    answers: [
      {
        name: "media_storage_day",
        metric: "storage_day",
        as_stated: "10 TB",
        stated_base: 1e13,
        base_unit: "B",
        formula: "media_day*media",
        recomputed_base: 5e12,
        ratio_stated_over_recomputed: 2,
        verdict: "wrong",
        flags: [
          "confirmed_by_maintainer"
        ],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "stale_copy"
          }
        ]
      }
    ]
  },
  {
    id: "kps-netflix-pre-d89dbda",
    system: "Netflix (old revision)",
    source: {
      repo: "karanpratapsingh/system-design",
      path: "README.md",
      commit: "d89dbda73b90bd17d8ebe9d422a7d5abd682b470^",
      family: "kps",
      author_kind: "human"
    },
    inputs: {
      views_day: {
        value: 1e9,
        unit: "1/day"
      },
      ratio: {
        value: 200,
        unit: "x"
      },
      video: {
        value: 1e8,
        unit: "B"
      },
      years: {
        value: 10,
        unit: "year"
      }
    },
    conventions: {
      seconds_per_day: 86400,
      days_per_month: 30,
      kb: 1e3
    },
    answers: [
      {
        name: "uploads_per_day",
        metric: "events_per_day",
        as_stated: "50 million",
        stated_base: 5e7,
        base_unit: "1/day",
        formula: "views_day/ratio",
        recomputed_base: 5e6,
        ratio_stated_over_recomputed: 10,
        verdict: "wrong",
        flags: [
          "confirmed_by_maintainer"
        ],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "power_of_ten"
          }
        ]
      },
      {
        name: "storage_day",
        metric: "storage_day",
        as_stated: "5 PB",
        stated_base: 5e15,
        base_unit: "B",
        formula: "views_day/ratio*video",
        recomputed_base: 5e14,
        ratio_stated_over_recomputed: 10,
        verdict: "wrong",
        flags: [
          "confirmed_by_maintainer",
          "propagated"
        ],
        root_error: false,
        judgement: false,
        diagnosis: [
          {
            operator: "power_of_ten"
          }
        ]
      },
      {
        name: "storage_10y",
        metric: "storage_retention",
        as_stated: "18,250 PB",
        stated_base: 1825e16,
        base_unit: "B",
        formula: "views_day/ratio*video*D_Y*years",
        recomputed_base: 1825e15,
        ratio_stated_over_recomputed: 10,
        verdict: "wrong",
        flags: [
          "confirmed_by_maintainer",
          "propagated"
        ],
        root_error: false,
        judgement: false,
        diagnosis: [
          {
            operator: "power_of_ten"
          }
        ]
      },
      {
        name: "bandwidth_in",
        metric: "bandwidth_in",
        as_stated: "58 GB/s",
        stated_base: 58e9,
        base_unit: "B/s",
        formula: "views_day/ratio*video/DAY",
        recomputed_base: 5787037037037037e-6,
        ratio_stated_over_recomputed: 10.0224,
        verdict: "wrong",
        flags: [
          "confirmed_by_maintainer",
          "propagated"
        ],
        root_error: false,
        judgement: false,
        diagnosis: [
          {
            operator: "power_of_ten"
          }
        ]
      }
    ]
  },
  {
    id: "drink-instagram",
    system: "Instagram",
    source: {
      repo: "drinkbeer/CodingQuestion",
      path: "design/Instagram.md",
      commit: "9830301021a2b4587251fc3ea7066007b64202bf",
      family: "drinkbeer",
      author_kind: "human"
    },
    inputs: {
      dau: {
        value: 1e8,
        unit: "users"
      },
      p: {
        value: 1,
        unit: "1/user/day"
      },
      v: {
        value: 1,
        unit: "1/user/day"
      },
      rp: {
        value: 10,
        unit: "1/user/day"
      },
      rv: {
        value: 10,
        unit: "1/user/day"
      },
      photo: {
        value: 1e5,
        unit: "B"
      },
      video: {
        value: 1e7,
        unit: "B"
      }
    },
    conventions: {
      seconds_per_day: "10^5",
      kb: 1e3
    },
    answers: [
      {
        name: "write_qps",
        metric: "qps_write_avg",
        as_stated: "2K/s",
        stated_base: 2e3,
        base_unit: "1/s",
        formula: "dau*(p+v)/DAY",
        recomputed_base: 2314.814814814815,
        ratio_stated_over_recomputed: 0.864,
        verdict: "convention",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "read_qps",
        metric: "qps_read_avg",
        as_stated: "20K/s",
        stated_base: 2e4,
        base_unit: "1/s",
        formula: "dau*(rp+rv)/DAY",
        recomputed_base: 23148.14814814815,
        ratio_stated_over_recomputed: 0.864,
        verdict: "convention",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "photo_storage_day",
        metric: "storage_day",
        as_stated: "10 TiB",
        stated_base: 10995116277760,
        base_unit: "B",
        formula: "dau*p*photo",
        recomputed_base: 1e13,
        ratio_stated_over_recomputed: 1.099511627776,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: [
          {
            operator: "binary_decimal"
          }
        ]
      },
      {
        name: "video_storage_day",
        metric: "storage_day",
        as_stated: "1 PiB",
        stated_base: 1125899906842624,
        base_unit: "B",
        formula: "dau*v*video",
        recomputed_base: 1e15,
        ratio_stated_over_recomputed: 1.125899906842624,
        verdict: "convention",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: [
          {
            operator: "binary_decimal"
          }
        ]
      },
      {
        name: "storage_year",
        metric: "storage_year",
        as_stated: "370 PiB",
        stated_base: 416582965531770900,
        base_unit: "B",
        formula: "dau*(p*photo+v*video)*D_Y",
        recomputed_base: 36865e13,
        ratio_stated_over_recomputed: 1.1300229636017114,
        verdict: "convention",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: [
          {
            operator: "binary_decimal"
          }
        ]
      },
      {
        name: "bandwidth_in",
        metric: "bandwidth_in",
        as_stated: "11 Gbps",
        stated_base: 1375e6,
        base_unit: "B/s",
        formula: "dau*v*video/DAY",
        recomputed_base: 11574074074074074e-6,
        ratio_stated_over_recomputed: 0.1188,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "bits_bytes"
          }
        ]
      }
    ]
  },
  {
    id: "drink-pastebin",
    system: "Pastebin",
    source: {
      repo: "drinkbeer/CodingQuestion",
      path: "design/Pastebin.md",
      commit: "9830301021a2b4587251fc3ea7066007b64202bf",
      family: "drinkbeer",
      author_kind: "human"
    },
    inputs: {
      dau: {
        value: 1e8,
        unit: "users"
      },
      w: {
        value: 1,
        unit: "1/user/day"
      },
      r: {
        value: 10,
        unit: "1/user/day"
      },
      peak: {
        value: 3,
        unit: "x"
      },
      paste: {
        value: 1e4,
        unit: "B"
      },
      key: {
        value: 6,
        unit: "B"
      },
      hot: {
        value: 0.2,
        unit: "frac"
      }
    },
    conventions: {
      seconds_per_day: "10^5",
      kb: 1e3
    },
    answers: [
      {
        name: "write_qps",
        metric: "qps_write_avg",
        as_stated: "1K/s",
        stated_base: 1e3,
        base_unit: "1/s",
        formula: "dau*w/DAY",
        recomputed_base: 1157.4074074074074,
        ratio_stated_over_recomputed: 0.864,
        verdict: "convention",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "write_qps_peak",
        metric: "qps_peak",
        as_stated: "3K/s",
        stated_base: 3e3,
        base_unit: "1/s",
        formula: "dau*w/DAY*peak",
        recomputed_base: 3472.222222222222,
        ratio_stated_over_recomputed: 0.864,
        verdict: "convention",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "read_qps",
        metric: "qps_read_avg",
        as_stated: "10K/s",
        stated_base: 1e4,
        base_unit: "1/s",
        formula: "dau*r/DAY",
        recomputed_base: 11574.074074074075,
        ratio_stated_over_recomputed: 0.864,
        verdict: "convention",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_day",
        metric: "storage_day",
        as_stated: "1 TiB",
        stated_base: 1099511627776,
        base_unit: "B",
        formula: "dau*w*paste",
        recomputed_base: 1e12,
        ratio_stated_over_recomputed: 1.099511627776,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: [
          {
            operator: "binary_decimal"
          }
        ]
      },
      {
        name: "storage_year",
        metric: "storage_year",
        as_stated: "400 TiB",
        stated_base: 439804651110400,
        base_unit: "B",
        formula: "dau*w*paste*D_Y",
        recomputed_base: 365e12,
        ratio_stated_over_recomputed: 1.2049442496175342,
        verdict: "convention",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: [
          {
            operator: "binary_decimal"
          }
        ]
      },
      {
        name: "key_storage_day",
        metric: "storage_day",
        as_stated: "600 MiB",
        stated_base: 629145600,
        base_unit: "B",
        formula: "dau*w*key",
        recomputed_base: 6e8,
        ratio_stated_over_recomputed: 1.048576,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "bandwidth_in",
        metric: "bandwidth_in",
        as_stated: "10 Mbps",
        stated_base: 125e4,
        base_unit: "B/s",
        formula: "dau*w*paste/DAY",
        recomputed_base: 11574074074074075e-9,
        ratio_stated_over_recomputed: 0.108,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "bits_bytes"
          }
        ]
      },
      {
        name: "bandwidth_out",
        metric: "bandwidth_out",
        as_stated: "100 Mbps",
        stated_base: 125e5,
        base_unit: "B/s",
        formula: "dau*r*paste/DAY",
        recomputed_base: 11574074074074075e-8,
        ratio_stated_over_recomputed: 0.108,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "bits_bytes"
          }
        ]
      },
      {
        name: "cache_memory",
        metric: "cache_memory",
        as_stated: "200 GiB",
        stated_base: 214748364800,
        base_unit: "B",
        formula: "hot*dau*r*paste",
        recomputed_base: 2e12,
        ratio_stated_over_recomputed: 0.1073741824,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "percent"
          }
        ]
      }
    ]
  },
  {
    id: "drink-whatsapp",
    system: "WhatsApp",
    source: {
      repo: "drinkbeer/CodingQuestion",
      path: "design/WhatsApp.md",
      commit: "9830301021a2b4587251fc3ea7066007b64202bf",
      family: "drinkbeer",
      author_kind: "human"
    },
    inputs: {
      dau: {
        value: 1e8,
        unit: "users"
      },
      m: {
        value: 10,
        unit: "1/user/day"
      },
      msg: {
        value: 30,
        unit: "B"
      }
    },
    conventions: {
      seconds_per_day: "10^5",
      kb: 1e3
    },
    answers: [
      {
        name: "write_qps",
        metric: "qps_write_avg",
        as_stated: "10K/s",
        stated_base: 1e4,
        base_unit: "1/s",
        formula: "dau*m/DAY",
        recomputed_base: 11574.074074074075,
        ratio_stated_over_recomputed: 0.864,
        verdict: "convention",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_day",
        metric: "storage_day",
        as_stated: "30 GB",
        stated_base: 3e10,
        base_unit: "B",
        formula: "dau*m*msg",
        recomputed_base: 3e10,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "bandwidth_in",
        metric: "bandwidth_in",
        as_stated: "300 Kbps",
        stated_base: 37500,
        base_unit: "B/s",
        formula: "dau*m*msg/DAY",
        recomputed_base: 347222.22222222225,
        ratio_stated_over_recomputed: 0.108,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "bits_bytes"
          }
        ]
      }
    ]
  },
  {
    id: "drink-youtube",
    system: "YouTube",
    source: {
      repo: "drinkbeer/CodingQuestion",
      path: "design/Youtube.md",
      commit: "9830301021a2b4587251fc3ea7066007b64202bf",
      family: "drinkbeer",
      author_kind: "human"
    },
    inputs: {
      dau: {
        value: 5e8,
        unit: "users"
      },
      upf: {
        value: 0.01,
        unit: "frac"
      },
      views: {
        value: 10,
        unit: "1/user/day"
      },
      video: {
        value: 1e8,
        unit: "B"
      },
      cachef: {
        value: 0.01,
        unit: "frac"
      }
    },
    conventions: {
      seconds_per_day: "10^5",
      kb: 1e3
    },
    answers: [
      {
        name: "write_qps",
        metric: "qps_write_avg",
        as_stated: "50/s",
        stated_base: 50,
        base_unit: "1/s",
        formula: "dau*upf/DAY",
        recomputed_base: 57.870370370370374,
        ratio_stated_over_recomputed: 0.864,
        verdict: "convention",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "read_qps",
        metric: "qps_read_avg",
        as_stated: "50K/s",
        stated_base: 5e4,
        base_unit: "1/s",
        formula: "dau*views/DAY",
        recomputed_base: 57870.37037037037,
        ratio_stated_over_recomputed: 0.864,
        verdict: "convention",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_day",
        metric: "storage_day",
        as_stated: "500 TB",
        stated_base: 5e14,
        base_unit: "B",
        formula: "dau*upf*video",
        recomputed_base: 5e14,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "bandwidth_in",
        metric: "bandwidth_in",
        as_stated: "5 Gbps",
        stated_base: 625e6,
        base_unit: "B/s",
        formula: "dau*upf*video/DAY",
        recomputed_base: 5787037037037037e-6,
        ratio_stated_over_recomputed: 0.108,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "bits_bytes"
          }
        ]
      },
      {
        name: "cdn_cached_videos",
        metric: "cache_memory",
        as_stated: "5M/day",
        stated_base: 5e6,
        base_unit: "1/day",
        formula: "dau*views*cachef",
        recomputed_base: 5e7,
        ratio_stated_over_recomputed: 0.1,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "percent"
          }
        ]
      }
    ]
  },
  {
    id: "drink-hangman",
    system: "Hangman game server",
    source: {
      repo: "drinkbeer/CodingQuestion",
      path: "design/HangmanGame.md",
      commit: "9830301021a2b4587251fc3ea7066007b64202bf",
      family: "drinkbeer",
      author_kind: "human"
    },
    inputs: {
      users: {
        value: 5e8,
        unit: "users"
      },
      dau: {
        value: 1e8,
        unit: "users"
      },
      games: {
        value: 10,
        unit: "1/user/day"
      },
      guesses: {
        value: 8,
        unit: "x"
      },
      urow: {
        value: 300,
        unit: "B"
      },
      grow: {
        value: 200,
        unit: "B"
      },
      req: {
        value: 10,
        unit: "B"
      },
      growth: {
        value: 1.2,
        unit: "x"
      }
    },
    conventions: {
      seconds_per_day: "10^5",
      kb: 1e3
    },
    answers: [
      {
        name: "write_qps",
        metric: "qps_write_avg",
        as_stated: "10K/s",
        stated_base: 1e4,
        base_unit: "1/s",
        formula: "dau*games/DAY",
        recomputed_base: 11574.074074074075,
        ratio_stated_over_recomputed: 0.864,
        verdict: "convention",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "read_qps",
        metric: "qps_read_avg",
        as_stated: "80K/s",
        stated_base: 8e4,
        base_unit: "1/s",
        formula: "dau*games*guesses/DAY",
        recomputed_base: 92592.5925925926,
        ratio_stated_over_recomputed: 0.864,
        verdict: "convention",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "user_table",
        metric: "object_or_table_size",
        as_stated: "150 GB",
        stated_base: 15e10,
        base_unit: "B",
        formula: "users*urow",
        recomputed_base: 15e10,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "user_table_10y",
        metric: "storage_retention",
        as_stated: "2 TiB",
        stated_base: 2199023255552,
        base_unit: "B",
        formula: "users*urow*growth**10",
        recomputed_base: 928760463360,
        ratio_stated_over_recomputed: 2.367696884508346,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "unexplained"
          }
        ]
      },
      {
        name: "game_table_day",
        metric: "storage_day",
        as_stated: "200 GB",
        stated_base: 2e11,
        base_unit: "B",
        formula: "dau*games*grow",
        recomputed_base: 2e11,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "game_table_year",
        metric: "storage_year",
        as_stated: "73 TB",
        stated_base: 73e12,
        base_unit: "B",
        formula: "dau*games*grow*D_Y",
        recomputed_base: 73e12,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "bandwidth",
        metric: "bandwidth_other",
        as_stated: "1 Mbps",
        stated_base: 125e3,
        base_unit: "B/s",
        formula: "dau*games*req/DAY",
        recomputed_base: 115740.74074074074,
        ratio_stated_over_recomputed: 1.08,
        verdict: "rounding",
        flags: [
          "inconsistent"
        ],
        root_error: false,
        judgement: false,
        diagnosis: [
          {
            operator: "stale_copy"
          }
        ]
      }
    ]
  },
  {
    id: "drink-tinyurl",
    system: "TinyURL (Chinese notes)",
    source: {
      repo: "drinkbeer/CodingQuestion",
      path: "design/TinyURL.md",
      commit: "9830301021a2b4587251fc3ea7066007b64202bf",
      family: "drinkbeer",
      author_kind: "human"
    },
    inputs: {
      dau: {
        value: 1e8,
        unit: "users"
      },
      w: {
        value: 0.1,
        unit: "1/user/day"
      },
      r: {
        value: 1,
        unit: "1/user/day"
      },
      url: {
        value: 100,
        unit: "B"
      },
      hot: {
        value: 0.2,
        unit: "frac"
      },
      disk: {
        value: 1e12,
        unit: "B"
      }
    },
    conventions: {
      seconds_per_day: "10^5",
      kb: 1e3
    },
    answers: [
      {
        name: "write_qps",
        metric: "qps_write_avg",
        as_stated: "~100/s",
        stated_base: 100,
        base_unit: "1/s",
        formula: "dau*w/DAY",
        recomputed_base: 115.74074074074075,
        ratio_stated_over_recomputed: 0.864,
        verdict: "convention",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "read_qps",
        metric: "qps_read_avg",
        as_stated: "~1k/s",
        stated_base: 1e3,
        base_unit: "1/s",
        formula: "dau*r/DAY",
        recomputed_base: 1157.4074074074074,
        ratio_stated_over_recomputed: 0.864,
        verdict: "convention",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_day",
        metric: "storage_day",
        as_stated: "1 GB",
        stated_base: 1e9,
        base_unit: "B",
        formula: "dau*w*url",
        recomputed_base: 1e9,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "disk_lifetime",
        metric: "count_or_time",
        as_stated: "3 years",
        stated_base: 1095,
        base_unit: "day",
        formula: "disk/(dau*w*url)",
        recomputed_base: 1e3,
        ratio_stated_over_recomputed: 1.095,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "cache_memory",
        metric: "cache_memory",
        as_stated: "1.86 GiB",
        stated_base: 199715979264e-2,
        base_unit: "B",
        formula: "hot*dau*r*url",
        recomputed_base: 2e9,
        ratio_stated_over_recomputed: 0.99857989632,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      }
    ]
  },
  {
    id: "drink-ratelimiter",
    system: "Rate limiter memory",
    source: {
      repo: "drinkbeer/CodingQuestion",
      path: "design/RateLimiter.md",
      commit: "9830301021a2b4587251fc3ea7066007b64202bf",
      family: "drinkbeer",
      author_kind: "human"
    },
    inputs: {
      uid: {
        value: 8,
        unit: "B"
      },
      ts: {
        value: 4,
        unit: "B"
      },
      n: {
        value: 60,
        unit: "count"
      },
      ov: {
        value: 20,
        unit: "B"
      },
      users: {
        value: 1e6,
        unit: "users"
      }
    },
    conventions: {
      seconds_per_day: 86400,
      days_per_month: 30,
      kb: 1e3
    },
    answers: [
      {
        name: "per_user",
        metric: "object_or_table_size",
        as_stated: "268 bytes",
        stated_base: 268,
        base_unit: "B",
        formula: "uid+ts*n+ov",
        recomputed_base: 268,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "memory",
        metric: "cache_memory",
        as_stated: "268 MB",
        stated_base: 268e6,
        base_unit: "B",
        formula: "(uid+ts*n+ov)*users",
        recomputed_base: 268e6,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      }
    ]
  },
  {
    id: "prat-urlshortener",
    system: "URL shortener",
    source: {
      repo: "Prateeshtalasu/SystemDesignGuide",
      path: "Phase-09-High-Level-Design/01-URL-Shortener/02-capacity-estimation.md",
      commit: "5398cc9e997153643f6dfad8954b22d8d3d1474b",
      family: "prateesh",
      author_kind: "llm-likely"
    },
    inputs: {
      w: {
        value: 1e8,
        unit: "1/month"
      },
      ratio: {
        value: 100,
        unit: "x"
      },
      peak: {
        value: 3,
        unit: "x"
      },
      rec: {
        value: 500,
        unit: "B"
      },
      years: {
        value: 5,
        unit: "year"
      },
      rep: {
        value: 3,
        unit: "x"
      },
      ev: {
        value: 300,
        unit: "B"
      },
      uniq: {
        value: 0.1,
        unit: "frac"
      },
      entry: {
        value: 260,
        unit: "B"
      },
      ov: {
        value: 1.5,
        unit: "x"
      },
      rps: {
        value: 2e3,
        unit: "1/s"
      },
      cost: {
        value: 1e4,
        unit: "USD/month"
      },
      resp: {
        value: 500,
        unit: "B"
      }
    },
    conventions: {
      seconds_per_day: 86400,
      days_per_month: 30,
      kb: 1e3
    },
    answers: [
      {
        name: "read_qps_avg",
        metric: "qps_read_avg",
        as_stated: "3,858/s",
        stated_base: 3858,
        base_unit: "1/s",
        formula: "w*ratio/MONTH",
        recomputed_base: 3858.0246913580245,
        ratio_stated_over_recomputed: 0.9999936,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "read_qps_peak",
        metric: "qps_peak",
        as_stated: "12,000/s",
        stated_base: 12e3,
        base_unit: "1/s",
        formula: "w*ratio/MONTH*peak",
        recomputed_base: 11574.074074074075,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_5y",
        metric: "storage_retention",
        as_stated: "3 TB",
        stated_base: 3e12,
        base_unit: "B",
        formula: "w*M_Y*years*rec",
        recomputed_base: 3e12,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_5y_replicated",
        metric: "storage_retention",
        as_stated: "9 TB",
        stated_base: 9e12,
        base_unit: "B",
        formula: "w*M_Y*years*rec*rep",
        recomputed_base: 9e12,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "analytics_year",
        metric: "storage_year",
        as_stated: "36 TB",
        stated_base: 36e12,
        base_unit: "B",
        formula: "w*ratio*M_Y*ev",
        recomputed_base: 36e12,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "cache_raw",
        metric: "cache_memory",
        as_stated: "8.6 GB",
        stated_base: 86e8,
        base_unit: "B",
        formula: "w*ratio/D_M*uniq*entry",
        recomputed_base: 8666666666666666e-6,
        ratio_stated_over_recomputed: 0.9923076923076923,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "cache_with_overhead",
        metric: "cache_memory",
        as_stated: "~13 GB",
        stated_base: 13e9,
        base_unit: "B",
        formula: "w*ratio/D_M*uniq*entry*ov",
        recomputed_base: 13e9,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "app_servers",
        metric: "servers",
        as_stated: "6",
        stated_base: 6,
        base_unit: "servers",
        formula: "ceil(w*ratio/MONTH*peak/rps)",
        recomputed_base: 6,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "cost_per_million_ops",
        metric: "cost",
        as_stated: "$1",
        stated_base: 1,
        base_unit: "USD",
        formula: "cost/((w+w*ratio)/1e6)",
        recomputed_base: 0.9900990099009901,
        ratio_stated_over_recomputed: 1.01,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "data_transfer_month",
        metric: "storage_month",
        as_stated: "100 TB/month",
        stated_base: 1e14,
        base_unit: "B",
        formula: "w*ratio*resp",
        recomputed_base: 5e12,
        ratio_stated_over_recomputed: 20,
        verdict: "wrong",
        flags: [
          "inconsistent",
          "judgement"
        ],
        root_error: true,
        judgement: true,
        diagnosis: [
          {
            operator: "unexplained"
          }
        ]
      }
    ]
  },
  {
    id: "prat-videostreaming",
    system: "Video streaming (YouTube)",
    source: {
      repo: "Prateeshtalasu/SystemDesignGuide",
      path: "Phase-09-High-Level-Design/09-Video-Streaming/02-capacity-estimation.md",
      commit: "5398cc9e997153643f6dfad8954b22d8d3d1474b",
      family: "prateesh",
      author_kind: "llm-likely"
    },
    inputs: {
      dau: {
        value: 5e8,
        unit: "users"
      },
      views: {
        value: 5,
        unit: "1/user/day"
      },
      conc: {
        value: 5e7,
        unit: "users"
      },
      rate: {
        value: 4e6,
        unit: "bit/s"
      },
      watch: {
        value: 600,
        unit: "s"
      },
      ups: {
        value: 5e5,
        unit: "1/day"
      },
      enc: {
        value: 2e9,
        unit: "B"
      },
      origin: {
        value: 0.05,
        unit: "frac"
      },
      osrv: {
        value: 1e10,
        unit: "bit/s"
      },
      esrv: {
        value: 1e11,
        unit: "bit/s"
      },
      proc: {
        value: 2,
        unit: "x"
      },
      res: {
        value: 7,
        unit: "count"
      },
      dur: {
        value: 10,
        unit: "min"
      }
    },
    conventions: {
      seconds_per_day: 86400,
      days_per_month: 30,
      kb: 1e3
    },
    answers: [
      {
        name: "view_qps",
        metric: "qps_read_avg",
        as_stated: "30K/s",
        stated_base: 3e4,
        base_unit: "1/s",
        formula: "dau*views/DAY",
        recomputed_base: 28935.185185185186,
        ratio_stated_over_recomputed: 1.0368,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "streaming_bandwidth",
        metric: "bandwidth_out",
        as_stated: "200 Tbps",
        stated_base: 25e12,
        base_unit: "B/s",
        formula: "conc*rate/8",
        recomputed_base: 25e12,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "streaming_bandwidth_bytes",
        metric: "bandwidth_out",
        as_stated: "25 TB/s",
        stated_base: 25e12,
        base_unit: "B/s",
        formula: "conc*rate/8",
        recomputed_base: 25e12,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "daily_transfer",
        metric: "object_or_table_size",
        as_stated: "750 TB/day",
        stated_base: 75e13,
        base_unit: "B",
        formula: "dau*views*watch*rate/8",
        recomputed_base: 75e16,
        ratio_stated_over_recomputed: 1e-3,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "prefix_1000"
          }
        ]
      },
      {
        name: "cdn_egress",
        metric: "bandwidth_out",
        as_stated: "200 Pbps",
        stated_base: 25e15,
        base_unit: "B/s",
        formula: "conc*rate/8",
        recomputed_base: 25e12,
        ratio_stated_over_recomputed: 1e3,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "prefix_1000"
          }
        ]
      },
      {
        name: "origin_bandwidth",
        metric: "bandwidth_other",
        as_stated: "10 Pbps",
        stated_base: 125e13,
        base_unit: "B/s",
        formula: "conc*rate/8*origin",
        recomputed_base: 125e10,
        ratio_stated_over_recomputed: 1e3,
        verdict: "wrong",
        flags: [
          "propagated"
        ],
        root_error: false,
        judgement: false,
        diagnosis: [
          {
            operator: "prefix_1000"
          }
        ]
      },
      {
        name: "origin_servers",
        metric: "servers",
        as_stated: "50,000",
        stated_base: 5e4,
        base_unit: "servers",
        formula: "ceil(conc*rate*origin/osrv)",
        recomputed_base: 1e3,
        ratio_stated_over_recomputed: 50,
        verdict: "wrong",
        flags: [
          "propagated"
        ],
        root_error: false,
        judgement: false,
        diagnosis: [
          {
            operator: "double_count"
          }
        ]
      },
      {
        name: "edge_servers",
        metric: "servers",
        as_stated: "2,000,000",
        stated_base: 2e6,
        base_unit: "servers",
        formula: "ceil(conc*rate/esrv)",
        recomputed_base: 2e3,
        ratio_stated_over_recomputed: 1e3,
        verdict: "wrong",
        flags: [
          "propagated"
        ],
        root_error: false,
        judgement: false,
        diagnosis: [
          {
            operator: "prefix_1000"
          }
        ]
      },
      {
        name: "transcode_workers_24x7",
        metric: "servers",
        as_stated: "6,944",
        stated_base: 6944,
        base_unit: "servers",
        formula: "ups*dur*proc/60/24",
        recomputed_base: 6944.444444444444,
        ratio_stated_over_recomputed: 0.999936,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "transcode_workers_7_resolutions",
        metric: "servers",
        as_stated: "~1,000",
        stated_base: 1e3,
        base_unit: "servers",
        formula: "ups*dur*proc/60/24*res",
        recomputed_base: 48611.11111111111,
        ratio_stated_over_recomputed: 0.02057142857142857,
        verdict: "wrong",
        flags: [
          "judgement"
        ],
        root_error: true,
        judgement: true,
        diagnosis: [
          {
            operator: "inverse"
          }
        ]
      },
      {
        name: "storage_day",
        metric: "storage_day",
        as_stated: "1 PB",
        stated_base: 1e15,
        base_unit: "B",
        formula: "ups*enc",
        recomputed_base: 1e15,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_5y",
        metric: "storage_retention",
        as_stated: "1.8 EB",
        stated_base: 18e17,
        base_unit: "B",
        formula: "ups*enc*D_Y*5",
        recomputed_base: 1825e15,
        ratio_stated_over_recomputed: 0.9863013698630136,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_servers_replicated",
        metric: "servers",
        as_stated: "54,000",
        stated_base: 54e3,
        base_unit: "servers",
        formula: "ups*enc*D_Y*5*3/(100*TB)",
        recomputed_base: 54750,
        ratio_stated_over_recomputed: 0.9863013698630136,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      }
    ]
  },
  {
    id: "prat-chat",
    system: "Chat system",
    source: {
      repo: "Prateeshtalasu/SystemDesignGuide",
      path: "Phase-09-High-Level-Design/08-Chat-System/02-capacity-estimation.md",
      commit: "5398cc9e997153643f6dfad8954b22d8d3d1474b",
      family: "prateesh",
      author_kind: "llm-likely"
    },
    inputs: {
      dau: {
        value: 5e8,
        unit: "users"
      },
      m: {
        value: 50,
        unit: "1/user/day"
      },
      peak: {
        value: 2,
        unit: "x"
      },
      rec: {
        value: 650,
        unit: "B"
      },
      wire: {
        value: 750,
        unit: "B"
      },
      media_rate: {
        value: 1e5,
        unit: "1/s"
      },
      media: {
        value: 5e5,
        unit: "B"
      },
      peak_used: {
        value: 5e5,
        unit: "1/s"
      },
      fan: {
        value: 10.8,
        unit: "x"
      },
      yr: {
        value: 6e15,
        unit: "B"
      },
      node: {
        value: 4e12,
        unit: "B"
      },
      rep: {
        value: 3,
        unit: "x"
      },
      conns: {
        value: 15e7,
        unit: "count"
      },
      per: {
        value: 1e5,
        unit: "count"
      }
    },
    conventions: {
      seconds_per_day: 86400,
      days_per_month: 30,
      kb: 1e3
    },
    answers: [
      {
        name: "qps_avg",
        metric: "qps_avg",
        as_stated: "290K/s",
        stated_base: 29e4,
        base_unit: "1/s",
        formula: "dau*m/DAY",
        recomputed_base: 289351.85185185185,
        ratio_stated_over_recomputed: 1.00224,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "qps_peak",
        metric: "qps_peak",
        as_stated: "500K/s",
        stated_base: 5e5,
        base_unit: "1/s",
        formula: "dau*m/DAY*peak",
        recomputed_base: 578703.7037037037,
        ratio_stated_over_recomputed: 0.864,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "peak_avg"
          }
        ]
      },
      {
        name: "storage_day",
        metric: "storage_day",
        as_stated: "16.25 TB",
        stated_base: 1625e10,
        base_unit: "B",
        formula: "dau*m*rec",
        recomputed_base: 1625e10,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_5y",
        metric: "storage_retention",
        as_stated: "29.6 PB",
        stated_base: 296e14,
        base_unit: "B",
        formula: "dau*m*rec*D_Y*5",
        recomputed_base: 2965625e10,
        ratio_stated_over_recomputed: 0.9981032665964172,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "media_storage_day",
        metric: "storage_day",
        as_stated: "2.5 PB",
        stated_base: 25e14,
        base_unit: "B",
        formula: "dau*m*F(1,5)*media",
        recomputed_base: 25e14,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "media_bandwidth_in",
        metric: "bandwidth_in",
        as_stated: "400 Gbps",
        stated_base: 5e10,
        base_unit: "B/s",
        formula: "media_rate*media",
        recomputed_base: 5e10,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "deliveries",
        metric: "qps_avg",
        as_stated: "5.4M/s",
        stated_base: 54e5,
        base_unit: "1/s",
        formula: "peak_used*fan",
        recomputed_base: 54e5,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "text_bandwidth_out",
        metric: "bandwidth_out",
        as_stated: "32 Gbps",
        stated_base: 4e9,
        base_unit: "B/s",
        formula: "peak_used*fan*wire",
        recomputed_base: 405e7,
        ratio_stated_over_recomputed: 0.9876543209876543,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "media_bandwidth_out",
        metric: "bandwidth_out",
        as_stated: "400 Gbps",
        stated_base: 5e10,
        base_unit: "B/s",
        formula: "media_rate*media*fan",
        recomputed_base: 54e10,
        ratio_stated_over_recomputed: 0.09259259259259259,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "omitted_factor"
          }
        ]
      },
      {
        name: "chat_servers",
        metric: "servers",
        as_stated: "1,500",
        stated_base: 1500,
        base_unit: "servers",
        formula: "ceil(conns/per)",
        recomputed_base: 1500,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "cassandra_nodes",
        metric: "servers",
        as_stated: "500",
        stated_base: 500,
        base_unit: "servers",
        formula: "ceil(yr*rep/node)",
        recomputed_base: 4500,
        ratio_stated_over_recomputed: 0.1111111111111111,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "replication"
          }
        ]
      }
    ]
  },
  {
    id: "prat-notification",
    system: "Notification system",
    source: {
      repo: "Prateeshtalasu/SystemDesignGuide",
      path: "Phase-09-High-Level-Design/16-Notification-System/02-capacity-estimation.md",
      commit: "5398cc9e997153643f6dfad8954b22d8d3d1474b",
      family: "prateesh",
      author_kind: "llm-likely"
    },
    inputs: {
      n: {
        value: 1e10,
        unit: "1/day"
      },
      peak: {
        value: 10,
        unit: "x"
      },
      sms: {
        value: 5e8,
        unit: "1/day"
      },
      email: {
        value: 25e8,
        unit: "1/day"
      },
      smsprice: {
        value: 75e-4,
        unit: "USD"
      },
      iprate: {
        value: 1e6,
        unit: "1/h"
      },
      log: {
        value: 200,
        unit: "B"
      },
      ret: {
        value: 30,
        unit: "day"
      },
      ev: {
        value: 4e6,
        unit: "1/s"
      },
      evb: {
        value: 1e3,
        unit: "B"
      },
      total: {
        value: 55e5,
        unit: "USD/month"
      },
      emailcost: {
        value: 25e4,
        unit: "USD/month"
      },
      node: {
        value: 1e12,
        unit: "B"
      },
      rep: {
        value: 3,
        unit: "x"
      },
      comp: {
        value: 2e13,
        unit: "B"
      },
      dau: {
        value: 2e8,
        unit: "users"
      }
    },
    conventions: {
      seconds_per_day: 86400,
      days_per_month: 30,
      kb: 1e3
    },
    answers: [
      {
        name: "qps_avg",
        metric: "qps_avg",
        as_stated: "115,740/s",
        stated_base: 115740,
        base_unit: "1/s",
        formula: "n/DAY",
        recomputed_base: 115740.74074074074,
        ratio_stated_over_recomputed: 0.9999936,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "qps_peak",
        metric: "qps_peak",
        as_stated: "1,157,400/s",
        stated_base: 1157400,
        base_unit: "1/s",
        formula: "n/DAY*peak",
        recomputed_base: 1.1574074074074074e6,
        ratio_stated_over_recomputed: 0.9999936,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "log_storage_30d",
        metric: "storage_retention",
        as_stated: "60 TB",
        stated_base: 6e13,
        base_unit: "B",
        formula: "n*log*ret",
        recomputed_base: 6e13,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "kafka_storage_7d",
        metric: "storage_retention",
        as_stated: "2.4 PB",
        stated_base: 24e14,
        base_unit: "B",
        formula: "ev/peak*evb*7*DAY",
        recomputed_base: 24192e10,
        ratio_stated_over_recomputed: 9.920634920634921,
        verdict: "wrong",
        flags: [
          "judgement",
          "conservative"
        ],
        root_error: true,
        judgement: true,
        diagnosis: [
          {
            operator: "peak_avg"
          }
        ]
      },
      {
        name: "email_ips",
        metric: "count_or_time",
        as_stated: "30",
        stated_base: 30,
        base_unit: "count",
        formula: "ceil(email/DAY*peak/(iprate/3600))",
        recomputed_base: 1042,
        ratio_stated_over_recomputed: 0.028790786948176585,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "period"
          }
        ]
      },
      {
        name: "sms_numbers",
        metric: "count_or_time",
        as_stated: "600",
        stated_base: 600,
        base_unit: "count",
        formula: "ceil(sms/DAY*peak/100)",
        recomputed_base: 579,
        ratio_stated_over_recomputed: 1.0362694300518134,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "sms_cost_month",
        metric: "cost",
        as_stated: "$3.75M",
        stated_base: 375e4,
        base_unit: "USD/month",
        formula: "sms*smsprice*D_M",
        recomputed_base: 1125e5,
        ratio_stated_over_recomputed: 0.03333333333333333,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "period"
          }
        ]
      },
      {
        name: "blended_cost_per_1000",
        metric: "cost",
        as_stated: "$0.55",
        stated_base: 0.55,
        base_unit: "USD",
        formula: "total/(n*D_M)*1000",
        recomputed_base: 0.018333333333333333,
        ratio_stated_over_recomputed: 30,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "period"
          }
        ]
      },
      {
        name: "email_cost_per_1000",
        metric: "cost",
        as_stated: "$0.10",
        stated_base: 0.1,
        base_unit: "USD",
        formula: "emailcost/(email*D_M)*1000",
        recomputed_base: 0.0033333333333333335,
        ratio_stated_over_recomputed: 30,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "period"
          }
        ]
      },
      {
        name: "cost_per_dau",
        metric: "cost",
        as_stated: "$0.0275",
        stated_base: 0.0275,
        base_unit: "USD/month",
        formula: "total/dau",
        recomputed_base: 0.0275,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "clickhouse_nodes",
        metric: "servers",
        as_stated: "20",
        stated_base: 20,
        base_unit: "servers",
        formula: "ceil(comp*rep/node)",
        recomputed_base: 60,
        ratio_stated_over_recomputed: 0.3333333333333333,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "replication"
          }
        ]
      }
    ]
  },
  {
    id: "prat-messagequeue",
    system: "Distributed message queue",
    source: {
      repo: "Prateeshtalasu/SystemDesignGuide",
      path: "Phase-09-High-Level-Design/17-Distributed-Message-Queue/02-capacity-estimation.md",
      commit: "5398cc9e997153643f6dfad8954b22d8d3d1474b",
      family: "prateesh",
      author_kind: "llm-likely"
    },
    inputs: {
      w: {
        value: 1e7,
        unit: "1/s"
      },
      msg: {
        value: 1e3,
        unit: "B"
      },
      fan: {
        value: 3,
        unit: "x"
      },
      rep: {
        value: 3,
        unit: "x"
      },
      comp: {
        value: 0.5,
        unit: "frac"
      },
      brokers: {
        value: 300,
        unit: "count"
      },
      parts: {
        value: 9e6,
        unit: "count"
      },
      limit: {
        value: 4e3,
        unit: "count"
      },
      avail: {
        value: 67e12,
        unit: "B"
      },
      cost: {
        value: 16e5,
        unit: "USD/month"
      }
    },
    conventions: {
      seconds_per_day: 86400,
      days_per_month: 30,
      kb: 1e3
    },
    answers: [
      {
        name: "write_bandwidth",
        metric: "bandwidth_in",
        as_stated: "80 Gbps",
        stated_base: 1e10,
        base_unit: "B/s",
        formula: "w*msg",
        recomputed_base: 1e10,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "read_bandwidth",
        metric: "bandwidth_out",
        as_stated: "240 Gbps",
        stated_base: 3e10,
        base_unit: "B/s",
        formula: "w*fan*msg",
        recomputed_base: 3e10,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_day",
        metric: "storage_day",
        as_stated: "864 TB",
        stated_base: 864e12,
        base_unit: "B",
        formula: "w*msg*DAY",
        recomputed_base: 864e12,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_day_replicated_compressed",
        metric: "storage_day",
        as_stated: "1.3 PB",
        stated_base: 13e14,
        base_unit: "B",
        formula: "w*msg*DAY*rep*comp",
        recomputed_base: 1296e12,
        ratio_stated_over_recomputed: 1.0030864197530864,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_7d",
        metric: "storage_retention",
        as_stated: "9 PB",
        stated_base: 9e15,
        base_unit: "B",
        formula: "w*msg*DAY*7*rep*comp",
        recomputed_base: 9072e12,
        ratio_stated_over_recomputed: 0.9920634920634921,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "brokers_for_storage",
        metric: "servers",
        as_stated: "120",
        stated_base: 120,
        base_unit: "servers",
        formula: "ceil(w*msg*DAY*7*rep*comp/avail)",
        recomputed_base: 136,
        ratio_stated_over_recomputed: 0.8823529411764706,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "constraint_ignored"
          }
        ]
      },
      {
        name: "brokers_for_partitions",
        metric: "servers",
        as_stated: '300 ("within recommended limits")',
        stated_base: 300,
        base_unit: "servers",
        formula: "ceil(parts/limit)",
        recomputed_base: 2250,
        ratio_stated_over_recomputed: 0.13333333333333333,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "constraint_ignored"
          }
        ]
      },
      {
        name: "cost_per_message",
        metric: "cost",
        as_stated: "$0.000000006",
        stated_base: 6e-9,
        base_unit: "USD",
        formula: "cost/(w*DAY*D_M)",
        recomputed_base: 617283950617284e-22,
        ratio_stated_over_recomputed: 0.0972,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "power_of_ten"
          }
        ]
      },
      {
        name: "cost_per_gb",
        metric: "cost",
        as_stated: "$0.00006",
        stated_base: 6e-5,
        base_unit: "USD",
        formula: "cost/(w*msg*DAY*D_M/GB)",
        recomputed_base: 0.06172839506172839,
        ratio_stated_over_recomputed: 972e-6,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "prefix_1000"
          }
        ]
      }
    ]
  },
  {
    id: "prat-payment",
    system: "Payment system",
    source: {
      repo: "Prateeshtalasu/SystemDesignGuide",
      path: "Phase-09-High-Level-Design/18-Payment-System/02-capacity-estimation.md",
      commit: "5398cc9e997153643f6dfad8954b22d8d3d1474b",
      family: "prateesh",
      author_kind: "llm-likely"
    },
    inputs: {
      tx: {
        value: 1e7,
        unit: "1/day"
      },
      peak: {
        value: 10,
        unit: "x"
      },
      rec: {
        value: 2e3,
        unit: "B"
      },
      years: {
        value: 7,
        unit: "year"
      },
      rep: {
        value: 3,
        unit: "x"
      },
      led: {
        value: 540,
        unit: "B"
      },
      entries: {
        value: 2,
        unit: "x"
      },
      vol: {
        value: 1e9,
        unit: "USD/month"
      },
      pct: {
        value: 0.029,
        unit: "frac"
      },
      fixed: {
        value: 0.3,
        unit: "USD"
      },
      compute: {
        value: 15810,
        unit: "USD/month"
      },
      stor: {
        value: 29760,
        unit: "USD/month"
      },
      net: {
        value: 500,
        unit: "USD/month"
      }
    },
    conventions: {
      seconds_per_day: 86400,
      days_per_month: 30,
      kb: 1e3
    },
    answers: [
      {
        name: "qps_avg",
        metric: "qps_avg",
        as_stated: "115/s",
        stated_base: 115,
        base_unit: "1/s",
        formula: "tx/DAY",
        recomputed_base: 115.74074074074075,
        ratio_stated_over_recomputed: 0.9936,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "qps_peak",
        metric: "qps_peak",
        as_stated: "1,150/s",
        stated_base: 1150,
        base_unit: "1/s",
        formula: "tx/DAY*peak",
        recomputed_base: 1157.4074074074074,
        ratio_stated_over_recomputed: 0.9936,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "avg_value",
        metric: "cost",
        as_stated: "$3.33",
        stated_base: 3.33,
        base_unit: "USD",
        formula: "vol/(tx*D_M)",
        recomputed_base: 3.3333333333333335,
        ratio_stated_over_recomputed: 0.999,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_7y_replicated",
        metric: "storage_retention",
        as_stated: "153.3 TB",
        stated_base: 1533e11,
        base_unit: "B",
        formula: "tx*rec*D_Y*years*rep",
        recomputed_base: 1533e11,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "ledger_7y_replicated",
        metric: "storage_retention",
        as_stated: "82.8 TB",
        stated_base: 828e11,
        base_unit: "B",
        formula: "tx*entries*led*D_Y*years*rep",
        recomputed_base: 82782e9,
        ratio_stated_over_recomputed: 1.000217438573603,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "processor_fees",
        metric: "cost",
        as_stated: "$119M",
        stated_base: 119e6,
        base_unit: "USD/month",
        formula: "vol*pct+tx*D_M*fixed",
        recomputed_base: 119e6,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "infra_cost_per_tx",
        metric: "cost",
        as_stated: "$0.00005",
        stated_base: 5e-5,
        base_unit: "USD",
        formula: "(compute+stor+net)/(tx*D_M)",
        recomputed_base: 15356666666666667e-20,
        ratio_stated_over_recomputed: 0.32559149120902975,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "component_omitted"
          }
        ]
      },
      {
        name: "idempotency_storage",
        metric: "storage_retention",
        as_stated: "22 GB",
        stated_base: 22e9,
        base_unit: "B",
        formula: "tx*2200",
        recomputed_base: 22e9,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      }
    ]
  },
  {
    id: "prat-cache",
    system: "Distributed cache",
    source: {
      repo: "Prateeshtalasu/SystemDesignGuide",
      path: "Phase-09-High-Level-Design/20-Distributed-Cache/02-capacity-estimation.md",
      commit: "5398cc9e997153643f6dfad8954b22d8d3d1474b",
      family: "prateesh",
      author_kind: "llm-likely"
    },
    inputs: {
      qps: {
        value: 1e5,
        unit: "1/s"
      },
      hit: {
        value: 0.8,
        unit: "frac"
      },
      peak: {
        value: 2,
        unit: "x"
      },
      item: {
        value: 1e4,
        unit: "B"
      },
      cap: {
        value: 1e12,
        unit: "B"
      },
      nodes: {
        value: 10,
        unit: "count"
      },
      rep: {
        value: 2,
        unit: "x"
      },
      meta: {
        value: 124,
        unit: "B"
      },
      reads: {
        value: 9e4,
        unit: "1/s"
      },
      bw: {
        value: 8e9,
        unit: "bit/s"
      },
      dbcost: {
        value: 1e-3,
        unit: "USD"
      },
      cost: {
        value: 13476,
        unit: "USD/month"
      }
    },
    conventions: {
      seconds_per_day: 86400,
      days_per_month: 30,
      kb: 1e3
    },
    answers: [
      {
        name: "keys",
        metric: "count_or_time",
        as_stated: "100 million",
        stated_base: 1e8,
        base_unit: "count",
        formula: "cap/item",
        recomputed_base: 1e8,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "per_node_replicated",
        metric: "servers",
        as_stated: "200 GB",
        stated_base: 2e11,
        base_unit: "B",
        formula: "cap/nodes*rep",
        recomputed_base: 2e11,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "metadata",
        metric: "object_or_table_size",
        as_stated: "12.4 GB",
        stated_base: 124e8,
        base_unit: "B",
        formula: "cap/item*meta",
        recomputed_base: 124e8,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "read_bandwidth",
        metric: "bandwidth_out",
        as_stated: "7.2 Gbps",
        stated_base: 9e8,
        base_unit: "B/s",
        formula: "reads*item",
        recomputed_base: 9e8,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "transfer_month",
        metric: "storage_month",
        as_stated: "2.6 TB/month",
        stated_base: 26e11,
        base_unit: "B",
        formula: "bw/8*MONTH",
        recomputed_base: 2592e12,
        ratio_stated_over_recomputed: 0.0010030864197530865,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "prefix_1000"
          }
        ]
      },
      {
        name: "requests_month",
        metric: "count_or_time",
        as_stated: "259.2 billion",
        stated_base: 2592e8,
        base_unit: "count",
        formula: "qps*DAY*D_M",
        recomputed_base: 2592e8,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "cost_per_million",
        metric: "cost",
        as_stated: "$0.052",
        stated_base: 0.052,
        base_unit: "USD",
        formula: "cost/(qps*DAY*D_M)*1e6",
        recomputed_base: 0.05199074074074074,
        ratio_stated_over_recomputed: 1.0001780943900267,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "db_savings_month",
        metric: "cost",
        as_stated: "$207,360",
        stated_base: 207360,
        base_unit: "USD/month",
        formula: "qps*hit*DAY*D_M*dbcost",
        recomputed_base: 20736e4,
        ratio_stated_over_recomputed: 1e-3,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "prefix_1000"
          }
        ]
      }
    ]
  },
  {
    id: "prat-analytics",
    system: "Analytics pipeline",
    source: {
      repo: "Prateeshtalasu/SystemDesignGuide",
      path: "Phase-09-High-Level-Design/27-Analytics-System/02-capacity-estimation.md",
      commit: "5398cc9e997153643f6dfad8954b22d8d3d1474b",
      family: "prateesh",
      author_kind: "llm-likely"
    },
    inputs: {
      ev: {
        value: 5e5,
        unit: "1/s"
      },
      rec: {
        value: 500,
        unit: "B"
      },
      comp: {
        value: 3,
        unit: "x"
      },
      years: {
        value: 2,
        unit: "year"
      },
      rep: {
        value: 3,
        unit: "x"
      },
      idx: {
        value: 1.2,
        unit: "x"
      },
      price: {
        value: 0.023,
        unit: "USD/GB/month"
      },
      raw: {
        value: 19e15,
        unit: "B"
      }
    },
    conventions: {
      seconds_per_day: 86400,
      days_per_month: 30,
      kb: 1e3
    },
    answers: [
      {
        name: "events_day",
        metric: "events_per_day",
        as_stated: "43.2 billion",
        stated_base: 432e8,
        base_unit: "1/day",
        formula: "ev*DAY",
        recomputed_base: 432e8,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_day",
        metric: "storage_day",
        as_stated: "21.6 TB",
        stated_base: 216e11,
        base_unit: "B",
        formula: "ev*DAY*rec",
        recomputed_base: 216e11,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "storage_total",
        metric: "storage_retention",
        as_stated: "18.66 PB",
        stated_base: 1866e13,
        base_unit: "B",
        formula: "ev*DAY*rec/comp*D_M*M_Y*years*rep*idx",
        recomputed_base: 186624e11,
        ratio_stated_over_recomputed: 0.9998713991769548,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "s3_cost_month",
        metric: "cost",
        as_stated: "$437M",
        stated_base: 437e6,
        base_unit: "USD/month",
        formula: "raw/GB*price",
        recomputed_base: 437e3,
        ratio_stated_over_recomputed: 1e3,
        verdict: "wrong",
        flags: [],
        root_error: true,
        judgement: false,
        diagnosis: [
          {
            operator: "prefix_1000"
          }
        ]
      }
    ]
  },
  {
    id: "prat-tracing",
    system: "Distributed tracing",
    source: {
      repo: "Prateeshtalasu/SystemDesignGuide",
      path: "Phase-09-High-Level-Design/24-Distributed-Tracing-System/02-capacity-estimation.md",
      commit: "5398cc9e997153643f6dfad8954b22d8d3d1474b",
      family: "prateesh",
      author_kind: "llm-likely"
    },
    inputs: {
      req: {
        value: 1e6,
        unit: "1/s"
      },
      spans: {
        value: 50,
        unit: "x"
      },
      samp: {
        value: 0.01,
        unit: "frac"
      },
      err: {
        value: 1e-3,
        unit: "frac"
      },
      span: {
        value: 1100,
        unit: "B"
      },
      week: {
        value: 604800,
        unit: "s"
      },
      rep: {
        value: 3,
        unit: "x"
      },
      comp: {
        value: 2,
        unit: "x"
      },
      cost: {
        value: 235e3,
        unit: "USD/month"
      }
    },
    conventions: {
      seconds_per_day: 86400,
      days_per_month: 30,
      kb: "mixed"
    },
    answers: [
      {
        name: "spans_qps",
        metric: "qps_avg",
        as_stated: "550,000/s",
        stated_base: 55e4,
        base_unit: "1/s",
        formula: "req*spans*(samp+err)",
        recomputed_base: 55e4,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "hot_storage",
        metric: "storage_retention",
        as_stated: "341 TB",
        stated_base: 341e12,
        base_unit: "B",
        formula: "req*spans*(samp+err)*span*week",
        recomputed_base: 365904e9,
        ratio_stated_over_recomputed: 0.931938431938432,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: [
          {
            operator: "binary_decimal"
          }
        ]
      },
      {
        name: "hot_replicated",
        metric: "storage_retention",
        as_stated: "511.5 TB",
        stated_base: 5115e11,
        base_unit: "B",
        formula: "req*spans*(samp+err)*span*week/comp*rep",
        recomputed_base: 548856e9,
        ratio_stated_over_recomputed: 0.931938431938432,
        verdict: "rounding",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "ingest_bandwidth",
        metric: "bandwidth_in",
        as_stated: "4.84 Gbps",
        stated_base: 605e6,
        base_unit: "B/s",
        formula: "req*spans*(samp+err)*span",
        recomputed_base: 605e6,
        ratio_stated_over_recomputed: 1,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      },
      {
        name: "cost_per_million_traces",
        metric: "cost",
        as_stated: "$8.20",
        stated_base: 8.2,
        base_unit: "USD",
        formula: "cost/(req*(samp+err)*MONTH)*1e6",
        recomputed_base: 8.242143658810326,
        ratio_stated_over_recomputed: 0.9948868085106383,
        verdict: "exact",
        flags: [],
        root_error: false,
        judgement: false,
        diagnosis: []
      }
    ]
  }
];

// tests/bench/published-worksheets.ts
var Answer = z.looseObject({
  name: z.string(),
  as_stated: z.string(),
  stated_base: z.number(),
  base_unit: z.string(),
  formula: z.string(),
  recomputed_base: z.number(),
  verdict: z.enum(["exact", "rounding", "convention", "wrong"]),
  root_error: z.boolean(),
  diagnosis: z.array(z.looseObject({ operator: z.string() }))
});
var Source = z.looseObject({
  id: z.string(),
  inputs: z.record(z.string(), z.looseObject({ value: z.number(), unit: z.string() })),
  answers: z.array(Answer)
});
var publishedSources = z.array(Source).parse(published_estimates_default);
var UNITS2 = {
  B: " B",
  s: " s",
  "1/s": " /s",
  "bit/s": " bps",
  "1/h": " /hour",
  USD: " USD",
  "USD/month": " USD",
  "USD/GB/month": " USD"
};
var CONSTANTS = [
  ["DAY", "1 day"],
  ["MONTH", "1 month"],
  ["D_M", "30"],
  ["M_Y", "12"],
  ["D_Y", "365"],
  ["GB", "1 GB"],
  ["TB", "1 TB"]
];
var safe = (name) => ({ per: "per_node", GB: "gigabyte", TB: "terabyte" })[name] ?? name;
function toFormula(formula) {
  return formula.replaceAll("**", "^").replaceAll("rate/8", "rate").replaceAll("bw/8", "bw").replaceAll("iprate/3600", "iprate").replaceAll("peak/100)", "peak/(100 qps))").replaceAll("tx*2200", "tx*(2200 B)").replace(/F\((\d+),(\d+)\)/g, "($1/$2)").replace(/[A-Za-z_]\w*/g, safe);
}
function toWorksheet(source) {
  const formulas = source.answers.map((answer) => toFormula(answer.formula));
  const used = new Set(formulas.flatMap((formula) => formula.match(/[A-Za-z_]\w*/g) ?? []));
  const inputs = Object.entries(source.inputs).map(([name, { value, unit }]) => `${safe(name)} = ${value}${UNITS2[unit] ?? ""}`);
  const constants = CONSTANTS.filter(([name]) => used.has(safe(name))).map(([name, value]) => `${safe(name)} = ${value}`);
  const answers = source.answers.map(
    (answer, index) => `answer_${answer.name} = ${formulas[index] ?? ""}${answer.base_unit === "day" ? " * 1 day" : ""}`
  );
  return [...inputs, ...constants, ...answers].join("\n");
}
function toStated(answer) {
  return answer.as_stated.replace(/\(.*\)/, "").replace(/^("|~)+/, "").trim();
}
function toBase(answer) {
  return answer.base_unit === "day" ? answer.recomputed_base * 86400 : answer.recomputed_base;
}

// tests/bench/published-rates.ts
function isNamed(answer, slips) {
  const operators = answer.diagnosis.map(({ operator }) => operator);
  const [first] = slips;
  if (!first) return operators.includes("unexplained");
  return operators.includes(first.id) || operators.includes("component_omitted") && first.explanation.includes("left out of the sum");
}
function publishedRates() {
  const wrongValues = [];
  const falseOff = [];
  const falseSlips = [];
  const missed = [];
  let answers = 0;
  let right = 0;
  let rootErrors = 0;
  for (const source of publishedSources) {
    const worksheet = toWorksheet(source);
    const { values } = evaluateWorksheet(worksheet);
    for (const answer of source.answers) {
      const id = `${source.id} ${answer.name}`;
      const name = `answer_${answer.name}`;
      const value = values.get(name)?.quantity.base ?? Number.NaN;
      answers++;
      if (!(Math.abs(value / toBase(answer) - 1) <= 1e-3)) wrongValues.push(id);
      const result = diagnose({ worksheet, name, stated: toStated(answer) });
      const diagnosis = result.ok ? result.diagnosis : null;
      if (answer.verdict !== "wrong") {
        right++;
        if (diagnosis?.verdict === "off" || !diagnosis) falseOff.push(id);
        if (diagnosis && diagnosis.slips.length > 0) falseSlips.push(id);
      }
      if (answer.root_error) {
        rootErrors++;
        if (!diagnosis || !isNamed(answer, diagnosis.slips)) missed.push(id);
      }
    }
  }
  return { answers, wrongValues, right, falseOff, falseSlips, rootErrors, named: rootErrors - missed.length, missed };
}

// tests/bench/estimator.ts
function sheets() {
  const lines2 = Array.from({ length: 5 }, (_, i) => [
    `users${i} = ${i + 1} * 10000000`,
    `writes${i} = users${i} * 2 / (1 day)`,
    `peak${i} = writes${i} * 3`,
    `stored${i} = writes${i} * 500 B * 1825 days`,
    `shards${i} = ceil(stored${i} / (50 GB))`,
    `egress${i} = peak${i} * 20 * 500 B`
  ]).flat();
  return { ours: lines2.join("\n"), theirs: lines2 };
}
function median(run, times) {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return taken[Math.floor(times / 2)] ?? Number.NaN;
}
function estimatorReport() {
  const math = create(all ?? {});
  const { ours, theirs } = sheets();
  const runTheirs = () => {
    const scope = /* @__PURE__ */ new Map();
    for (const line of theirs) math.evaluate(line, scope);
  };
  const { errors } = evaluateWorksheet(ours);
  if (errors.length > 0) throw new Error(`the bench sheet has errors: ${errors[0]?.message}`);
  median(runTheirs, 30);
  median(() => evaluateWorksheet(ours), 200);
  const mathjs = median(runTheirs, 60);
  const tenfold = median(() => evaluateWorksheet(ours), 400);
  const long = Array.from(
    { length: 500 },
    (_, i) => i === 0 ? "x0 = 100M /month" : `x${i} = x${i - 1} * 1.01 + 5 /s  # line ${i}`
  ).join("\n");
  const full = median(() => evaluateWorksheet(long), 60);
  const rates = publishedRates();
  const percent = (part, whole) => `${(100 * part / whole).toFixed(1)}%`;
  return [
    `30-line sheet: ${tenfold.toFixed(3)} ms, mathjs ${mathjs.toFixed(2)} ms, ${(mathjs / tenfold).toFixed(1)} times faster (wanted: 10)`,
    `500-line sheet: ${full.toFixed(2)} ms (wanted: under 16)`,
    `published values within 0.1%: ${rates.answers - rates.wrongValues.length} of ${rates.answers}`,
    `right answers called off: ${rates.falseOff.length} of ${rates.right}; given a slip: ${rates.falseSlips.length}`,
    `root errors named first: ${rates.named} of ${rates.rootErrors} (${percent(rates.named, rates.rootErrors)}, wanted: 85%)`,
    ...rates.missed.map((id) => `  missed: ${id}`)
  ].join("\n");
}

// tests/bench/zz-p.ts
var lines = Array.from({ length: 5 }, (_, i) => [
  `users${i} = ${i + 1} * 10000000`,
  `writes${i} = users${i} * 2 / (1 day)`,
  `peak${i} = writes${i} * 3`,
  `stored${i} = writes${i} * 500 B * 1825 days`,
  `shards${i} = ceil(stored${i} / (50 GB))`,
  `egress${i} = peak${i} * 20 * 500 B`
]).flat();
var src = lines.join("\n");
function time(name, f, n = 2e4) {
  for (let i = 0; i < 2e3; i++) f();
  const t = performance.now();
  for (let i = 0; i < n; i++) f();
  console.log(name, ((performance.now() - t) / n * 1e3).toFixed(1), "us");
}
var sheet = evaluateWorksheet(src);
var names = new Set(sheet.values.keys());
time("full", () => evaluateWorksheet(src));
time("tokenize", () => {
  for (const l of lines) tokenize(l);
});
time("parse", () => {
  for (const l of lines) parseLine(l, (n) => names.has(n));
});
time("format", () => {
  for (const v of sheet.values.values()) formatValue(v);
});
if (process.argv[2] === "report") console.log(estimatorReport());
if (process.argv[2] === "prof") time("full", () => evaluateWorksheet(src), 1e5);
