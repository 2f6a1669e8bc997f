-- A search server beside PostgreSQL follows the read model. Every accepted change of a listing gets
-- a number; the server has it once `synced_seq` says the same. What differs waits to be sent, also
-- after a crash and after the server was away.
CREATE SEQUENCE search_change_seq AS bigint;
ALTER TABLE search_version
  ADD COLUMN change_seq bigint NOT NULL DEFAULT nextval('search_change_seq'),
  ADD COLUMN synced_seq bigint;
CREATE INDEX search_version_pending_idx ON search_version (change_seq)
  WHERE synced_seq IS DISTINCT FROM change_seq;

-- A rebuild in progress, by what is built: the rows here, or the index of the search server. Writers
-- share-lock its row, so that a rebuild begins between two writes and misses neither. One row a part
-- is always there; no tenant's data, hence no policy.
CREATE TABLE search_rebuild (
  part       text        PRIMARY KEY CHECK (part IN ('rows', 'server')),
  -- Number of the newest index of the search server: listings_v<number>.
  number     integer     NOT NULL DEFAULT 0,
  running    boolean     NOT NULL DEFAULT false,
  -- Everything up to this vehicle is done.
  after_id   uuid,
  done       bigint      NOT NULL DEFAULT 0,
  started_at timestamptz
);
INSERT INTO search_rebuild (part) VALUES ('rows'), ('server');
-- Listings that reconciliation had to mend, ever; read by the metrics.
CREATE TABLE search_drift (
  part   text   PRIMARY KEY CHECK (part IN ('rows', 'server')),
  mended bigint NOT NULL DEFAULT 0
);
INSERT INTO search_drift (part) VALUES ('rows'), ('server');

GRANT SELECT, INSERT, UPDATE, DELETE ON search_rebuild, search_drift TO oto_app, oto_system;
GRANT USAGE, SELECT ON SEQUENCE search_change_seq TO oto_app, oto_system;
