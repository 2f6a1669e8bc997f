-- Messages by SMS, e-mail and push: what is to be sent, what became of it, and what people and staff
-- say about it.

-- One row a person, channel and occasion. A consumer writes it with its effect; senders take it.
CREATE TABLE message_delivery (
  id UUID NOT NULL,
  dedupe_key TEXT NOT NULL,
  recipient_key UUID NOT NULL,
  user_id UUID,
  gallery_id UUID,
  type TEXT NOT NULL,
  channel TEXT NOT NULL,
  lane TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  params JSONB NOT NULL DEFAULT '{}',
  href TEXT,
  due_at TIMESTAMPTZ(3) NOT NULL,
  expires_at TIMESTAMPTZ(3),
  attempts INTEGER NOT NULL DEFAULT 0,
  lease_until TIMESTAMPTZ(3),
  recipient TEXT,
  provider TEXT,
  provider_code TEXT,
  provider_id TEXT,
  cost_units INTEGER NOT NULL DEFAULT 0,
  digest_id UUID,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  settled_at TIMESTAMPTZ(3),
  CONSTRAINT message_delivery_pkey PRIMARY KEY (id),
  CONSTRAINT message_delivery_channel CHECK (channel IN ('sms', 'email', 'push')),
  CONSTRAINT message_delivery_lane CHECK (lane IN ('otp', 'critical', 'bulk')),
  CONSTRAINT message_delivery_state CHECK (state IN ('PENDING', 'SENDING', 'HELD', 'SENT', 'FAILED', 'UNCERTAIN', 'SUPPRESSED', 'DIGESTED', 'DROPPED')),
  CONSTRAINT message_delivery_lease CHECK ((state = 'SENDING') = (lease_until IS NOT NULL)),
  CONSTRAINT message_delivery_settled CHECK ((state IN ('PENDING', 'SENDING', 'HELD')) = (settled_at IS NULL)),
  CONSTRAINT message_delivery_digest CHECK (state <> 'DIGESTED' OR digest_id IS NOT NULL),
  CONSTRAINT message_delivery_counts CHECK (attempts >= 0 AND cost_units >= 0)
);
CREATE UNIQUE INDEX message_delivery_dedupe_key_recipient_key_channel_key ON message_delivery (dedupe_key, recipient_key, channel);
CREATE INDEX message_delivery_created_at_id_idx ON message_delivery (created_at DESC, id DESC);
CREATE INDEX message_delivery_user_id_channel_created_at_idx ON message_delivery (user_id, channel, created_at);
CREATE INDEX message_delivery_digest_id_idx ON message_delivery (digest_id) WHERE digest_id IS NOT NULL;
CREATE INDEX message_delivery_due ON message_delivery (lane, due_at, id) WHERE state = 'PENDING';
CREATE INDEX message_delivery_leased ON message_delivery (lease_until) WHERE state = 'SENDING';
CREATE INDEX message_delivery_held ON message_delivery (due_at, user_id) WHERE state = 'HELD';

