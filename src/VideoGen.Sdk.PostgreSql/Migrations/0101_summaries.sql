-- Playing time: what was asked for, once settled what was delivered where the vendor states it.
ALTER TABLE attempt_lines ADD COLUMN length interval;

CREATE INDEX attempt_lines_with_flag ON attempt_lines (reserved_at, number) WHERE flag IS NOT NULL;
