-- Tables of the single-node adapters (packages/adapters). They are not Prisma models.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- message bus: one row per bound consumer and event, deleted on ack.
CREATE TABLE bus_delivery (
  seq            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  consumer_id    text        NOT NULL,
  event_id       uuid        NOT NULL,
  queue          text        NOT NULL CHECK (queue IN ('critical', 'default', 'media', 'bulk')),
  consumer_group text        NOT NULL,
  name           text        NOT NULL,
  version        integer     NOT NULL,
  aggregate_type text        NOT NULL,
  aggregate_id   text        NOT NULL,
  gallery_id     uuid,
  occurred_at    timestamptz NOT NULL,
  payload        jsonb       NOT NULL,
  traceparent    text,
  attempt        integer     NOT NULL DEFAULT 0,
  run_at         timestamptz NOT NULL DEFAULT now(),
  locked_until   timestamptz,
  locked_by      uuid,
  published_at   timestamptz NOT NULL DEFAULT now(),
  UNIQUE (consumer_id, event_id)
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 2000,
        autovacuum_analyze_scale_factor = 0.0, autovacuum_analyze_threshold = 2000);
-- order: the oldest undelivered message of a consumer and aggregate comes first
CREATE INDEX bus_delivery_order_idx ON bus_delivery (consumer_id, aggregate_type, aggregate_id, seq);
CREATE INDEX bus_delivery_due_idx ON bus_delivery (queue, run_at, seq);
CREATE INDEX bus_delivery_locked_by_idx ON bus_delivery (locked_by) WHERE locked_by IS NOT NULL;

-- consuming processes: each holds an advisory lock while alive, a row whose lock is free is dead.
CREATE TABLE bus_instance (
  id         uuid        PRIMARY KEY,
  started_at timestamptz NOT NULL DEFAULT now()
);

-- rate limits (columns as rate-limiter-flexible expects them)
CREATE TABLE rate_limit_counter (
  key    varchar(255) PRIMARY KEY,
  points integer      NOT NULL DEFAULT 0,
  expire bigint
);
CREATE INDEX rate_limit_counter_expire_idx ON rate_limit_counter (expire);

-- mailbox: what the SMS, e-mail and push adapters "sent"
CREATE TABLE mailbox_message (
  id              uuid        PRIMARY KEY,
  seq             bigint GENERATED ALWAYS AS IDENTITY,
  channel         text        NOT NULL CHECK (channel IN ('sms', 'email', 'push')),
  recipient       text        NOT NULL,
  template        text        NOT NULL,
  subject         text,
  text            text        NOT NULL,
  idempotency_key text        NOT NULL,
  sent_at         timestamptz NOT NULL DEFAULT now(),
  UNIQUE (channel, idempotency_key)
);
CREATE INDEX mailbox_message_recipient_idx ON mailbox_message (recipient, seq DESC);
CREATE INDEX mailbox_message_seq_idx ON mailbox_message (seq DESC);

-- search: a row per version gate (outlives the listing, so a late older document cannot return) ...
CREATE TABLE search_version (
  vehicle_id uuid        PRIMARY KEY,
  version    bigint      NOT NULL,
  present    boolean     NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now()
);
-- ... a row per findable listing ...
CREATE TABLE search_listing (
  vehicle_id      uuid        PRIMARY KEY,
  version         bigint      NOT NULL,
  gallery_id      uuid        NOT NULL,
  public_visible  boolean     NOT NULL,
  make_id         uuid        NOT NULL,
  series_id       uuid        NOT NULL,
  model_id        uuid,
  trim_id         uuid,
  model_year      smallint    NOT NULL,
  mileage_km      integer     NOT NULL,
  fuel            text        NOT NULL,
  transmission    text        NOT NULL,
  body_type       text        NOT NULL,
  drivetrain      text,
  color           text        NOT NULL,
  engine_cc       integer,
  power_hp        integer,
  province_code   smallint    NOT NULL,
  district        text        NOT NULL,
  price_amount    bigint      NOT NULL,
  price_currency  text        NOT NULL,
  price_try       bigint      NOT NULL,
  painted_panels  smallint    NOT NULL,
  replaced_panels smallint    NOT NULL,
  flawless        boolean     NOT NULL,
  damage_status   text        NOT NULL,
  warranty        boolean     NOT NULL,
  trade_in        boolean     NOT NULL,
  photo_count     integer     NOT NULL,
  features        text[]      NOT NULL,
  published_at    timestamptz NOT NULL,
  search_vector   tsvector    NOT NULL,
  doc             jsonb       NOT NULL,
  indexed_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX search_listing_newest_idx  ON search_listing (published_at DESC, vehicle_id DESC);
CREATE INDEX search_listing_price_idx   ON search_listing (price_try, vehicle_id);
CREATE INDEX search_listing_km_idx      ON search_listing (mileage_km, vehicle_id);
CREATE INDEX search_listing_year_idx    ON search_listing (model_year DESC, vehicle_id DESC);
CREATE INDEX search_listing_make_idx    ON search_listing (make_id, series_id, published_at DESC, vehicle_id DESC);
CREATE INDEX search_listing_gallery_idx ON search_listing (gallery_id, published_at DESC, vehicle_id DESC);
CREATE INDEX search_listing_province_idx ON search_listing (province_code, published_at DESC, vehicle_id DESC);
CREATE INDEX search_listing_vector_idx  ON search_listing USING gin (search_vector);
CREATE INDEX search_listing_features_idx ON search_listing USING gin (features);
-- ... and the vocabulary that misspelt words are matched against (trigrams).
CREATE TABLE search_term (
  term text PRIMARY KEY
);
CREATE INDEX search_term_trgm_idx ON search_term USING gin (term gin_trgm_ops);
