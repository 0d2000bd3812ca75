-- Events of vendors that were dealt with; a second delivery changes nothing.

CREATE TABLE callbacks (
    provider text NOT NULL,
    account  text NOT NULL,
    event_id text NOT NULL,
    job_id   text NOT NULL,
    write_id text NOT NULL,                   -- tells after a failed commit whether it happened
    at       timestamptz NOT NULL,
    PRIMARY KEY (provider, account, event_id)
);

CREATE INDEX callbacks_by_job ON callbacks (job_id);
