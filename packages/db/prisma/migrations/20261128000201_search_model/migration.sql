-- What the market is searched by grows: the seller's trust, names of what facets count, and a mark
-- that tells a process which listings changed since it last looked.
ALTER TABLE gallery
  ADD COLUMN trust_score smallint,
  ADD CONSTRAINT gallery_trust_score CHECK (trust_score BETWEEN 0 AND 100);
ALTER TABLE search_listing ADD COLUMN trust_score smallint;

-- Scans read narrow rows: the document and the words move out of line as soon as they may.
ALTER TABLE search_listing SET (toast_tuple_target = 256);

-- Names of makes, series and models as listings write them, for facets.
CREATE TABLE search_name (
  id   uuid PRIMARY KEY,
  name text NOT NULL
);
INSERT INTO search_name (id, name)
SELECT DISTINCT ON (named.id) named.id, named.name
FROM search_listing l,
  LATERAL (VALUES (l.make_id, l.doc->>'makeName'), (l.series_id, l.doc->>'seriesName'),
    (l.model_id, l.doc->>'modelName')) AS named (id, name)
WHERE named.id IS NOT NULL AND named.name IS NOT NULL;

-- The transaction that changed a listing last. A reader asks for what changed since the oldest
-- transaction that was under way when it asked before, so nothing committed late is missed.
ALTER TABLE search_version ADD COLUMN changed_xid xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX search_version_changed_idx ON search_version (changed_xid);

-- Reached by the system role only, like the other tables of the index.
REVOKE ALL ON search_name FROM oto_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON search_name TO oto_system;
