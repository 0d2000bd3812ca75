-- The one place that asks for the time. Tests tell it another one for a transaction.
CREATE FUNCTION videogen_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS
$$ SELECT coalesce(nullif(current_setting('videogen.now', true), '')::timestamptz, clock_timestamp()) $$;

-- The time after a lock was won. Calls that name the same lock run one after the other.
CREATE FUNCTION videogen_locked_now(name text) RETURNS timestamptz LANGUAGE plpgsql VOLATILE AS
$$ BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(current_schema() || '/' || name, 0));
    RETURN coalesce(nullif(current_setting('videogen.now', true), '')::timestamptz, clock_timestamp());
END $$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;

CREATE TABLE owners (
    id            text PRIMARY KEY,
    kind          text NOT NULL,
    machine       text NOT NULL,
    lease         interval NOT NULL,
    lease_until   timestamptz NOT NULL,
    state         text NOT NULL,              -- Alive, Dead, Retired
    registered_at timestamptz NOT NULL,
    ended_at      timestamptz
);

-- Finished jobs move to a partition of their own with the save that ends them: years of them never lie in a claim's way.
CREATE TABLE jobs (
    id                text NOT NULL,
    is_ended          boolean NOT NULL,
    state             text NOT NULL,
    due_at            timestamptz,
    owner_id          text,                   -- no foreign key: an unknown owner counts as dead
    epoch             bigint NOT NULL,
    version           bigint NOT NULL,
    taken_version     bigint NOT NULL,        -- version when the owner took it; equal to version while it has saved nothing
    adoptions         integer NOT NULL,
    write_id          text NOT NULL,          -- of the last write: tells after a failed commit whether it happened
    tenant            text,
    campaign          text,
    provider          text,
    account           text,
    model             text,
    prompt            text,                   -- NULL when payloads are protected
    duration_seconds  double precision,
    cost_usd          numeric(18,6) NOT NULL,
    unverified_usd    numeric(18,6) NOT NULL,
    video_path        text,
    error             text,
    created_at        timestamptz NOT NULL,
    ended_at          timestamptz,
    payload_version   integer NOT NULL,
    payload_protected boolean NOT NULL,
    payload           bytea NOT NULL,
    PRIMARY KEY (id, is_ended)
) PARTITION BY LIST (is_ended);

CREATE TABLE jobs_open PARTITION OF jobs FOR VALUES IN (false)
    WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
CREATE TABLE jobs_ended PARTITION OF jobs FOR VALUES IN (true);

CREATE INDEX jobs_by_state ON jobs (state, id);
CREATE INDEX jobs_by_tenant ON jobs (tenant, id) WHERE tenant IS NOT NULL;
CREATE INDEX jobs_by_owner ON jobs (owner_id) WHERE owner_id IS NOT NULL;

-- Keys live apart from jobs: a key may one day expire while its job stays. No tenant is the empty text.
CREATE TABLE job_keys (
    tenant      text NOT NULL,
    key         text NOT NULL,
    job_id      text NOT NULL,
    fingerprint text NOT NULL,
    expires_at  timestamptz,
    PRIMARY KEY (tenant, key)
);

CREATE INDEX job_keys_by_job ON job_keys (job_id);

CREATE TABLE submission_intents (
    job_id            text NOT NULL,
    attempt           integer NOT NULL,
    client_reference  text NOT NULL UNIQUE,
    provider          text NOT NULL,
    account           text NOT NULL,
    model             text NOT NULL,
    route             text NOT NULL,
    content_type      text NOT NULL,
    content_protected boolean NOT NULL,
    content           bytea NOT NULL,
    idempotency_key   text,
    is_replayable     boolean NOT NULL,
    saved_at          timestamptz NOT NULL,
    PRIMARY KEY (job_id, attempt)
);

CREATE TABLE submission_outcomes (
    number           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job_id           text NOT NULL,
    attempt          integer NOT NULL,
    client_reference text NOT NULL,
    verdict          text NOT NULL,
    remote_id        text,
    failure          text,
    estimate_usd     numeric(18,6),
    source           text NOT NULL,
    at               timestamptz NOT NULL
);

CREATE INDEX submission_outcomes_by_attempt ON submission_outcomes (job_id, attempt, number);
CREATE INDEX submission_outcomes_by_remote_id ON submission_outcomes (remote_id) WHERE remote_id IS NOT NULL;

CREATE TRIGGER submission_outcomes_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON submission_outcomes
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE job_signals (
    job_id          text PRIMARY KEY,
    cancel_asked_at timestamptz,
    woken_at        timestamptz
);

CREATE VIEW video_generations AS
SELECT id, created_at, provider, model, state AS status, prompt, duration_seconds, cost_usd, video_path, error
FROM jobs;
