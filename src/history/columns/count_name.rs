use super::column_words::{has_any, names_no_count, names_of_post, names_post_count};
use super::doubt::Doubt;
use super::word_lists::{COUNTS, POSTS, READ, REQUESTS, SUCCESSFUL, USED};

/// What the counts of a column are of, by its name. What is sooner taken as reads comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum CountName {
    /// Of posts, each of which is a read.
    Posts,
    /// Of what was used of an allowance.
    Used,
    /// The name doesn't say.
    Open,
    /// Of requests, each of which may return many posts.
    Requests,
    /// Of what was written or failed, or of a part of what was read.
    Doubtful,
}

impl CountName {
    /// `None` where the name is none of counts.
    pub(super) fn of(name: &str) -> Option<Self> {
        if names_no_count(name) {
            None
        } else if Doubt::of(name).is_some() {
            Some(Self::Doubtful)
        } else if has_any(name, &REQUESTS) {
            // Before posts: `read requests` and `posts per request` aren't posts.
            Some(Self::Requests)
        } else if has_any(name, &POSTS) || has_any(name, &READ) {
            // Before what was made of them: `replies read` are reads.
            Some(Self::Posts)
        } else if names_of_post(name) {
            None
        } else if names_post_count(name) {
            Some(Self::Posts)
        } else if has_any(name, &USED) {
            Some(Self::Used)
        } else {
            (has_any(name, &COUNTS) || has_any(name, &SUCCESSFUL)).then_some(Self::Open)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_is_counted() {
        for name in ["tweets pulled", "post_count", "Reads", "result_count", "tweetCount", "Anzahl Beiträge"] {
            assert_eq!(CountName::of(name), Some(CountName::Posts), "{name}");
        }
        for name in ["Anzahl", "total", "usage"] {
            assert_eq!(CountName::of(name), Some(CountName::Open), "{name}");
        }
        for name in ["used", "quota_used", "usedOfLimit", "Verbraucht"] {
            assert_eq!(CountName::of(name), Some(CountName::Used), "{name}");
        }
        for name in [
            "requests",
            "apiCalls",
            "REST calls",
            "request_count",
            "Read requests",
            "posts per request",
            "Anzahl Anfragen",
            "requests sent",
        ] {
            assert_eq!(CountName::of(name), Some(CountName::Requests), "{name}");
        }
        for name in ["tweets_posted", "posts created", "failed_requests", "Errors", "duplicates", "unique tweets"] {
            assert_eq!(CountName::of(name), Some(CountName::Doubtful), "{name}");
        }
        for name in ["fetched", "unique tweets read", "tweets created retrieved", "Objects returned"] {
            assert_eq!(CountName::of(name), Some(CountName::Posts), "{name}");
        }
        for name in ["post_id", "post", "result", "status", "read limit", "request id", "country", "endpoint"] {
            assert_eq!(CountName::of(name), None, "{name}");
        }
        for name in ["remaining", "posts left", "Rest", "reset", "quota", "usage_cap", "max_results", "used remaining"]
        {
            assert_eq!(CountName::of(name), None, "{name}");
        }
    }
}
