-- Events of vendors that were dealt with; a second delivery changes nothing. Times are microseconds since 1970 (UTC).

CREATE TABLE callbacks (
    provider TEXT NOT NULL,
    account  TEXT NOT NULL,
    event_id TEXT NOT NULL,
    job_id   TEXT NOT NULL,
    write_id TEXT NOT NULL,                   -- tells after a failed commit whether it happened
    at       INTEGER NOT NULL,
    PRIMARY KEY (provider, account, event_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX callbacks_by_job ON callbacks (job_id);
