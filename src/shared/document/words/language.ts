/** How one language writes numbers, shares, money, days and lists. The language is always given, never the machine's. */

/** The language that a document is written in. */
export type Language = {
  /** BCP 47, with the country that decides how days are written. */
  readonly locale: string;
  /** A number with exactly so many decimals; without, with as many as it has, up to four. */
  readonly number: (value: number, decimals?: number) => string;
  /** A pace or a load: one decimal, none from a hundred on. */
  readonly rate: (value: number) => string;
  /** A share of 100, without decimals unless it is told to keep them. */
  readonly percent: (value: number, keepDecimals?: boolean) => string;
  /** An amount in a currency (ISO 4217); cents only where there are any. */
  readonly money: (amount: number, currency: string) => string;
  /** YYYY-MM-DD in full: 30 September 2026. */
  readonly day: (date: string) => string;
  /** Two days as a stretch of time: 8–14 September 2026. */
  readonly days: (from: string, to: string) => string;
  /** YYYY-MM-DD with a short month: 30 Sep 2026. */
  readonly shortDay: (date: string) => string;
  /** The short name of the date's month, with its year or without. */
  readonly month: (date: string, withYear: boolean) => string;
  /** Month and year in full: September 2026. */
  readonly monthYear: (date: string) => string;
  /** a, b and c; or a, b or c. */
  readonly list: (items: readonly string[], last?: 'and' | 'or') => string;
  /** The plural category of a count. */
  readonly plural: (count: number) => Intl.LDMLPluralRule;
};

/**
 * The locale of a document: the client's where it is of the kit's language, else that language.
 * English without a country is written as in Britain, as the wording of the kit is.
 */
export function documentLocale(kitLanguage: string, clientLocale: string): string {
  const client = canonical(clientLocale);
  const own = canonical(kitLanguage) ?? 'en';
  const locale = client !== null && languageOf(client) === languageOf(own) ? client : own;
  return locale === 'en' ? 'en-GB' : locale;
}

/** The ways of writing of a locale; formatters are made once, when they are first used. */
export function languageFor(locale: string): Language {
  const numbers = remembered((options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));
  const dates = remembered(
    (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }),
  );
  const lists = {
    and: new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' }),
    or: new Intl.ListFormat(locale, { style: 'long', type: 'disjunction' }),
  };
  const plurals = new Intl.PluralRules(locale);
  const number: Language['number'] = (value, decimals) =>
    decimals === undefined
      ? numbers({ maximumFractionDigits: 4 }).format(value)
      : numbers({ minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);
  const timeOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
  const date = (day: string, options: Intl.DateTimeFormatOptions): string => dates(options).format(timeOf(day));
  return {
    locale,
    number,
    rate: (value) => number(value, value >= 100 ? 0 : 1),
    percent: (value, keepDecimals = false) =>
      numbers({ style: 'percent', maximumFractionDigits: keepDecimals ? 4 : 0 }).format(value / 100),
    money: (amount, currency) =>
      isCurrency(currency)
        ? numbers({
            style: 'currency',
            currency,
            ...(Number.isInteger(amount) ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {}),
          }).format(amount)
        : `${number(amount)} ${currency}`.trim(),
    day: (day) => date(day, full),
    days: (from, to) => dates(full).formatRange(timeOf(from), timeOf(to)),
    shortDay: (day) => date(day, { day: 'numeric', month: 'short', year: 'numeric' }),
    month: (day, withYear) => date(day, { month: 'short', ...(withYear ? { year: 'numeric' } : {}) }),
    monthYear: (day) => date(day, { month: 'long', year: 'numeric' }),
    list: (items, last = 'and') => lists[last].format(items),
    plural: (count) => plurals.select(count),
  };
}

const full = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** Whether this is the code of a currency. */
export function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/u.test(code) && Intl.supportedValuesOf('currency').includes(code);
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null; // what somebody typed is no language tag
  }
}

function languageOf(locale: string): string {
  return locale.split('-')[0] ?? locale;
}

function remembered<Options, Formatter>(make: (options: Options) => Formatter): (options: Options) => Formatter {
  const made = new Map<string, Formatter>();
  return (options) => {
    const key = JSON.stringify(options);
    const known = made.get(key) ?? make(options);
    made.set(key, known);
    return known;
  };
}
