-- Times are microseconds since 1970 (UTC), money is millionths of a US dollar.

-- No foreign key to jobs: money that went out stays in the books whatever else is missing.
CREATE TABLE ledger_entries (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    at               INTEGER NOT NULL,
    job_id           TEXT NOT NULL,
    attempt          INTEGER NOT NULL,
    kind             TEXT NOT NULL,           -- Reserved, Raised, Charged, Released, Unverified, Verified, Corrected
    amount_micro_usd INTEGER NOT NULL,
    source           TEXT,
    reason           TEXT
) STRICT;

CREATE INDEX ledger_entries_by_time ON ledger_entries (at);
CREATE INDEX ledger_entries_by_attempt ON ledger_entries (job_id, attempt);

CREATE TRIGGER ledger_entries_never_change BEFORE UPDATE ON ledger_entries
BEGIN SELECT RAISE(ABORT, 'ledger_entries is append-only'); END;

CREATE TRIGGER ledger_entries_never_go BEFORE DELETE ON ledger_entries
BEGIN SELECT RAISE(ABORT, 'ledger_entries is append-only'); END;

-- INSERT OR REPLACE deletes without asking the trigger above.
CREATE TRIGGER ledger_entries_are_never_replaced BEFORE INSERT ON ledger_entries
WHEN EXISTS (SELECT 1 FROM ledger_entries WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'ledger_entries is append-only'); END;

-- The fold of the entries of one attempt, and what its limits count by.
CREATE TABLE attempt_lines (
    job_id             TEXT NOT NULL,
    attempt            INTEGER NOT NULL,
    client_reference   TEXT NOT NULL,
    remote_id          TEXT,
    provider           TEXT NOT NULL,
    account            TEXT NOT NULL,
    account_id         TEXT NOT NULL,         -- provider/account, as limits name it
    model              TEXT NOT NULL,
    tenant             TEXT,
    campaign           TEXT,
    tags               TEXT NOT NULL,         -- JSON array
    state              TEXT NOT NULL,         -- Reserved, Unverified, Charged, Released
    outcome            TEXT,
    source             TEXT,
    flag               TEXT,
    reserved_micro_usd INTEGER NOT NULL,      -- 0 once charged or released
    charged_micro_usd  INTEGER NOT NULL,
    reserved_at        INTEGER NOT NULL,      -- decides the day and month in which hold and charge count
    started_at         INTEGER,
    settled_at         INTEGER,
    longest_run        INTEGER NOT NULL,
    submitted_at       INTEGER,               -- when it counts as a submission; NULL before the POST, and when no byte of it left
    place_until        INTEGER,               -- when an unverified attempt gives its running place back
    PRIMARY KEY (job_id, attempt)
) STRICT;

CREATE INDEX attempt_lines_by_time ON attempt_lines (reserved_at);
CREATE INDEX attempt_lines_by_account ON attempt_lines (account_id, reserved_at);
CREATE INDEX attempt_lines_by_tenant ON attempt_lines (tenant, reserved_at) WHERE tenant IS NOT NULL;
CREATE INDEX attempt_lines_by_campaign ON attempt_lines (campaign, reserved_at) WHERE campaign IS NOT NULL;
CREATE INDEX submissions ON attempt_lines (submitted_at) WHERE submitted_at IS NOT NULL;
CREATE INDEX submissions_by_account ON attempt_lines (account_id, submitted_at) WHERE submitted_at IS NOT NULL;
CREATE INDEX submissions_by_tenant ON attempt_lines (tenant, submitted_at) WHERE tenant IS NOT NULL AND submitted_at IS NOT NULL;
CREATE INDEX submissions_by_campaign ON attempt_lines (campaign, submitted_at) WHERE campaign IS NOT NULL AND submitted_at IS NOT NULL;
CREATE INDEX places_of_unverified ON attempt_lines (place_until) WHERE place_until IS NOT NULL;

CREATE TRIGGER attempt_lines_never_go BEFORE DELETE ON attempt_lines
BEGIN SELECT RAISE(ABORT, 'attempt_lines keeps every attempt'); END;

-- Per scope and calendar period. A missing row is summed from the lines when it is first asked for, so any row may be deleted at any time.
CREATE TABLE limit_meters (
    scope       TEXT NOT NULL,                -- All, Account:…, Tenant:…, Campaign:…
    starts_at   INTEGER NOT NULL,
    ends_at     INTEGER NOT NULL,
    micro_usd   INTEGER NOT NULL,             -- held and charged of reservations in the period
    submissions INTEGER NOT NULL,             -- whose POST began in the period
    PRIMARY KEY (scope, starts_at, ends_at)
) STRICT, WITHOUT ROWID;

