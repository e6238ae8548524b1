//! What the names of columns say of what stands in them.

use super::count_name::CountName;

/// Words that a column of dates is called by, in lower case.
const DATES: [&str; 16] = [
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

/// Words of posts, each of which is a read.
pub(super) const POSTS: [&str; 13] = [
    "posts",
    "tweets",
    "reads",
    "results",
    "beiträge",
    "publications",
    "lectures",
    "publicaciones",
    "lecturas",
    "publicações",
    "publicacoes",
    "leituras",
    "letture",
];

/// Words of what was read, whatever it is: `objects fetched`.
pub(super) const READ: [&str; 32] = [
    "reads",
    "read",
    "returned",
    "fetched",
    "retrieved",
    "received",
    "collected",
    "consumed",
    "pulled",
    "downloaded",
    "harvested",
    "scraped",
    "gelesen",
    "gelesene",
    "abgerufen",
    "abgerufene",
    "erhalten",
    "lus",
    "lues",
    "récupérés",
    "récupérées",
    "leídos",
    "leídas",
    "leidos",
    "leidas",
    "obtenidos",
    "obtenidas",
    "lidos",
    "lidas",
    "coletados",
    "letti",
    "lette",
];

/// Those of [`READ`] that are said of likes and answers, too.
const GIVEN: [&str; 4] = ["received", "erhalten", "obtenidos", "obtenidas"];

/// Words of what came to a good end, of requests or of anything else.
pub(super) const SUCCESSFUL: [&str; 5] = ["successful", "succeeded", "erfolgreich", "erfolgreiche", "réussies"];

/// Words of what failed, or came twice. None of it is what was read.
const FAILED: [&str; 18] = [
    "failed",
    "failures",
    "failure",
    "unsuccessful",
    "errors",
    "error",
    "rejected",
    "blocked",
    "duplicates",
    "duplicate",
    "duplicated",
    "fehler",
    "fehlgeschlagen",
    "fehlgeschlagene",
    "erreurs",
    "échecs",
    "errores",
    "erros",
];

/// Words of what was written rather than read, and of a part of what was read. Beside a word of [`READ`] they only say of what.
const WRITTEN: [&str; 19] = [
    "written",
    "posted",
    "created",
    "published",
    "sent",
    "deleted",
    "uploaded",
    "unique",
    "distinct",
    "deduplicated",
    "gesendet",
    "gesendete",
    "veröffentlicht",
    "veröffentlichte",
    "geschrieben",
    "publiés",
    "publicados",
    "enviados",
    "eindeutige",
];

/// Words of one post. Alone they name its number or its text rather than a count, but not beside a word of [`COUNTS`].
const POST: [&str; 3] = ["post", "tweet", "result"];

/// Words of requests, each of which may return many posts.
pub(super) const REQUESTS: [&str; 16] = [
    "requests",
    "request",
    "calls",
    "call",
    "queries",
    "anfragen",
    "abfragen",
    "aufrufe",
    "requêtes",
    "requetes",
    "appels",
    "solicitudes",
    "peticiones",
    "llamadas",
    "requisições",
    "chamadas",
];

/// Words that a column of counts is called by, whatever it counts.
pub(super) const COUNTS: [&str; 16] = [
    DAILY,
    "count",
    "counts",
    "items",
    "records",
    "usage",
    "volume",
    "quantity",
    "total",
    "number",
    "amount",
    "anzahl",
    "nombre",
    "cantidad",
    "quantidade",
    "n",
];

/// The word of what came on a day, and not until then.
const DAILY: &str = "daily";

/// Words of numbers that are no counts of reads.
const NO_COUNTS: [&str; 23] = [
    "at",
    "date",
    "time",
    "timestamp",
    "datetime",
    "id",
    "ids",
    "status",
    "code",
    "year",
    "month",
    "day",
    "week",
    "hour",
    "minute",
    "duration",
    "latency",
    "ms",
    "bytes",
    "size",
    "price",
    "cost",
    "average",
];

/// Words of keys and of parts of dates, which nobody would take for counts.
const KEYS: [&str; 14] = [
    "id",
    "ids",
    "status",
    "code",
    "year",
    "month",
    "day",
    "week",
    "hour",
    "minute",
    "date",
    "time",
    "timestamp",
    "at",
];

/// Words of what runs on from row to row, and would be counted again and again.
const RUNNING: [&str; 16] = [
    "cumulative",
    "cumulated",
    "cumsum",
    "cumul",
    "accumulated",
    "running",
    "mtd",
    "ytd",
    "kumuliert",
    "aufgelaufen",
    "cumulé",
    "cumulés",
    "cumulées",
    "acumulado",
    "acumulados",
    "acumulada",
];

/// Words that say so together.
const RUNNING_PAIRS: [[&str; 2]; 7] = [
    ["this", "month"],
    ["this", "week"],
    ["this", "year"],
    ["this", "period"],
    ["current", "month"],
    ["to", "date"],
    ["so", "far"],
];

/// Words of what is left of an allowance, or of when it begins anew.
const LEFT: [&str; 16] = [
    "remaining",
    "remainder",
    "remains",
    "left",
    "unused",
    "available",
    "balance",
    "reset",
    "resets",
    "verbleibend",
    "verfügbar",
    "übrig",
    "restant",
    "restants",
    "restante",
    "restantes",
];

/// The word of what is left that is also one of requests, as of a REST API.
const REST: &str = "rest";

/// Words of what is allowed. Beside a word of [`USED`] they only say of what it was used.
const ALLOWED: [&str; 16] = [
    "limit",
    "limits",
    "cap",
    "caps",
    "quota",
    "quotas",
    "allowance",
    "allowances",
    "allowed",
    "max",
    "maximum",
    "kontingent",
    "limite",
    "límite",
    "cuota",
    "cota",
];

/// Words of what was used of an allowance.
pub(super) const USED: [&str; 11] = [
    "used",
    "consumed",
    "spent",
    "verbraucht",
    "verwendet",
    "genutzt",
    "utilisé",
    "utilisés",
    "usado",
    "usados",
    "utilizado",
];

/// Words of what others made of a post or an account: `retweet_count`, `author.public_metrics.tweet_count`.
const MADE_OF_POSTS: [&str; 33] = [
    "like",
    "likes",
    "favorite",
    "favorites",
    "favourite",
    "favourites",
    "retweet",
    "retweets",
    "repost",
    "reposts",
    "reply",
    "replies",
    "quote",
    "quotes",
    "comment",
    "comments",
    "share",
    "shares",
    "view",
    "views",
    "impression",
    "impressions",
    "bookmark",
    "bookmarks",
    "click",
    "clicks",
    "engagement",
    "engagements",
    "media",
    "metrics",
    "statuses",
    "listed",
    "score",
];

/// Words of those who write posts. Beside them stand their numbers, not those of reads.
const AUTHORS: [&str; 3] = ["author", "user", "username"];

/// Words of the accounts that an account knows. What is counted beside them is what the account did in all its life.
const ACCOUNTS: [&str; 6] = ["follower", "followers", "following", "friend", "friends", "followed"];

/// Words that a column of years is called by.
const YEARS: [&str; 9] = ["year", "years", "yr", "jahr", "année", "annee", "año", "ano", "anno"];

/// Words that a column of months is called by.
const MONTHS: [&str; 8] = ["month", "months", "mon", "monat", "mois", "mes", "mês", "mese"];

/// The lower-case words of a name: `createdAt` and `created_at` alike.
pub(super) fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_lower = false;
    for letter in name.chars() {
        let begins = letter.is_uppercase() && was_lower;
        if begins || !letter.is_alphanumeric() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| letter.is_alphanumeric()) {
            word.extend(letter.to_lowercase());
        }
        was_lower = letter.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

pub(super) fn has_any(name: &str, known: &[&str]) -> bool {
    words(name).iter().any(|word| known.contains(&word.as_str()))
}

/// Whether a column of that name has dates.
pub(super) fn names_date(name: &str) -> bool {
    has_any(name, &DATES)
}

/// Whether a column of that name has years.
pub(super) fn names_year(name: &str) -> bool {
    has_any(name, &YEARS)
}

/// Whether a column of that name has months.
pub(super) fn names_month(name: &str) -> bool {
    has_any(name, &MONTHS)
}

/// Whether what is counted in a column of that name is something else than what was read.
pub(super) fn names_doubtful(name: &str) -> bool {
    // Requests that were sent are requests.
    let is_written = || has_any(name, &WRITTEN) && !has_any(name, &READ) && !has_any(name, &REQUESTS);
    has_any(name, &FAILED) || is_written()
}

/// Whether a column of that name says that it has what was read, or what came to a good end.
pub(super) fn names_read(name: &str) -> bool {
    has_any(name, &READ) || has_any(name, &SUCCESSFUL)
}

/// Whether a column of that name has posts, rather than others or something that it doesn't say.
pub(super) fn names_posts(name: &str) -> bool {
    has_any(name, &POSTS) || names_post_count(name)
}

/// Whether a column of that name has other numbers.
pub(super) fn names_other_number(name: &str) -> bool {
    names_no_count(name) || (names_of_post(name) && CountName::of(name).is_none())
}

/// Whether a name is of numbers that are no counts of reads, whatever else it says.
pub(super) fn names_no_count(name: &str) -> bool {
    has_any(name, &NO_COUNTS)
        || names_running_total(name)
        || names_left(name)
        || names_allowed(name)
        || names_given_by_others(name)
}

/// Whether a column of that name has what others gave, rather than what was read: `likes received`.
fn names_given_by_others(name: &str) -> bool {
    has_any(name, &GIVEN) && names_made_of_posts(name)
}

/// Whether a column of that name has what runs on from row to row.
pub(super) fn names_running_total(name: &str) -> bool {
    let words = words(name);
    let is_pair = |pair: &[String]| RUNNING_PAIRS.iter().any(|known| pair == known);
    has_any(name, &RUNNING) || words.windows(2).any(is_pair)
}

/// Whether a column of that name has keys or parts of dates, and speaks of nothing that is counted.
pub(super) fn names_key(name: &str) -> bool {
    let is_counted = || [&POSTS[..], &READ, &REQUESTS, &USED].iter().any(|known| has_any(name, known));
    has_any(name, &KEYS) && (has_any(name, &["id", "ids"]) || !is_counted())
}

/// Whether a column of that name has what is left of an allowance.
pub(super) fn names_left(name: &str) -> bool {
    has_any(name, &LEFT) || (has_any(name, &[REST]) && !has_any(name, &REQUESTS))
}

/// Whether a column of that name has what is allowed.
pub(super) fn names_allowed(name: &str) -> bool {
    has_any(name, &ALLOWED) && !has_any(name, &USED)
}

/// Whether a name speaks of a post or of who wrote it, rather than of reads.
pub(super) fn names_of_post(name: &str) -> bool {
    names_author(name) || names_made_of_posts(name)
}

/// Whether a name speaks of those who write posts.
pub(super) fn names_author(name: &str) -> bool {
    has_any(name, &AUTHORS)
}

/// Whether a name speaks of what others made of a post or an account.
pub(super) fn names_made_of_posts(name: &str) -> bool {
    has_any(name, &MADE_OF_POSTS) || names_accounts(name)
}

/// Whether a column of that name counts the accounts that an account knows.
pub(super) fn names_accounts(name: &str) -> bool {
    has_any(name, &ACCOUNTS)
}

/// Whether a column of that name counts posts, by the words of one: `tweet_count`.
pub(super) fn names_post_count(name: &str) -> bool {
    has_any(name, &POST) && has_any(name, &COUNTS)
}

/// Whether a column of that name says that it has what came on each day.
pub(super) fn names_daily(name: &str) -> bool {
    has_any(name, &[DAILY])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_apart() {
        for name in ["date", "Date", "created_at", "createdAt", "Usage Date (UTC)", "day"] {
            assert!(names_date(name), "{name}");
        }
    }
}
