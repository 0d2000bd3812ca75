-- Which trends were seen, by keys made of their words, and for whom each was used.
CREATE TABLE trend_sightings (
    key           bigint NOT NULL PRIMARY KEY,
    cluster       text NOT NULL,
    first_seen_at timestamptz NOT NULL,
    last_seen_at  timestamptz NOT NULL,
    mentions      bigint NOT NULL,
    views         bigint NOT NULL
);

CREATE INDEX trend_sightings_by_time ON trend_sightings (last_seen_at);

CREATE TABLE trend_claims (
    cluster  text NOT NULL,
    account  text NOT NULL,
    language text NOT NULL,
    variant  text NOT NULL,
    holder   text NOT NULL,
    until_at timestamptz NOT NULL,
    is_used  boolean NOT NULL,
    PRIMARY KEY (cluster, account, language, variant)
);
