-- The limit of the period that the last hold brought: what moves money later is held against it too.
ALTER TABLE limit_meters ADD COLUMN bound numeric(28,6), ADD COLUMN limit_name text;

-- Written in the transaction of the money that they tell of.
CREATE TABLE spending_alerts (
    number       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id           text NOT NULL UNIQUE DEFAULT replace(gen_random_uuid()::text, '-', ''),
    key          text NOT NULL UNIQUE,         -- what it is about: recorded once
    kind         text NOT NULL,                -- Threshold, HoldRaised, UnexpectedCharge, UnusualDay, Forecast
    scope        text NOT NULL,                -- All, Account:…, Tenant:…, Campaign:…
    limit_name   text,
    percent      integer,
    limit_usd    numeric(28,6),
    used_usd     numeric(28,6) NOT NULL,
    starts_at    timestamptz,
    ends_at      timestamptz,
    job_id       text,
    attempt      integer,
    text         text,
    at           timestamptz NOT NULL,
    tries        integer NOT NULL DEFAULT 0,
    due_at       timestamptz NOT NULL,         -- when a delivery may begin; the end of a lease while one runs
    delivered_at timestamptz
);

CREATE INDEX alerts_to_deliver ON spending_alerts (due_at) WHERE delivered_at IS NULL;

-- Whoever moves money moves the totals, and whoever moves the totals records what they reach.
CREATE FUNCTION alerts_follow_totals() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS
$$
DECLARE
    period text := NEW.scope || '/' || extract(epoch FROM NEW.starts_at)::bigint || '-' || extract(epoch FROM NEW.ends_at)::bigint || '/';
    level integer;
BEGIN
    FOREACH level IN ARRAY ARRAY[75, 90, 100] LOOP
        IF NEW.usd * 100 >= NEW.bound * level AND NOT EXISTS (SELECT 1 FROM spending_alerts WHERE key = period || level) THEN
            INSERT INTO spending_alerts (key, kind, scope, limit_name, percent, limit_usd, used_usd, starts_at, ends_at, at, due_at)
            VALUES (period || level, 'Threshold', NEW.scope, NEW.limit_name, level, NEW.bound, NEW.usd, NEW.starts_at, NEW.ends_at, videogen_now(), videogen_now())
            ON CONFLICT (key) DO NOTHING;
        END IF;
    END LOOP;
    RETURN NULL;
END
$$;

CREATE TRIGGER alerts_follow_totals AFTER UPDATE OF usd ON limit_meters
    FOR EACH ROW WHEN (NEW.usd > OLD.usd AND NEW.bound > 0 AND NEW.usd * 100 >= NEW.bound * 75) EXECUTE FUNCTION alerts_follow_totals();

CREATE INDEX unverified_lines ON attempt_lines (reserved_at) WHERE state = 'Unverified';
