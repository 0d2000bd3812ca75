-- Times are microseconds since 1970 (UTC), money is millionths of a US dollar.

CREATE TABLE owners (
    id            TEXT PRIMARY KEY,
    kind          TEXT NOT NULL,
    machine       TEXT NOT NULL,
    lease         INTEGER NOT NULL,
    lease_until   INTEGER NOT NULL,
    state         TEXT NOT NULL,              -- Alive, Dead, Retired
    registered_at INTEGER NOT NULL,
    ended_at      INTEGER
) STRICT;

CREATE TABLE jobs (
    id                TEXT PRIMARY KEY,
    state             TEXT NOT NULL,
    due_at            INTEGER,
    owner_id          TEXT,                   -- no foreign key: an unknown owner counts as dead
    epoch             INTEGER NOT NULL,
    version           INTEGER NOT NULL,
    taken_version     INTEGER NOT NULL,       -- version when the owner took it; equal to version while it has saved nothing
    adoptions         INTEGER NOT NULL,
    write_id          TEXT NOT NULL,          -- of the last write: tells after a failed commit whether it happened
    tenant            TEXT,
    campaign          TEXT,
    provider          TEXT,
    account           TEXT,
    model             TEXT,
    prompt            TEXT,                   -- NULL when payloads are protected
    duration_seconds  REAL,
    cost_micro_usd    INTEGER NOT NULL,
    unverified_micro_usd INTEGER NOT NULL,
    video_path        TEXT,
    error             TEXT,
    created_at        INTEGER NOT NULL,
    ended_at          INTEGER,
    payload_version   INTEGER NOT NULL,
    payload_protected INTEGER NOT NULL,
    payload           BLOB NOT NULL
) STRICT;

CREATE INDEX jobs_by_state ON jobs (state, id);
CREATE INDEX jobs_by_tenant ON jobs (tenant, id) WHERE tenant IS NOT NULL;
CREATE INDEX jobs_by_owner ON jobs (owner_id) WHERE owner_id IS NOT NULL;

-- Keys live apart from jobs: a key may one day expire while its job stays. No tenant is the empty text.
CREATE TABLE job_keys (
    tenant      TEXT NOT NULL,
    key         TEXT NOT NULL,
    job_id      TEXT NOT NULL REFERENCES jobs (id),
    fingerprint TEXT NOT NULL,
    expires_at  INTEGER,
    PRIMARY KEY (tenant, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX job_keys_by_job ON job_keys (job_id);

CREATE TABLE submission_intents (
    job_id            TEXT NOT NULL REFERENCES jobs (id),
    attempt           INTEGER NOT NULL,
    client_reference  TEXT NOT NULL UNIQUE,
    provider          TEXT NOT NULL,
    account           TEXT NOT NULL,
    model             TEXT NOT NULL,
    route             TEXT NOT NULL,
    content_type      TEXT NOT NULL,
    content_protected INTEGER NOT NULL,
    content           BLOB NOT NULL,
    idempotency_key   TEXT,
    is_replayable     INTEGER NOT NULL,
    saved_at          INTEGER NOT NULL,
    PRIMARY KEY (job_id, attempt)
) STRICT;

-- No foreign key: a statement about money that went out is kept whatever else is missing.
CREATE TABLE submission_outcomes (
    number             INTEGER PRIMARY KEY AUTOINCREMENT,
    job_id             TEXT NOT NULL,
    attempt            INTEGER NOT NULL,
    client_reference   TEXT NOT NULL,
    verdict            TEXT NOT NULL,
    remote_id          TEXT,
    failure            TEXT,
    estimate_micro_usd INTEGER,
    source             TEXT NOT NULL,
    at                 INTEGER NOT NULL
) STRICT;

CREATE INDEX submission_outcomes_by_attempt ON submission_outcomes (job_id, attempt, number);
CREATE INDEX submission_outcomes_by_remote_id ON submission_outcomes (remote_id) WHERE remote_id IS NOT NULL;

CREATE TRIGGER submission_outcomes_never_change BEFORE UPDATE ON submission_outcomes
BEGIN SELECT RAISE(ABORT, 'submission_outcomes is append-only'); END;

CREATE TRIGGER submission_outcomes_never_go BEFORE DELETE ON submission_outcomes
BEGIN SELECT RAISE(ABORT, 'submission_outcomes is append-only'); END;

CREATE TABLE job_signals (
    job_id          TEXT PRIMARY KEY REFERENCES jobs (id),
    cancel_asked_at INTEGER,
    woken_at        INTEGER
) STRICT, WITHOUT ROWID;

CREATE VIEW video_generations AS
SELECT id,
       strftime('%Y-%m-%dT%H:%M:%S', created_at / 1000000, 'unixepoch') || printf('.%03dZ', created_at / 1000 % 1000) AS created_at,
       provider,
       model,
       state AS status,
       prompt,
       duration_seconds,
       cost_micro_usd / 1000000.0 AS cost_usd,
       video_path,
       error
FROM jobs;
