-- Galleries whose figures are to be made anew: a row a cause, all rows of a gallery taken together.
CREATE TABLE trust_due (
  seq BIGSERIAL NOT NULL,
  gallery_id UUID NOT NULL,
  CONSTRAINT trust_due_pkey PRIMARY KEY (seq)
);
CREATE INDEX trust_due_gallery_id_idx ON trust_due (gallery_id);
REVOKE ALL ON trust_due FROM oto_app;
REVOKE ALL ON SEQUENCE trust_due_seq_seq FROM oto_app;
ALTER TABLE trust_due ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON trust_due TO oto_system USING (true) WITH CHECK (true);

-- Caps count what a person was sent within a day, whatever else was held back from them.
CREATE INDEX message_delivery_capped ON message_delivery (user_id, created_at, channel)
  WHERE state NOT IN ('SUPPRESSED', 'DIGESTED', 'HELD', 'DROPPED');
