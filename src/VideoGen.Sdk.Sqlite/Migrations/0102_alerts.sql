-- The limit of the period that the last hold brought: what moves money later is held against it too.
ALTER TABLE limit_meters ADD COLUMN bound_micro_usd INTEGER;
ALTER TABLE limit_meters ADD COLUMN limit_name TEXT;

-- Written in the transaction of the money that they tell of.
CREATE TABLE spending_alerts (
    number          INTEGER PRIMARY KEY AUTOINCREMENT,
    id              TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
    key             TEXT NOT NULL UNIQUE,      -- what it is about: recorded once
    kind            TEXT NOT NULL,             -- Threshold, HoldRaised, UnexpectedCharge, UnusualDay, Forecast
    scope           TEXT NOT NULL,             -- All, Account:…, Tenant:…, Campaign:…
    limit_name      TEXT,
    percent         INTEGER,
    limit_micro_usd INTEGER,
    used_micro_usd  INTEGER NOT NULL,
    starts_at       INTEGER,
    ends_at         INTEGER,
    job_id          TEXT,
    attempt         INTEGER,
    text            TEXT,
    at              INTEGER NOT NULL,
    tries           INTEGER NOT NULL DEFAULT 0,
    due_at          INTEGER NOT NULL,          -- when a delivery may begin; the end of a lease while one runs
    delivered_at    INTEGER
) STRICT;

CREATE INDEX alerts_to_deliver ON spending_alerts (due_at) WHERE delivered_at IS NULL;

CREATE INDEX unverified_lines ON attempt_lines (reserved_at) WHERE state = 'Unverified';
