-- What claims need. Ended jobs lie in another partition; parked ones and those that somebody has are in none of the claims' indices.

ALTER TABLE jobs
    ADD COLUMN stage text,                                   -- NULL in rows from before this step: any
    ADD COLUMN needed_provider text,                         -- NULL: any
    ADD COLUMN claim_rank integer NOT NULL DEFAULT 2,        -- 0 finished, 1 money out, 2 not begun
    ADD COLUMN priority integer NOT NULL DEFAULT 0,
    ADD COLUMN start_at timestamptz NOT NULL DEFAULT '-infinity',
    ADD COLUMN ready_at timestamptz,                         -- when it becomes ready by itself
    ADD COLUMN is_ready boolean NOT NULL DEFAULT false,
    ADD COLUMN is_free boolean NOT NULL DEFAULT false;       -- no owner, or one that was declared dead

UPDATE jobs_open AS job SET
    start_at = created_at,
    is_free = owner_id IS NULL OR NOT EXISTS (SELECT 1 FROM owners WHERE owners.id = job.owner_id AND owners.state = 'Alive'),
    ready_at = CASE WHEN state IN ('Queued', 'Scheduled', 'Running', 'Waiting', 'NeedsAttention') THEN due_at END,
    is_ready = state IN ('Queued', 'Scheduled', 'Running', 'Waiting') AND due_at IS NULL,
    needed_provider = CASE WHEN EXISTS (SELECT 1 FROM submission_intents AS intent WHERE intent.job_id = job.id) THEN provider END,
    claim_rank = CASE WHEN EXISTS (SELECT 1 FROM submission_intents AS intent WHERE intent.job_id = job.id) THEN 1 ELSE 2 END;

-- Conditions that nobody writes by chance. When few rows are alive the server takes any index whose condition a statement implies and reads it from end to end, over all the dead rows that an old snapshot keeps.
CREATE INDEX jobs_to_claim ON jobs_open (claim_rank, coalesce(tenant, ''), priority, start_at, id) WHERE is_ready::integer + is_free::integer = 2;
CREATE INDEX jobs_not_yet_due ON jobs_open (ready_at) WHERE is_free::integer - is_ready::integer = 1 AND ready_at IS NOT NULL;
CREATE INDEX jobs_in_hand ON jobs_open (coalesce(tenant, '')) WHERE is_free::integer = 0;

-- A dead owner's jobs are freed by the next claim of anybody, once.
ALTER TABLE owners ADD COLUMN is_swept boolean NOT NULL DEFAULT false;

UPDATE owners SET is_swept = state <> 'Alive';

CREATE INDEX owners_to_sweep ON owners (id) WHERE NOT is_swept;

-- An owner that nobody knows counts as dead.
CREATE FUNCTION free_jobs_of_the_gone() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS
$$ BEGIN
    UPDATE jobs_open SET is_free = true WHERE owner_id = OLD.id AND NOT is_free;
    RETURN NULL;
END $$;

CREATE TRIGGER owners_gone AFTER DELETE ON owners FOR EACH ROW EXECUTE FUNCTION free_jobs_of_the_gone();

CREATE TABLE queue_pauses (
    provider text PRIMARY KEY,                               -- the empty text pauses all
    since    timestamptz NOT NULL
);

-- Which server this is, and on which of its histories: after a failover or a restored backup another one, which may lack the last notes that requests went out.
CREATE FUNCTION videogen_server() RETURNS text LANGUAGE plpgsql VOLATILE AS
$$ BEGIN
    RETURN (SELECT system_identifier FROM pg_control_system()) || '/'
        || CASE WHEN pg_is_in_recovery() THEN 'standby' ELSE left(pg_walfile_name(pg_current_wal_lsn()), 8) END;
EXCEPTION WHEN insufficient_privilege OR undefined_function OR feature_not_supported THEN
    RETURN 'unknown';                                        -- some hosts do not tell
END $$;

CREATE TABLE known_server (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    identity   text NOT NULL,
    since      timestamptz NOT NULL,
    changed_at timestamptz                                   -- when another one was first noticed; NULL once a person has confirmed it
);

INSERT INTO known_server (identity, since) VALUES (videogen_server(), videogen_now());
