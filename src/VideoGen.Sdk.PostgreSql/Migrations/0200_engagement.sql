-- How videos did, one row per job and platform, with what sums need of the video.
CREATE TABLE engagement (
    job_id      text NOT NULL,
    platform    text NOT NULL,
    measured_at timestamptz NOT NULL,
    made_at     timestamptz NOT NULL,         -- when money was held for the video
    provider    text NOT NULL,
    tags        text[] NOT NULL,
    views       bigint NOT NULL,
    likes       bigint NOT NULL,
    comments    bigint NOT NULL,
    shares      bigint NOT NULL,
    follows     bigint NOT NULL,
    clicks      bigint NOT NULL,
    sales       bigint NOT NULL,
    PRIMARY KEY (job_id, platform)
);

CREATE INDEX engagement_by_time ON engagement (made_at);
