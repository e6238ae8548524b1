//! The words that columns are called by, in lower case and in several languages. Those of dates and stretches of time are in
//! [`super::date_word_lists`].

/// Words of posts, each of which is a read.
pub(super) const POSTS: [&str; 20] = [
    "posts",
    "tweets",
    "tuits",
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
    "ergebnisse",
    "treffer",
    "résultats",
    "resultados",
    "risultati",
    "投稿",
];

/// Words of what was read, whatever it is: `objects fetched`.
pub(super) const READ: [&str; 43] = [
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
    "delivered",
    "heruntergeladen",
    "heruntergeladene",
    "erfasst",
    "erfasste",
    "téléchargés",
    "collectés",
    "descargados",
    "descargadas",
    "取得",
    "読み取り",
];

/// Those of [`READ`] that are said of likes and answers, too.
pub(super) const GIVEN: [&str; 4] = ["received", "erhalten", "obtenidos", "obtenidas"];

/// Words of what came to a good end, of requests or of anything else.
pub(super) const SUCCESSFUL: [&str; 5] = ["successful", "succeeded", "erfolgreich", "erfolgreiche", "réussies"];

/// Words of what failed. None of it is what was read.
pub(super) const FAILED: [&str; 21] = [
    "failed",
    "failures",
    "failure",
    "unsuccessful",
    "errors",
    "error",
    "rejected",
    "blocked",
    "fehler",
    "fehlgeschlagen",
    "fehlgeschlagene",
    "erreurs",
    "échecs",
    "errores",
    "erros",
    "fallidos",
    "fallidas",
    "échoués",
    "échouées",
    "エラー",
    "失敗",
];

/// The word of what didn't come about.
pub(super) const NOT: &str = "not";

/// Words of what came twice.
pub(super) const DUPLICATES: [&str; 3] = ["duplicates", "duplicate", "duplicated"];

/// Words of what was written rather than read. Beside a word of [`READ`] they only say of what, and so do [`DELETED`] and
/// [`DIFFERENT`].
pub(super) const WRITTEN: [&str; 14] = [
    "written",
    "posted",
    "created",
    "published",
    "sent",
    "uploaded",
    "gesendet",
    "gesendete",
    "veröffentlicht",
    "veröffentlichte",
    "geschrieben",
    "publiés",
    "publicados",
    "enviados",
];

/// The word of what was taken away.
pub(super) const DELETED: &str = "deleted";

/// Words of posts each of which is counted once, however often it was read.
pub(super) const DIFFERENT: [&str; 4] = ["unique", "distinct", "deduplicated", "eindeutige"];

/// Words of one post. Alone they name its number or its text rather than a count, but not beside a word of [`COUNTS`].
pub(super) const POST: [&str; 5] = ["post", "tweet", "result", "beitrag", "beitrags"];

/// Words of requests, each of which may return many posts.
pub(super) const REQUESTS: [&str; 17] = [
    "requests",
    "request",
    "calls",
    "call",
    "queries",
    "anfragen",
    "abfragen",
    AUFRUFE,
    "requêtes",
    "requetes",
    "appels",
    "solicitudes",
    "peticiones",
    "llamadas",
    "requisições",
    "chamadas",
    "リクエスト",
];

/// The German word of calls, and of how often a post was seen.
pub(super) const AUFRUFE: &str = "aufrufe";

/// Words of the first and the last of several things, as of the posts that a request returned.
pub(super) const BOUNDS: [&str; 23] = [
    "newest", "oldest", "since", "until", "first", "last", "min", "max", "latest", "next", "previous", "cursor",
    "token", "letzte", "neueste", "älteste", "ultimo", "último", "última", "dernier", "最新", "最古", "最後",
];

/// Words that a column of counts is called by, whatever it counts.
pub(super) const COUNTS: [&str; 18] = [
    "daily",
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
    "menge",
    "件数",
    "nombre",
    "cantidad",
    "quantidade",
    "n",
];

/// Words of numbers that are no counts of reads, beside [`KEYS`].
pub(super) const NO_COUNTS: [&str; 12] =
    ["datetime", "duration", "latency", "ms", "bytes", "size", "price", "cost", "peak", "dauer", "durée", "duración"];

/// Words of keys and of parts of dates, which nobody would take for counts.
pub(super) const KEYS: [&str; 17] = [
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
    "statuscode",
    "código",
    "番号",
];

