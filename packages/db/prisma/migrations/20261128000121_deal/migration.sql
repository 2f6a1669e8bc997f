-- Deals: what follows an acceptance, its signed log, and what galleries are known for.
CREATE TYPE "DealStatus" AS ENUM ('OPEN', 'COMPLETED', 'CANCELLED', 'EXPIRED');
CREATE TYPE "DealStepKind" AS ENUM ('EKSPERTIZ', 'SECURE_PAYMENT', 'NOTER', 'HANDOVER');
CREATE TYPE "DealStepState" AS ENUM ('OPEN', 'SCHEDULED', 'DONE', 'NOT_NEEDED');
CREATE TYPE "DealDocumentState" AS ENUM ('PENDING', 'READY', 'REMOVED');
CREATE TYPE "DisputeReason" AS ENUM ('NOT_AS_DESCRIBED', 'PAYMENT', 'DOCUMENTS', 'NO_SHOW', 'DAMAGE', 'OTHER');
CREATE TYPE "DisputeStatus" AS ENUM ('OPEN', 'SETTLED', 'WITHDRAWN');
CREATE TYPE "DisputeOutcome" AS ENUM ('CONTINUE', 'CANCEL');

ALTER TABLE reservation ADD COLUMN held_at TIMESTAMPTZ(3);

CREATE TABLE deal (
  id UUID NOT NULL,
  offer_id UUID NOT NULL,
  vehicle_id UUID NOT NULL,
  buyer_gallery_id UUID NOT NULL,
  seller_gallery_id UUID NOT NULL,
  status "DealStatus" NOT NULL DEFAULT 'OPEN',
  model_year INTEGER,
  mileage_km INTEGER,
  buyer_confirmed_at TIMESTAMPTZ(3),
  seller_confirmed_at TIMESTAMPTZ(3),
  silent_side "Side",
  disputed_at TIMESTAMPTZ(3),
  dispute_ended_at TIMESTAMPTZ(3),
  completed_at TIMESTAMPTZ(3),
  ratings_shown_at TIMESTAMPTZ(3),
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT deal_pkey PRIMARY KEY (id),
  CONSTRAINT deal_reservation_fk FOREIGN KEY (id) REFERENCES reservation (id),
  CONSTRAINT deal_offer_fk FOREIGN KEY (offer_id) REFERENCES offer (id),
  CONSTRAINT deal_completed CHECK ((status = 'COMPLETED') = (completed_at IS NOT NULL)),
  CONSTRAINT deal_completed_by_both CHECK (status <> 'COMPLETED'
    OR (buyer_confirmed_at IS NOT NULL AND seller_confirmed_at IS NOT NULL)),
  CONSTRAINT deal_ratings_shown CHECK (ratings_shown_at IS NULL OR status = 'COMPLETED')
);
CREATE UNIQUE INDEX deal_offer_id_key ON deal (offer_id);
CREATE INDEX deal_buyer_gallery_id_created_at_id_idx ON deal (buyer_gallery_id, created_at DESC, id DESC);
CREATE INDEX deal_seller_gallery_id_created_at_id_idx ON deal (seller_gallery_id, created_at DESC, id DESC);
-- What the clocks look for.
CREATE INDEX deal_waiting_for_a_word ON deal (coalesce(buyer_confirmed_at, seller_confirmed_at))
  WHERE status = 'OPEN' AND disputed_at IS NULL AND (buyer_confirmed_at IS NULL) <> (seller_confirmed_at IS NULL);
CREATE INDEX deal_ratings_hidden ON deal (completed_at)
  WHERE status = 'COMPLETED' AND ratings_shown_at IS NULL AND disputed_at IS NULL;

CREATE TABLE deal_step (
  deal_id UUID NOT NULL,
  kind "DealStepKind" NOT NULL,
  buyer_gallery_id UUID NOT NULL,
  seller_gallery_id UUID NOT NULL,
  state "DealStepState" NOT NULL,
  scheduled_for TIMESTAMPTZ(3),
  place TEXT,
  reference TEXT,
  note TEXT,
  version INTEGER NOT NULL,
  changed_by "Side" NOT NULL,
  changed_by_id UUID,
  changed_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT deal_step_pkey PRIMARY KEY (deal_id, kind),
  CONSTRAINT deal_step_deal_id_fkey FOREIGN KEY (deal_id) REFERENCES deal (id) ON DELETE RESTRICT,
  CONSTRAINT deal_step_version CHECK (version > 0),
  CONSTRAINT deal_step_scheduled CHECK (state <> 'SCHEDULED' OR scheduled_for IS NOT NULL)
);

