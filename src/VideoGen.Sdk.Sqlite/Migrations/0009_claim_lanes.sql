-- A lane is all that orders claims before age, as one text (rank:priority:tenant): claims leap from lane to lane and enter each at its first row, whatever the backlog.

ALTER TABLE jobs ADD COLUMN lane TEXT GENERATED ALWAYS AS (claim_rank || ':' || priority || ':' || coalesce(tenant, '')) VIRTUAL;

DROP INDEX jobs_to_claim;
CREATE INDEX jobs_to_claim ON jobs (lane, start_at, id) WHERE is_ready = 1 AND is_free = 1;

-- By owner first: a claim asks which owners hold jobs, and there are few owners, however many jobs they hold.
DROP INDEX jobs_in_hand;
CREATE INDEX jobs_in_hand ON jobs (owner_id, tenant) WHERE is_free = 0;
