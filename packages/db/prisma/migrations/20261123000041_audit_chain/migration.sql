-- The audit trail as hash chains: one per gallery and one for the platform's own rows (chain of the
-- nil id). Links are made by the database at commit, so that numbers have no gaps, whoever writes,
-- and a chain's head is locked for no longer than the commit takes.
ALTER TABLE audit_entry ADD COLUMN impersonator_id UUID;

CREATE TABLE audit_head (
  chain UUID NOT NULL,
  seq BIGINT NOT NULL,
  hash BYTEA NOT NULL,
  CONSTRAINT audit_head_pkey PRIMARY KEY (chain)
);

CREATE TABLE audit_link (
  chain UUID NOT NULL,
  seq BIGINT NOT NULL,
  entry_id UUID NOT NULL,
  prev_hash BYTEA NOT NULL,
  hash BYTEA NOT NULL,
  CONSTRAINT audit_link_pkey PRIMARY KEY (chain, seq),
  CONSTRAINT audit_link_seq CHECK (seq > 0),
  CONSTRAINT audit_link_hashes CHECK (length(prev_hash) = 32 AND length(hash) = 32)
);
CREATE UNIQUE INDEX audit_link_entry_id_key ON audit_link (entry_id);

-- What a link vouches for: every column of the entry, as one text that any reader can rebuild.
CREATE FUNCTION audit_content(e audit_entry, seq BIGINT) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN jsonb_build_array(seq, e.id, e.gallery_id, e.actor_id, e.impersonator_id, e.action, e.entity_type,
    e.entity_id, e.before, e.after, e.ip, e.request_id, (extract(epoch FROM e.created_at) * 1000)::bigint)::text;

CREATE FUNCTION audit_append(e audit_entry) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  c UUID := coalesce(e.gallery_id, '00000000-0000-0000-0000-000000000000');
  head audit_head;
  next_hash BYTEA;
BEGIN
  -- The head's row lock settles who comes next.
  INSERT INTO audit_head VALUES (c, 0, sha256(uuid_send(c))) ON CONFLICT (chain) DO NOTHING;
  SELECT * INTO STRICT head FROM audit_head WHERE chain = c FOR UPDATE;
  next_hash := sha256(head.hash || convert_to(audit_content(e, head.seq + 1), 'UTF8'));
  INSERT INTO audit_link VALUES (c, head.seq + 1, e.id, head.hash, next_hash);
  UPDATE audit_head SET seq = head.seq + 1, hash = next_hash WHERE chain = c;
END $$;

CREATE FUNCTION audit_entry_linked() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM audit_append(NEW);
  RETURN NULL;
END $$;

-- Nobody but the trigger makes links.
REVOKE ALL ON FUNCTION audit_append(audit_entry), audit_entry_linked() FROM PUBLIC;

-- What was recorded before there were chains, in the order it was recorded.
DO $$
DECLARE e audit_entry;
BEGIN
  FOR e IN SELECT * FROM audit_entry ORDER BY created_at, id LOOP
    PERFORM audit_append(e);
  END LOOP;
END $$;

CREATE CONSTRAINT TRIGGER audit_entry_linked AFTER INSERT ON audit_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_entry_linked();

-- Links and heads are the database's own: the platform may read them to verify, and nothing else.
-- No tenant column and no tenant policy, because the tenant role has no right on them at all.
REVOKE ALL ON audit_link, audit_head FROM oto_app, oto_system;
GRANT SELECT ON audit_link, audit_head TO oto_system;
ALTER TABLE audit_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_head ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON audit_link FOR SELECT TO oto_system USING (true);
CREATE POLICY system ON audit_head FOR SELECT TO oto_system USING (true);
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry FROM oto_app, oto_system;
