-- What the schema language cannot say: constraints that settle races, the two roles the platform
-- works under, and row-level security.

-- One live negotiation per buyer and vehicle, one active reservation per vehicle.
CREATE UNIQUE INDEX offer_one_open_per_buyer ON offer (vehicle_id, buyer_gallery_id) WHERE status = 'OPEN';
CREATE UNIQUE INDEX reservation_one_active_per_vehicle ON reservation (vehicle_id) WHERE status = 'ACTIVE';
CREATE UNIQUE INDEX media_one_cover_per_vehicle ON media (vehicle_id) WHERE is_cover;

-- Due clocks and unpublished events are found without reading the rest.
CREATE INDEX offer_open_by_expiry ON offer (expires_at) WHERE status = 'OPEN';
CREATE INDEX reservation_active_by_expiry ON reservation (expires_at) WHERE status = 'ACTIVE';
CREATE INDEX outbox_event_unpublished ON outbox_event (seq) WHERE published_at IS NULL;
CREATE INDEX notification_unread ON notification (user_id) WHERE read_at IS NULL;
CREATE UNIQUE INDEX vehicle_vin_live_per_gallery ON vehicle (gallery_id, vin)
  WHERE vin IS NOT NULL AND status NOT IN ('SOLD', 'ARCHIVED');
CREATE UNIQUE INDEX vehicle_plate_live_per_gallery ON vehicle (gallery_id, plate)
  WHERE plate IS NOT NULL AND status NOT IN ('SOLD', 'ARCHIVED');

ALTER TABLE gallery
  ADD CONSTRAINT gallery_province CHECK (province_code BETWEEN 1 AND 81),
  ADD CONSTRAINT gallery_reason CHECK (status NOT IN ('REJECTED', 'SUSPENDED') OR status_reason IS NOT NULL),
  ADD CONSTRAINT gallery_next_stock_no CHECK (next_stock_no > 0);
ALTER TABLE vehicle
  ADD CONSTRAINT vehicle_price CHECK (price_amount > 0),
  ADD CONSTRAINT vehicle_lowest_price CHECK (lowest_price_amount IS NULL OR lowest_price_amount > 0),
  ADD CONSTRAINT vehicle_mileage CHECK (mileage_km BETWEEN 0 AND 2000000),
  ADD CONSTRAINT vehicle_model_year CHECK (model_year BETWEEN 1900 AND 2100),
  ADD CONSTRAINT vehicle_published CHECK (status NOT IN ('PUBLISHED', 'RESERVED') OR published_at IS NOT NULL);
ALTER TABLE media
  ADD CONSTRAINT media_size CHECK (size > 0),
  ADD CONSTRAINT media_ready CHECK (status <> 'READY' OR variants IS NOT NULL),
  ADD CONSTRAINT media_failed CHECK (status <> 'FAILED' OR failure_reason IS NOT NULL);
ALTER TABLE offer
  ADD CONSTRAINT offer_amount CHECK (amount > 0),
  ADD CONSTRAINT offer_round_positive CHECK (round > 0),
  ADD CONSTRAINT offer_two_sides CHECK (buyer_gallery_id <> seller_gallery_id),
  ADD CONSTRAINT offer_turn CHECK ((status = 'OPEN') = (turn IS NOT NULL)),
  ADD CONSTRAINT offer_closed CHECK ((status = 'OPEN') = (closed_at IS NULL)),
  ADD CONSTRAINT offer_vehicle_fk FOREIGN KEY (vehicle_id) REFERENCES vehicle (id),
  ADD CONSTRAINT offer_buyer_fk FOREIGN KEY (buyer_gallery_id) REFERENCES gallery (id),
  ADD CONSTRAINT offer_seller_fk FOREIGN KEY (seller_gallery_id) REFERENCES gallery (id);
ALTER TABLE offer_round ADD CONSTRAINT offer_round_amount CHECK (amount > 0);
ALTER TABLE reservation
  ADD CONSTRAINT reservation_amount CHECK (amount > 0),
  ADD CONSTRAINT reservation_closed CHECK ((status = 'ACTIVE') = (closed_at IS NULL)),
  ADD CONSTRAINT reservation_cancel_reason CHECK (status <> 'CANCELLED' OR close_reason IS NOT NULL),
  ADD CONSTRAINT reservation_vehicle_fk FOREIGN KEY (vehicle_id) REFERENCES vehicle (id);

-- Roles. `oto_app` sees the rows of the gallery set for the transaction, `oto_system` serves work
-- that spans galleries (sign-in, review, negotiations, consumers). Neither owns a table.
DO $$
BEGIN
  CREATE ROLE oto_app NOLOGIN NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
DO $$
BEGIN
  CREATE ROLE oto_system NOLOGIN NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
DO $$
BEGIN
  EXECUTE format('GRANT oto_app, oto_system TO %I', current_user);
EXCEPTION WHEN OTHERS THEN
  IF NOT pg_has_role(current_user, 'oto_app', 'MEMBER') THEN RAISE; END IF;
END $$;
GRANT USAGE ON SCHEMA public TO oto_app, oto_system;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO oto_app, oto_system;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO oto_app, oto_system;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO oto_app, oto_system;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO oto_app, oto_system;

-- The audit trail only grows.
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry FROM oto_app, oto_system;

-- The tenant role has no business with sign-in, delivery or migration tables.
REVOKE ALL ON otp_challenge, phone_token, refresh_token, ws_ticket, signing_key, idempotency_key,
  inbox_entry, dead_letter, schedule_run, app_user, session, consent, _prisma_migrations FROM oto_app;
REVOKE INSERT, UPDATE, DELETE ON make, series, catalog_model, trim, publish_rule, platform_setting FROM oto_app;

CREATE FUNCTION app_gallery_id() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.gallery_id', true), '')::uuid;

-- Rows that belong to one gallery.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['membership', 'gallery_review', 'vehicle', 'vehicle_panel', 'vehicle_feature',
    'price_change', 'vehicle_transition', 'media', 'notification', 'gallery_feed', 'gallery_feed_head',
    'audit_entry']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I TO oto_app USING (gallery_id = app_gallery_id()) WITH CHECK (gallery_id = app_gallery_id())', t);
    EXECUTE format('CREATE POLICY system ON %I TO oto_system USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- Rows that two galleries share.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['offer', 'offer_round', 'reservation']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY either_side ON %I TO oto_app USING (app_gallery_id() IN (buyer_gallery_id, seller_gallery_id)) WITH CHECK (app_gallery_id() IN (buyer_gallery_id, seller_gallery_id))', t);
    EXECUTE format('CREATE POLICY system ON %I TO oto_system USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

ALTER TABLE gallery ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON gallery TO oto_app USING (id = app_gallery_id()) WITH CHECK (id = app_gallery_id());
CREATE POLICY system ON gallery TO oto_system USING (true) WITH CHECK (true);

-- The change of a gallery may announce itself, and nothing more: foreign events stay unread.
ALTER TABLE outbox_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON outbox_event TO oto_app USING (gallery_id = app_gallery_id()) WITH CHECK (gallery_id = app_gallery_id());
CREATE POLICY system ON outbox_event TO oto_system USING (true) WITH CHECK (true);

-- Wakes the relay at commit.
CREATE FUNCTION outbox_notify() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('outbox', '');
  RETURN NULL;
END $$;
CREATE TRIGGER outbox_notify AFTER INSERT ON outbox_event FOR EACH STATEMENT EXECUTE FUNCTION outbox_notify();
