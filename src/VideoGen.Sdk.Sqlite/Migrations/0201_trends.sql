-- Which trends were seen, by keys made of their words, and for whom each was used. Times are microseconds since 1970 (UTC).
CREATE TABLE trend_sightings (
    key           INTEGER NOT NULL PRIMARY KEY,
    cluster       TEXT NOT NULL,
    first_seen_at INTEGER NOT NULL,
    last_seen_at  INTEGER NOT NULL,
    mentions      INTEGER NOT NULL,
    views         INTEGER NOT NULL
) STRICT;

CREATE INDEX trend_sightings_by_time ON trend_sightings (last_seen_at);

CREATE TABLE trend_claims (
    cluster  TEXT NOT NULL,
    account  TEXT NOT NULL,
    language TEXT NOT NULL,
    variant  TEXT NOT NULL,
    holder   TEXT NOT NULL,
    until_at INTEGER NOT NULL,
    is_used  INTEGER NOT NULL,
    PRIMARY KEY (cluster, account, language, variant)
) STRICT, WITHOUT ROWID;
