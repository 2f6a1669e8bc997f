-- Favourites, saved searches with what they found, and what people searched for lately.
CREATE TABLE favorite (
  user_id UUID NOT NULL,
  vehicle_id UUID NOT NULL,
  gallery_id UUID NOT NULL,
  price_amount BIGINT NOT NULL,
  currency "Currency" NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT favorite_pkey PRIMARY KEY (user_id, vehicle_id),
  CONSTRAINT favorite_user_fk FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE,
  CONSTRAINT favorite_gallery_fk FOREIGN KEY (gallery_id) REFERENCES gallery (id) ON DELETE CASCADE,
  CONSTRAINT favorite_vehicle_fk FOREIGN KEY (vehicle_id) REFERENCES vehicle (id) ON DELETE CASCADE
);
CREATE INDEX favorite_vehicle_id_idx ON favorite (vehicle_id);
CREATE INDEX favorite_user_id_created_at_vehicle_id_idx ON favorite (user_id, created_at DESC, vehicle_id DESC);

CREATE TABLE saved_search (
  id UUID NOT NULL,
  user_id UUID NOT NULL,
  gallery_id UUID NOT NULL,
  name TEXT NOT NULL,
  q TEXT,
  filters JSONB NOT NULL,
  match_filters JSONB NOT NULL,
  words TEXT[],
  alert TEXT NOT NULL,
  seen_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT saved_search_pkey PRIMARY KEY (id),
  CONSTRAINT saved_search_alert CHECK (alert IN ('INSTANT', 'DAILY', 'OFF')),
  CONSTRAINT saved_search_user_fk FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE,
  CONSTRAINT saved_search_gallery_fk FOREIGN KEY (gallery_id) REFERENCES gallery (id) ON DELETE CASCADE
);
CREATE INDEX saved_search_user_id_created_at_id_idx ON saved_search (user_id, created_at DESC, id DESC);

-- Looked up by the keys of a listing, within its year, mileage and price.
CREATE TABLE saved_search_key (
  key TEXT NOT NULL,
  saved_search_id UUID NOT NULL,
  gallery_id UUID NOT NULL,
  year_min INTEGER,
  year_max INTEGER,
  km_max INTEGER,
  price_min BIGINT,
  price_max BIGINT,
  CONSTRAINT saved_search_key_pkey PRIMARY KEY (key, saved_search_id),
  CONSTRAINT saved_search_key_saved_search_id_fkey FOREIGN KEY (saved_search_id) REFERENCES saved_search (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX saved_search_key_search_idx ON saved_search_key (saved_search_id);

CREATE TABLE saved_search_match (
  saved_search_id UUID NOT NULL,
  vehicle_id UUID NOT NULL,
  gallery_id UUID NOT NULL,
  user_id UUID NOT NULL,
  reason TEXT NOT NULL,
  price_amount BIGINT NOT NULL,
  currency "Currency" NOT NULL,
  matched_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  settled_at TIMESTAMPTZ(3),
  CONSTRAINT saved_search_match_pkey PRIMARY KEY (saved_search_id, vehicle_id),
  CONSTRAINT saved_search_match_reason CHECK (reason IN ('PUBLISHED', 'PRICE_DROP')),
  CONSTRAINT saved_search_match_saved_search_id_fkey FOREIGN KEY (saved_search_id) REFERENCES saved_search (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX saved_search_match_saved_search_id_matched_at_vehicle_id_idx
  ON saved_search_match (saved_search_id, matched_at DESC, vehicle_id DESC);
-- What waits for a digest, by reader.
CREATE INDEX saved_search_match_waiting_idx ON saved_search_match (user_id, matched_at) WHERE settled_at IS NULL;

CREATE TABLE recent_search (
  user_id UUID NOT NULL,
  key TEXT NOT NULL,
  gallery_id UUID NOT NULL,
  q TEXT NOT NULL,
  used_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT recent_search_pkey PRIMARY KEY (user_id, key),
  CONSTRAINT recent_search_user_fk FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE,
  CONSTRAINT recent_search_gallery_fk FOREIGN KEY (gallery_id) REFERENCES gallery (id) ON DELETE CASCADE
);
CREATE INDEX recent_search_user_id_used_at_idx ON recent_search (user_id, used_at DESC);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['favorite', 'saved_search', 'saved_search_key', 'saved_search_match', 'recent_search']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I TO oto_app USING (gallery_id = (SELECT app_gallery_id())) WITH CHECK (gallery_id = (SELECT app_gallery_id()))', t);
    EXECUTE format('CREATE POLICY system ON %I TO oto_system USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
-- What a search found is written by the platform alone.
REVOKE INSERT, UPDATE, DELETE ON saved_search_match FROM oto_app;
