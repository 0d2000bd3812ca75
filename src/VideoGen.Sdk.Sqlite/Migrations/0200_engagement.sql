-- How videos did, one row per job and platform, with what sums need of the video. Times are microseconds since 1970 (UTC).
CREATE TABLE engagement (
    job_id      TEXT NOT NULL,
    platform    TEXT NOT NULL,
    measured_at INTEGER NOT NULL,
    made_at     INTEGER NOT NULL,             -- when money was held for the video
    provider    TEXT NOT NULL,
    tags        TEXT NOT NULL,                -- JSON array
    views       INTEGER NOT NULL,
    likes       INTEGER NOT NULL,
    comments    INTEGER NOT NULL,
    shares      INTEGER NOT NULL,
    follows     INTEGER NOT NULL,
    clicks      INTEGER NOT NULL,
    sales       INTEGER NOT NULL,
    PRIMARY KEY (job_id, platform)
) STRICT, WITHOUT ROWID;

CREATE INDEX engagement_by_time ON engagement (made_at);