CREATE TABLE deal_document (
  id UUID NOT NULL,
  deal_id UUID NOT NULL,
  buyer_gallery_id UUID NOT NULL,
  seller_gallery_id UUID NOT NULL,
  step "DealStepKind",
  side "Side" NOT NULL,
  uploaded_by_id UUID NOT NULL,
  state "DealDocumentState" NOT NULL DEFAULT 'PENDING',
  file_name TEXT NOT NULL,
  content_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT,
  storage_key TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL,
  ready_at TIMESTAMPTZ(3),
  removed_at TIMESTAMPTZ(3),
  CONSTRAINT deal_document_pkey PRIMARY KEY (id),
  CONSTRAINT deal_document_deal_id_fkey FOREIGN KEY (deal_id) REFERENCES deal (id) ON DELETE RESTRICT,
  CONSTRAINT deal_document_size CHECK (size > 0),
  CONSTRAINT deal_document_ready CHECK (state <> 'READY' OR (sha256 IS NOT NULL AND ready_at IS NOT NULL))
);
CREATE UNIQUE INDEX deal_document_storage_key_key ON deal_document (storage_key);
CREATE INDEX deal_document_deal_id_created_at_idx ON deal_document (deal_id, created_at);
CREATE INDEX deal_document_abandoned ON deal_document (created_at) WHERE state = 'PENDING';

CREATE TABLE deal_rating (
  deal_id UUID NOT NULL,
  side "Side" NOT NULL,
  buyer_gallery_id UUID NOT NULL,
  seller_gallery_id UUID NOT NULL,
  stars SMALLINT NOT NULL,
  communication SMALLINT,
  accuracy SMALLINT,
  punctuality SMALLINT,
  comment TEXT,
  rated_by_id UUID NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL,
  updated_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT deal_rating_pkey PRIMARY KEY (deal_id, side),
  CONSTRAINT deal_rating_deal_id_fkey FOREIGN KEY (deal_id) REFERENCES deal (id) ON DELETE RESTRICT,
  CONSTRAINT deal_rating_stars CHECK (stars BETWEEN 1 AND 5 AND communication BETWEEN 1 AND 5
    AND accuracy BETWEEN 1 AND 5 AND punctuality BETWEEN 1 AND 5)
);

CREATE TABLE dispute (
  id UUID NOT NULL,
  deal_id UUID NOT NULL,
  buyer_gallery_id UUID NOT NULL,
  seller_gallery_id UUID NOT NULL,
  opened_by "Side" NOT NULL,
  opened_by_id UUID NOT NULL,
  reason "DisputeReason" NOT NULL,
  text TEXT NOT NULL,
  status "DisputeStatus" NOT NULL DEFAULT 'OPEN',
  outcome "DisputeOutcome",
  fault_side "Side",
  outcome_note TEXT,
  ended_by_id UUID,
  ended_at TIMESTAMPTZ(3),
  created_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT dispute_pkey PRIMARY KEY (id),
  CONSTRAINT dispute_deal_id_fkey FOREIGN KEY (deal_id) REFERENCES deal (id) ON DELETE RESTRICT,
  CONSTRAINT dispute_ended CHECK ((status = 'OPEN') = (ended_at IS NULL)),
  CONSTRAINT dispute_settled CHECK ((status = 'SETTLED') = (outcome IS NOT NULL))
);
CREATE INDEX dispute_status_created_at_id_idx ON dispute (status, created_at DESC, id DESC);
CREATE UNIQUE INDEX dispute_one_open_per_deal ON dispute (deal_id) WHERE status = 'OPEN';

CREATE TABLE deal_log_entry (
  offer_id UUID NOT NULL,
  seq INTEGER NOT NULL,
  buyer_gallery_id UUID NOT NULL,
  seller_gallery_id UUID NOT NULL,
  kind TEXT NOT NULL,
  at TIMESTAMPTZ(3) NOT NULL,
  body TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  kid UUID NOT NULL,
  signature TEXT NOT NULL,
  CONSTRAINT deal_log_entry_pkey PRIMARY KEY (offer_id, seq),
  CONSTRAINT deal_log_entry_offer_fk FOREIGN KEY (offer_id) REFERENCES offer (id),
  CONSTRAINT deal_log_entry_seq CHECK (seq > 0)
);