/// Words of averages, which can't be added up.
pub(super) const AVERAGES: [&str; 14] = [
    "average",
    "averages",
    "avg",
    "mean",
    "median",
    "ø",
    "durchschnitt",
    "durchschnittlich",
    "durchschnittliche",
    "mittelwert",
    "moyenne",
    "promedio",
    "médio",
    "平均",
];

/// Words of what runs on from row to row, and would be counted again and again.
pub(super) const RUNNING: [&str; 17] = [
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
    "累計",
];

/// Words that say so together.
pub(super) const RUNNING_PAIRS: [[&str; 2]; 7] = [
    ["this", "month"],
    ["this", "week"],
    ["this", "year"],
    ["this", "period"],
    ["current", "month"],
    ["to", "date"],
    ["so", "far"],
];

/// Words of what is left of an allowance, or of when it begins anew.
pub(super) const LEFT: [&str; 17] = [
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
    "残り",
];

/// The word of what is left that is also one of requests, as of a REST API.
pub(super) const REST: &str = "rest";

/// Words of what is allowed. Beside a word of [`USED`] they only say of what it was used.
pub(super) const ALLOWED: [&str; 16] = [
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

/// Words that make what was used of an allowance out of what is allowed, where they come last: `cap usage`, but not `usage cap`.
pub(super) const USAGE: [&str; 4] = ["usage", "consumption", "nutzung", "verbrauch"];

/// Words of what was used of an allowance.
pub(super) const USED: [&str; 17] = [
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
    "consommé",
    "consommés",
    "consumido",
    "consumidos",
    "usada",
    "usadas",
];

/// Words of what readers made of a post, and of nothing else: `retweet_count`.
pub(super) const MADE_OF_POSTS: [&str; 24] = [
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
    "score",
    "リツイート",
];

/// Words of what readers made of a post, which accounts have figures of, too: `public_metrics.like_count`.
pub(super) const LIKES: [&str; 14] = [
    "like",
    "likes",
    "favorite",
    "favorites",
    "favourite",
    "favourites",
    "media",
    "metrics",
    "gefällt",
    "gusta",
    "aime",
    "curtidas",
    "piace",
    "いいね",
];

/// The word of who wrote what a row is.
pub(super) const AUTHOR: &str = "author";

/// Words of those who write posts. Beside them stand their numbers, not those of reads.
pub(super) const AUTHORS: [&str; 4] = [AUTHOR, "user", "username", "handle"];

/// The words that the name of an account is called by together.
pub(super) const SCREEN_NAME: [&str; 2] = ["screen", "name"];

/// The word of what an account shows of itself.
pub(super) const PROFILE: &str = "profile";

/// Words of the accounts that an account knows, and of its other figures. What is counted beside them is what the account did in
/// all its life.
pub(super) const ACCOUNTS: [&str; 9] =
    ["follower", "followers", "following", "friend", "friends", "followed", "listed", "statuses", "フォロワー"];

/// Words of what says of what kind a post is.
pub(super) const KIND_OF_POST: [&str; 4] = ["lang", "language", "hashtags", "mentions"];

/// Words of what stands in a post.
pub(super) const TEXT_OF_POST: [&str; 12] = [
    "text",
    "content",
    "body",
    "inhalt",
    "texto",
    "contenido",
    "texte",
    "contenu",
    "conteúdo",
    "testo",
    "本文",
    "テキスト",
];

/// The things that have an id in an export of posts.
pub(super) const HAVING_IDS: [&str; 7] = ["tweet", "tweets", "post", "status", "author", "conversation", "user"];

/// Words of what a log of requests has beside its times.
pub(super) const LOGGED: [&str; 8] =
    ["endpoint", "endpoints", "method", "path", "route", "http", "response", "request"];

/// Words of thousands.
pub(super) const THOUSANDS: [&str; 13] = [
    "thousand",
    "thousands",
    "k",
    "1000",
    "1000s",
    "x1000",
    "tsd",
    "tausend",
    "milliers",
    "miles",
    "milhares",
    "migliaia",
    "千",
];

/// Words of millions.
pub(super) const MILLIONS: [&str; 15] = [
    "1000000",
    "1000000s",
    "x1000000",
    "million",
    "millions",
    "m",
    "mio",
    "mln",
    "mn",
    "millionen",
    "millones",
    "milhões",
    "milioni",
    "mill",
    "百万",
];

/// Words of billions, in the American sense.
pub(super) const BILLIONS: [&str; 5] = ["billion", "billions", "bn", "mrd", "milliarden"];

/// Three zeros behind a mark that sets thousands apart: `1,000`, `000s`.
pub(super) const ZEROS: [&str; 2] = ["000", "000s"];
