-- What claims need. Ended and parked jobs are never ready and so lie in none of the claims' indices. Times are microseconds since 1970 (UTC).

ALTER TABLE jobs ADD COLUMN stage TEXT;                              -- NULL in rows from before this step: any
ALTER TABLE jobs ADD COLUMN needed_provider TEXT;                    -- NULL: any
ALTER TABLE jobs ADD COLUMN claim_rank INTEGER NOT NULL DEFAULT 2;   -- 0 finished, 1 money out, 2 not begun
ALTER TABLE jobs ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN start_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN ready_at INTEGER;                        -- when it becomes ready by itself
ALTER TABLE jobs ADD COLUMN is_ready INTEGER NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN is_free INTEGER NOT NULL DEFAULT 0;      -- no owner, or one that was declared dead

UPDATE jobs SET
    start_at = created_at,
    is_free = owner_id IS NULL OR owner_id NOT IN (SELECT id FROM owners WHERE state = 'Alive'),
    ready_at = CASE WHEN state IN ('Queued', 'Scheduled', 'Running', 'Waiting', 'NeedsAttention') THEN due_at END,
    is_ready = state IN ('Queued', 'Scheduled', 'Running', 'Waiting') AND due_at IS NULL,
    needed_provider = CASE WHEN EXISTS (SELECT 1 FROM submission_intents AS intent WHERE intent.job_id = jobs.id) THEN provider END,
    claim_rank = CASE WHEN EXISTS (SELECT 1 FROM submission_intents AS intent WHERE intent.job_id = jobs.id) THEN 1 ELSE 2 END;

CREATE INDEX jobs_to_claim ON jobs (claim_rank, tenant, priority, start_at, id) WHERE is_ready = 1 AND is_free = 1;
CREATE INDEX jobs_not_yet_due ON jobs (ready_at) WHERE is_ready = 0 AND is_free = 1 AND ready_at IS NOT NULL;
CREATE INDEX jobs_in_hand ON jobs (tenant, owner_id) WHERE is_free = 0;

CREATE TABLE queue_pauses (
    provider TEXT PRIMARY KEY,                -- the empty text pauses all
    since    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
