-- Trims are counted and filtered by as models are: their names stand beside the others.
INSERT INTO search_name (id, name)
SELECT DISTINCT ON (trim_id) trim_id, doc->>'trimName' FROM search_listing
WHERE trim_id IS NOT NULL AND doc->>'trimName' IS NOT NULL
ORDER BY trim_id, published_at DESC
ON CONFLICT (id) DO NOTHING;

-- A search server that already follows has its documents without the trim: they are sent again.
UPDATE search_version SET change_seq = nextval('search_change_seq')
WHERE present AND synced_seq IS NOT NULL;