CREATE TABLE deal_log_key (
  kid UUID NOT NULL,
  public_jwk JSONB NOT NULL,
  private_cipher TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  retired_at TIMESTAMPTZ(3),
  CONSTRAINT deal_log_key_pkey PRIMARY KEY (kid)
);
ALTER TABLE deal_log_entry ADD CONSTRAINT deal_log_entry_key_fk FOREIGN KEY (kid) REFERENCES deal_log_key (kid);

-- The database checks each link as well: the hash is the text's, and it follows the entry before.
CREATE FUNCTION deal_log_linked() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE before_hash TEXT;
BEGIN
  IF NEW.hash <> encode(sha256(convert_to(NEW.body, 'UTF8')), 'hex') THEN
    RAISE EXCEPTION 'deal log: the hash of entry % is not its text''s', NEW.seq USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.seq = 1 THEN
    before_hash := repeat('0', 64);
  ELSE
    SELECT hash INTO before_hash FROM deal_log_entry WHERE offer_id = NEW.offer_id AND seq = NEW.seq - 1;
  END IF;
  IF before_hash IS DISTINCT FROM NEW.prev_hash THEN
    RAISE EXCEPTION 'deal log: entry % does not follow the one before', NEW.seq USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER deal_log_linked BEFORE INSERT ON deal_log_entry FOR EACH ROW EXECUTE FUNCTION deal_log_linked();

CREATE TABLE trust_fact (
  gallery_id UUID NOT NULL,
  kind TEXT NOT NULL,
  ref TEXT NOT NULL,
  value INTEGER,
  offer_id UUID NOT NULL,
  at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT trust_fact_pkey PRIMARY KEY (gallery_id, kind, ref)
);
CREATE INDEX trust_fact_gallery_id_at_idx ON trust_fact (gallery_id, at DESC);
CREATE INDEX trust_fact_offer_id_idx ON trust_fact (offer_id);

CREATE TABLE gallery_trust (
  gallery_id UUID NOT NULL,
  figures JSONB NOT NULL,
  updated_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT gallery_trust_pkey PRIMARY KEY (gallery_id)
);

-- Rights. Deals are written by the platform for both sides; each side may read what it shares. What
-- one side says of the other stays hidden from it for a while, hence no right on ratings at all.
REVOKE ALL ON deal, deal_step, deal_document, deal_rating, dispute, deal_log_entry, deal_log_key,
  trust_fact, gallery_trust FROM oto_app;
GRANT SELECT ON deal, deal_step, deal_document, dispute, deal_log_entry TO oto_app;
-- The log only grows, and its keys are never lost.
REVOKE UPDATE, DELETE, TRUNCATE ON deal_log_entry FROM oto_system;
REVOKE DELETE, TRUNCATE ON deal_log_key FROM oto_system;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['deal', 'deal_step', 'deal_document', 'dispute', 'deal_log_entry']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY either_side ON %I TO oto_app USING ((SELECT app_gallery_id()) IN (buyer_gallery_id, seller_gallery_id)) WITH CHECK ((SELECT app_gallery_id()) IN (buyer_gallery_id, seller_gallery_id))', t);
    EXECUTE format('CREATE POLICY system ON %I TO oto_system USING (true) WITH CHECK (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['deal_rating', 'deal_log_key', 'trust_fact', 'gallery_trust']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY system ON %I TO oto_system USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- Reservations from before there were deals. Where one side had completed it, the sale was done: the
-- deal counts as confirmed by both at that time.
INSERT INTO deal (id, offer_id, vehicle_id, buyer_gallery_id, seller_gallery_id, status, model_year,
  mileage_km, buyer_confirmed_at, seller_confirmed_at, completed_at, ratings_shown_at, created_at, updated_at)
SELECT r.id, r.offer_id, r.vehicle_id, r.buyer_gallery_id, r.seller_gallery_id,
  (CASE r.status WHEN 'ACTIVE' THEN 'OPEN' ELSE r.status::text END)::"DealStatus", v.model_year, v.mileage_km,
  CASE WHEN r.status = 'COMPLETED' THEN r.closed_at END, CASE WHEN r.status = 'COMPLETED' THEN r.closed_at END,
  CASE WHEN r.status = 'COMPLETED' THEN r.closed_at END, CASE WHEN r.status = 'COMPLETED' THEN r.closed_at END,
  r.created_at, r.updated_at
FROM reservation r JOIN vehicle v ON v.id = r.vehicle_id;