-- What each provider said, try by try.
CREATE TABLE message_attempt (
  id UUID NOT NULL,
  delivery_id UUID NOT NULL,
  attempt INTEGER NOT NULL,
  provider TEXT NOT NULL,
  outcome TEXT NOT NULL,
  code TEXT NOT NULL,
  detail TEXT,
  cost_units INTEGER NOT NULL DEFAULT 0,
  took_ms INTEGER NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT message_attempt_pkey PRIMARY KEY (id),
  CONSTRAINT message_attempt_outcome CHECK (outcome IN ('sent', 'retry', 'give_up', 'alert', 'unknown')),
  CONSTRAINT message_attempt_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES message_delivery (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX message_attempt_delivery_id_created_at_idx ON message_attempt (delivery_id, created_at);

-- Texts that staff wrote instead of the platform's own. A version never changes; the newest counts,
-- and one without text gives the platform's own text back.
CREATE TABLE message_template (
  id UUID NOT NULL,
  type TEXT NOT NULL,
  channel TEXT NOT NULL,
  locale TEXT NOT NULL,
  version INTEGER NOT NULL,
  subject TEXT,
  body TEXT,
  note TEXT,
  created_by_id UUID NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT message_template_pkey PRIMARY KEY (id),
  CONSTRAINT message_template_channel CHECK (channel IN ('app', 'sms', 'email', 'push')),
  CONSTRAINT message_template_locale CHECK (locale IN ('tr', 'en')),
  CONSTRAINT message_template_version CHECK (version > 0)
);
CREATE UNIQUE INDEX message_template_type_channel_locale_version_key ON message_template (type, channel, locale, version);

-- When and how often a person wants to hear of things; minutes count from midnight, Türkiye's time.
CREATE TABLE notification_setting (
  user_id UUID NOT NULL,
  quiet_from INTEGER,
  quiet_until INTEGER,
  digest TEXT NOT NULL DEFAULT 'OFF',
  digest_hour INTEGER NOT NULL DEFAULT 9,
  updated_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT notification_setting_pkey PRIMARY KEY (user_id),
  CONSTRAINT notification_setting_quiet CHECK (
    (quiet_from IS NULL) = (quiet_until IS NULL) AND quiet_from IS DISTINCT FROM coalesce(quiet_until, -1)
    AND coalesce(quiet_from, 0) BETWEEN 0 AND 1439 AND coalesce(quiet_until, 0) BETWEEN 0 AND 1439),
  CONSTRAINT notification_setting_digest CHECK (digest IN ('OFF', 'HOURLY', 'DAILY')),
  CONSTRAINT notification_setting_digest_hour CHECK (digest_hour BETWEEN 0 AND 23),
  CONSTRAINT notification_setting_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE ON UPDATE CASCADE
);

-- Browsers that want push messages. An endpoint belongs to whoever signed in there last.
CREATE TABLE push_subscription (
  id UUID NOT NULL,
  user_id UUID NOT NULL,
  endpoint TEXT NOT NULL,
  p256dh TEXT NOT NULL,
  auth TEXT NOT NULL,
  user_agent TEXT,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  last_sent_at TIMESTAMPTZ(3),
  CONSTRAINT push_subscription_pkey PRIMARY KEY (id),
  CONSTRAINT push_subscription_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX push_subscription_endpoint_key ON push_subscription (endpoint);
CREATE INDEX push_subscription_user_id_idx ON push_subscription (user_id);

-- The pair of keys that proves to push services who sends (VAPID); the private half is sealed.
CREATE TABLE push_key (
  kid TEXT NOT NULL,
  public_key TEXT NOT NULL,
  private_cipher TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT push_key_pkey PRIMARY KEY (kid)
);

-- What was handed to providers that keep no idempotency keys of their own (packages/adapters).
CREATE TABLE send_ledger (
  channel TEXT NOT NULL,
  idempotency_key TEXT NOT NULL,
  state TEXT NOT NULL,
  provider_id TEXT,
  provider TEXT,
  claimed_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  CONSTRAINT send_ledger_pkey PRIMARY KEY (channel, idempotency_key),
  CONSTRAINT send_ledger_state CHECK (state IN ('SENDING', 'SENT', 'UNKNOWN'))
);
CREATE INDEX send_ledger_claimed_at_idx ON send_ledger (claimed_at);

-- Deliveries name the gallery they are about and belong to a person: the tenant role has no business
-- with any of this.
ALTER TABLE message_delivery ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON message_delivery TO oto_app USING (gallery_id = (SELECT app_gallery_id())) WITH CHECK (gallery_id = (SELECT app_gallery_id()));
CREATE POLICY system ON message_delivery TO oto_system USING (true) WITH CHECK (true);
REVOKE ALL ON message_delivery, message_attempt, message_template, notification_setting, push_subscription, push_key, send_ledger FROM oto_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON message_delivery, message_attempt, notification_setting, push_subscription, push_key, send_ledger TO oto_system;
GRANT SELECT, INSERT ON message_template TO oto_system;
REVOKE UPDATE, DELETE, TRUNCATE ON message_template FROM oto_system;

-- Wakes the senders at commit.
CREATE FUNCTION message_delivery_notify() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('message_delivery', '');
  RETURN NULL;
END $$;
CREATE TRIGGER message_delivery_notify AFTER INSERT ON message_delivery FOR EACH STATEMENT EXECUTE FUNCTION message_delivery_notify();
