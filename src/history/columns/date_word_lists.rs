//! The words that columns of dates are called by, and what else speaks of time, in lower case and in several languages.

/// Words that a column of dates is called by.
pub(super) const DATES: [&str; 16] = [
    "date",
    "day",
    "month",
    "time",
    "timestamp",
    "created",
    "datetime",
    "period",
    "datum",
    "tag",
    "monat",
    "mois",
    "jour",
    "fecha",
    "mes",
    "data",
];

/// Words that a column of years is called by.
pub(super) const YEARS: [&str; 9] = ["year", "years", "yr", "jahr", "année", "annee", "año", "ano", "anno"];

/// Words of months.
pub(super) const MONTHS: [&str; 8] = ["month", "months", "mon", "monat", "mois", "mes", "mês", "mese"];

/// Words of days.
pub(super) const DAYS: [&str; 6] = ["day", "tag", "jour", "día", "dia", "giorno"];

/// Words of hours.
pub(super) const HOURS: [&str; 4] = ["hour", "stunde", "heure", "hora"];

/// Words of weeks.
pub(super) const WEEKS: [&str; 10] =
    ["week", "weeks", "wk", "woche", "kw", "kalenderwoche", "semaine", "semana", "settimana", "週"];

/// Words of longer and shorter stretches of time that something is counted by.
pub(super) const OTHER_INTERVALS: [&str; 8] = ["second", "sec", "minute", "min", "quarter", "year", "sekunde", "jahr"];

/// Words of what comes each hour, day, week and month.
pub(super) const HOURLY: [&str; 2] = ["hourly", "stündlich"];
pub(super) const DAILY: [&str; 9] =
    ["daily", "täglich", "tägliche", "quotidien", "quotidiens", "diario", "diarios", "giornalieri", "日あたり"];
pub(super) const WEEKLY: [&str; 8] =
    ["weekly", "wöchentlich", "wöchentliche", "hebdomadaire", "hebdomadaires", "semanal", "semanales", "settimanali"];
pub(super) const MONTHLY: [&str; 8] =
    ["monthly", "monatlich", "monatliche", "mensuel", "mensuels", "mensual", "mensuales", "mensili"];

/// Words that say that what stands before them is counted by what stands behind: `per day`.
pub(super) const PER: [&str; 9] = ["per", "pro", "je", "par", "por", "al", "a", "each", "every"];

/// Words of stretches of time that something is counted by: `day_count`.
pub(super) const COUNTED_BY: [&str; 5] = ["minute", "hour", "day", "week", "month"];

/// Words of dates on which something was read.
pub(super) const DATES_OF_READING: [&str; 32] = [
    "retrieved",
    "retrieval",
    "lookup",
    "collected",
    "collection",
    "fetched",
    "fetch",
    "downloaded",
    "download",
    "accessed",
    "access",
    "crawled",
    "crawl",
    "scraped",
    "scrape",
    "harvested",
    "harvest",
    "requested",
    "queried",
    "pulled",
    "read",
    "abgerufen",
    "abruf",
    "abrufdatum",
    "gelesen",
    "erhoben",
    "récupéré",
    "consulté",
    "recuperado",
    "consultado",
    "leído",
    "coletado",
];

/// Words of when a post was written.
pub(super) const DATES_OF_WRITING: [&str; 9] =
    ["created", "posted", "published", "written", "tweeted", "erstellt", "veröffentlicht", "publié", "creado"];

/// Words of the last time of something, which is the same for all rows.
pub(super) const LAST_TIME: [&str; 4] = ["last", "latest", "letzter", "letzte"];

/// Words that tell a date from a count, which may be called like it: `retrieved_at`.
pub(super) const AT: [&str; 2] = ["at", "on"];

/// Words of where a span of time begins.
pub(super) const START: [&str; 11] =
    ["start", "starts", "begin", "begins", "from", "since", "von", "ab", "début", "inicio", "desde"];

/// Words of where one ends.
pub(super) const END: [&str; 12] =
    ["end", "ends", "until", "till", "to", "through", "bis", "ende", "fin", "hasta", "até", "à"];
