-- Forgetting, shared inputs, and how long vendors take. Times are microseconds since 1970 (UTC), lengths are microseconds.

-- Which jobs were given which stored input: the same bytes are kept once, and go with the last job that has them.
CREATE TABLE job_inputs (
    asset_id TEXT NOT NULL,
    job_id   TEXT NOT NULL REFERENCES jobs (id),
    PRIMARY KEY (asset_id, job_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX job_inputs_by_job ON job_inputs (job_id);

-- A payload that nobody can read here names no input.
INSERT OR IGNORE INTO job_inputs (asset_id, job_id)
SELECT media.value, jobs.id
FROM jobs, json_tree(CASE WHEN payload_protected = 0 AND json_valid(CAST(payload AS TEXT)) THEN CAST(payload AS TEXT) ELSE '{}' END, '$.request') AS media
WHERE media.key = 'assetId' AND media.type = 'text';

-- The last so many of each kind; the slot is the number's rest, so that a new one takes the oldest one's row.
CREATE TABLE run_times (
    provider  TEXT NOT NULL,
    model     TEXT NOT NULL,
    operation TEXT NOT NULL,
    seconds   INTEGER NOT NULL,
    slot      INTEGER NOT NULL,
    number    INTEGER NOT NULL,
    took      INTEGER NOT NULL,
    PRIMARY KEY (provider, model, operation, seconds, slot)
) STRICT, WITHOUT ROWID;

-- What a vendor said may be erased, for it may repeat the prompt; nothing else of a statement ever changes.
DROP TRIGGER submission_outcomes_never_change;
CREATE TRIGGER submission_outcomes_never_change BEFORE UPDATE ON submission_outcomes
WHEN NEW.failure IS NOT NULL
  OR (NEW.number, NEW.job_id, NEW.attempt, NEW.client_reference, NEW.verdict, NEW.source, NEW.at) <> (OLD.number, OLD.job_id, OLD.attempt, OLD.client_reference, OLD.verdict, OLD.source, OLD.at)
  OR NEW.remote_id IS NOT OLD.remote_id OR NEW.estimate_micro_usd IS NOT OLD.estimate_micro_usd
BEGIN SELECT RAISE(ABORT, 'submission_outcomes is append-only'); END;
