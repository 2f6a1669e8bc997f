-- The sweep of the object storage reads photos in the order in which a storage lists its keys, and
-- the removal of files asks whether another photo shares them.
CREATE INDEX media_original_key ON media (original_key COLLATE "C");
