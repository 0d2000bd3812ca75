-- A lane is a rank, tenant and priority: claims leap from lane to lane and enter each at its first row, whatever the backlog. No tenant is the empty text, so that one comparison orders them all.

ALTER TABLE jobs ADD COLUMN tenant_name TEXT GENERATED ALWAYS AS (coalesce(tenant, '')) VIRTUAL;

DROP INDEX jobs_to_claim;
CREATE INDEX jobs_to_claim ON jobs (claim_rank, tenant_name, priority, start_at, id) WHERE is_ready = 1 AND is_free = 1;

-- By owner first: a claim asks which owners hold jobs, and there are few owners, however many jobs they hold.
DROP INDEX jobs_in_hand;
CREATE INDEX jobs_in_hand ON jobs (owner_id, tenant) WHERE is_free = 0;
