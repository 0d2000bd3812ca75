CREATE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;

-- No reference to jobs: money that went out stays in the books whatever else is missing.
CREATE TABLE ledger_entries (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL,
    job_id     text NOT NULL,
    attempt    integer NOT NULL,
    kind       text NOT NULL,                 -- Reserved, Raised, Charged, Released, Unverified, Verified, Corrected
    amount_usd numeric(18,6) NOT NULL,
    source     text,
    reason     text
);

CREATE INDEX ledger_entries_by_time ON ledger_entries (at);
CREATE INDEX ledger_entries_by_attempt ON ledger_entries (job_id, attempt);

CREATE TRIGGER ledger_entries_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

-- The fold of the entries of one attempt, and what its limits count by.
CREATE TABLE attempt_lines (
    number           bigint GENERATED ALWAYS AS IDENTITY,
    job_id           text NOT NULL,
    attempt          integer NOT NULL,
    client_reference text NOT NULL,
    remote_id        text,
    provider         text NOT NULL,
    account          text NOT NULL,
    account_id       text NOT NULL,           -- provider/account, as limits name it
    model            text NOT NULL,
    tenant           text,
    campaign         text,
    tags             text[] NOT NULL,
    state            text NOT NULL,           -- Reserved, Unverified, Charged, Released
    outcome          text,
    source           text,
    flag             text,
    reserved_usd     numeric(18,6) NOT NULL,  -- 0 once charged or released
    charged_usd      numeric(18,6) NOT NULL,
    reserved_at      timestamptz NOT NULL,    -- decides the day and month in which hold and charge count
    started_at       timestamptz,
    settled_at       timestamptz,
    longest_run      interval NOT NULL,
    submitted_at     timestamptz,             -- when it counts as a submission; NULL before the POST, and when no byte of it left
    place_until      timestamptz,             -- when an unverified attempt gives its running place back
    PRIMARY KEY (job_id, attempt)
);

CREATE INDEX attempt_lines_by_time ON attempt_lines (reserved_at, number);
CREATE INDEX attempt_lines_by_account ON attempt_lines (account_id, reserved_at);
CREATE INDEX attempt_lines_by_tenant ON attempt_lines (tenant, reserved_at) WHERE tenant IS NOT NULL;
CREATE INDEX attempt_lines_by_campaign ON attempt_lines (campaign, reserved_at) WHERE campaign IS NOT NULL;
CREATE INDEX submissions ON attempt_lines (submitted_at) WHERE submitted_at IS NOT NULL;
CREATE INDEX submissions_by_account ON attempt_lines (account_id, submitted_at) WHERE submitted_at IS NOT NULL;
CREATE INDEX submissions_by_tenant ON attempt_lines (tenant, submitted_at) WHERE tenant IS NOT NULL AND submitted_at IS NOT NULL;
CREATE INDEX submissions_by_campaign ON attempt_lines (campaign, submitted_at) WHERE campaign IS NOT NULL AND submitted_at IS NOT NULL;
CREATE INDEX places_of_unverified ON attempt_lines (place_until) WHERE place_until IS NOT NULL;

CREATE TRIGGER attempt_lines_never_go BEFORE DELETE OR TRUNCATE ON attempt_lines
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

-- Per scope and calendar period. A missing row is summed from the lines when it is first asked for, so any row may be deleted at any time.
CREATE TABLE limit_meters (
    scope       text NOT NULL,                -- All, Account:…, Tenant:…, Campaign:…
    starts_at   timestamptz NOT NULL,
    ends_at     timestamptz NOT NULL,
    usd         numeric(28,6) NOT NULL,       -- held and charged of reservations in the period
    submissions bigint NOT NULL,              -- whose POST began in the period
    PRIMARY KEY (scope, starts_at, ends_at)
) WITH (fillfactor = 50);

-- Per scope, of attempts that are open now.
CREATE TABLE open_totals (
    scope   text PRIMARY KEY,
    running bigint NOT NULL,                  -- places of attempts whose state is known; unverified ones are counted by their place_until
    pending bigint NOT NULL,                  -- POST still to come
    usd     numeric(28,6) NOT NULL            -- held, known and unverified
) WITH (fillfactor = 50);

-- The totals follow the lines here and nowhere else, in the line's own transaction: no writer can forget one, and none can leak.
-- Their rows are locked in one fixed order (all, account, tenant, campaign), also by a person's own UPDATE; stores hold the lock 'costs' besides.
CREATE FUNCTION scopes_of(account_id text, tenant text, campaign text) RETURNS text[] LANGUAGE sql IMMUTABLE AS
$$ SELECT array_remove(ARRAY['All', 'Account:' || account_id, 'Tenant:' || tenant, 'Campaign:' || campaign], NULL) $$;

CREATE FUNCTION totals_follow_lines() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS
$$
DECLARE
    scopes text[] := scopes_of(NEW.account_id, NEW.tenant, NEW.campaign);
    money numeric := NEW.reserved_usd + NEW.charged_usd;
    held numeric := NEW.reserved_usd;
    runs integer := (NEW.state = 'Reserved')::integer;
    waits integer := (NEW.state = 'Reserved' AND NEW.started_at IS NULL)::integer;
    former timestamptz;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        money := money - OLD.reserved_usd - OLD.charged_usd;
        held := held - OLD.reserved_usd;
        runs := runs - (OLD.state = 'Reserved')::integer;
        waits := waits - (OLD.state = 'Reserved' AND OLD.started_at IS NULL)::integer;
        former := OLD.submitted_at;
    END IF;

    IF held <> 0 OR runs <> 0 OR waits <> 0 OR TG_OP = 'INSERT' THEN
        INSERT INTO open_totals AS t (scope, running, pending, usd)
        SELECT name, runs, waits, held FROM unnest(scopes) AS name
        ON CONFLICT (scope) DO UPDATE SET running = t.running + excluded.running, pending = t.pending + excluded.pending, usd = t.usd + excluded.usd;
    END IF;

    IF money <> 0 THEN
        UPDATE limit_meters SET usd = usd + money
        WHERE scope = ANY (scopes) AND starts_at <= NEW.reserved_at AND ends_at > NEW.reserved_at;
    END IF;

    IF NEW.submitted_at IS DISTINCT FROM former THEN
        UPDATE limit_meters SET submissions = submissions
            + (NEW.submitted_at IS NOT NULL AND starts_at <= NEW.submitted_at AND ends_at > NEW.submitted_at)::integer
            - (former IS NOT NULL AND starts_at <= former AND ends_at > former)::integer
        WHERE scope = ANY (scopes);
    END IF;

    RETURN NULL;
END
$$;

CREATE TRIGGER totals_follow_lines AFTER INSERT OR UPDATE ON attempt_lines
    FOR EACH ROW EXECUTE FUNCTION totals_follow_lines();

-- The cost of a video is what its lines say: a later correction shows at once.
CREATE OR REPLACE VIEW video_generations AS
SELECT id, created_at, provider, model, state AS status, prompt, duration_seconds,
       coalesce((SELECT sum(charged_usd) FROM attempt_lines WHERE job_id = jobs.id), cost_usd)::numeric(18,6) AS cost_usd,
       video_path, error
FROM jobs;