-- Per scope, of attempts that are open now.
CREATE TABLE open_totals (
    scope     TEXT PRIMARY KEY,
    running   INTEGER NOT NULL,               -- places of attempts whose state is known; unverified ones are counted by their place_until
    pending   INTEGER NOT NULL,               -- POST still to come
    micro_usd INTEGER NOT NULL                -- held, known and unverified
) STRICT, WITHOUT ROWID;

-- The totals follow the lines here and nowhere else, in the line's own transaction: no writer can forget one, and none can leak.
CREATE TRIGGER totals_follow_new_lines AFTER INSERT ON attempt_lines
BEGIN
    UPDATE limit_meters
    SET micro_usd = micro_usd + NEW.reserved_micro_usd + NEW.charged_micro_usd
    WHERE scope IN ('All', 'Account:' || NEW.account_id, 'Tenant:' || NEW.tenant, 'Campaign:' || NEW.campaign)
      AND starts_at <= NEW.reserved_at AND ends_at > NEW.reserved_at;

    INSERT INTO open_totals (scope, running, pending, micro_usd)
    SELECT value, NEW.state = 'Reserved', NEW.state = 'Reserved' AND NEW.started_at IS NULL, NEW.reserved_micro_usd
    FROM json_each(json_array('All', 'Account:' || NEW.account_id, 'Tenant:' || NEW.tenant, 'Campaign:' || NEW.campaign))
    WHERE value IS NOT NULL
    ON CONFLICT (scope) DO UPDATE
    SET running = running + excluded.running, pending = pending + excluded.pending, micro_usd = micro_usd + excluded.micro_usd;
END;

CREATE TRIGGER meters_follow_money AFTER UPDATE OF reserved_micro_usd, charged_micro_usd ON attempt_lines
WHEN NEW.reserved_micro_usd + NEW.charged_micro_usd <> OLD.reserved_micro_usd + OLD.charged_micro_usd
BEGIN
    UPDATE limit_meters
    SET micro_usd = micro_usd + NEW.reserved_micro_usd + NEW.charged_micro_usd - OLD.reserved_micro_usd - OLD.charged_micro_usd
    WHERE scope IN ('All', 'Account:' || NEW.account_id, 'Tenant:' || NEW.tenant, 'Campaign:' || NEW.campaign)
      AND starts_at <= NEW.reserved_at AND ends_at > NEW.reserved_at;
END;

CREATE TRIGGER meters_follow_submissions AFTER UPDATE OF submitted_at ON attempt_lines
WHEN NEW.submitted_at IS NOT OLD.submitted_at
BEGIN
    UPDATE limit_meters
    SET submissions = submissions
        + (NEW.submitted_at IS NOT NULL AND starts_at <= NEW.submitted_at AND ends_at > NEW.submitted_at)
        - (OLD.submitted_at IS NOT NULL AND starts_at <= OLD.submitted_at AND ends_at > OLD.submitted_at)
    WHERE scope IN ('All', 'Account:' || NEW.account_id, 'Tenant:' || NEW.tenant, 'Campaign:' || NEW.campaign);
END;

CREATE TRIGGER open_totals_follow_lines AFTER UPDATE OF state, started_at, reserved_micro_usd ON attempt_lines
BEGIN
    UPDATE open_totals
    SET running = running + (NEW.state = 'Reserved') - (OLD.state = 'Reserved'),
        pending = pending + (NEW.state = 'Reserved' AND NEW.started_at IS NULL) - (OLD.state = 'Reserved' AND OLD.started_at IS NULL),
        micro_usd = micro_usd + NEW.reserved_micro_usd - OLD.reserved_micro_usd
    WHERE scope IN ('All', 'Account:' || NEW.account_id, 'Tenant:' || NEW.tenant, 'Campaign:' || NEW.campaign);
END;

-- The cost of a video is what its lines say: a later correction shows at once.
DROP VIEW video_generations;
CREATE VIEW video_generations AS
SELECT id,
       strftime('%Y-%m-%dT%H:%M:%S', created_at / 1000000, 'unixepoch') || printf('.%03dZ', created_at / 1000 % 1000) AS created_at,
       provider,
       model,
       state AS status,
       prompt,
       duration_seconds,
       coalesce((SELECT sum(charged_micro_usd) FROM attempt_lines WHERE job_id = jobs.id), cost_micro_usd) / 1000000.0 AS cost_usd,
       video_path,
       error
FROM jobs;
