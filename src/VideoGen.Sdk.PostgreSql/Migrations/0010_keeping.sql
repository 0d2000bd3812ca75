-- Forgetting, shared inputs, and how long vendors take.

-- Which jobs were given which stored input: the same bytes are kept once, and go with the last job that has them.
CREATE TABLE job_inputs (
    asset_id text NOT NULL,
    job_id   text NOT NULL,
    PRIMARY KEY (asset_id, job_id)
);

CREATE INDEX job_inputs_by_job ON job_inputs (job_id);

DO $$
DECLARE job record;
BEGIN
    FOR job IN SELECT id, payload FROM jobs WHERE NOT payload_protected LOOP
        BEGIN
            INSERT INTO job_inputs (asset_id, job_id)
            SELECT DISTINCT media #>> '{}', job.id
            FROM jsonb_path_query(convert_from(job.payload, 'UTF8')::jsonb, 'strict $.request.**.assetId ? (@.type() == "string")') AS media
            ON CONFLICT DO NOTHING;
        EXCEPTION WHEN data_exception THEN
            NULL;                                            -- a payload that nobody can read here names no input
        END;
    END LOOP;
END $$;

-- The last so many of each kind; the slot is the number's rest, so that a new one takes the oldest one's row.
CREATE TABLE run_times (
    provider  text NOT NULL,
    model     text NOT NULL,
    operation text NOT NULL,
    seconds   integer NOT NULL,
    slot      integer NOT NULL,
    number    bigint NOT NULL,
    took      interval NOT NULL,
    PRIMARY KEY (provider, model, operation, seconds, slot)
) WITH (fillfactor = 50);

-- What a vendor said may be erased, for it may repeat the prompt; nothing else of a statement ever changes.
DROP TRIGGER submission_outcomes_never_change ON submission_outcomes;

CREATE TRIGGER submission_outcomes_never_go BEFORE DELETE OR TRUNCATE ON submission_outcomes
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER submission_outcomes_never_change BEFORE UPDATE ON submission_outcomes FOR EACH ROW
    WHEN (NEW.failure IS NOT NULL
        OR (NEW.number, NEW.job_id, NEW.attempt, NEW.client_reference, NEW.verdict, NEW.remote_id, NEW.estimate_usd, NEW.source, NEW.at)
           IS DISTINCT FROM (OLD.number, OLD.job_id, OLD.attempt, OLD.client_reference, OLD.verdict, OLD.remote_id, OLD.estimate_usd, OLD.source, OLD.at))
    EXECUTE FUNCTION refuse_change();
