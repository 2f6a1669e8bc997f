-- Clocks that remind before they run out, private rules of sellers, and what a cancellation means.
ALTER TABLE gallery ADD COLUMN answering_hours JSONB;
ALTER TABLE vehicle ADD COLUMN auto_counter JSONB;

ALTER TABLE offer
  ADD COLUMN clock_started_at TIMESTAMPTZ(3),
  ADD COLUMN next_reminder_at TIMESTAMPTZ(3),
  ADD COLUMN closed_by_offer_id UUID;
UPDATE offer o SET clock_started_at = coalesce(
  (SELECT r.created_at FROM offer_round r WHERE r.offer_id = o.id AND r.round = o.round), o.created_at);
ALTER TABLE offer ALTER COLUMN clock_started_at SET NOT NULL;
UPDATE offer SET next_reminder_at = expires_at - (expires_at - clock_started_at) / 2 WHERE status = 'OPEN';

ALTER TABLE offer_round ADD COLUMN rule TEXT;

ALTER TABLE reservation
  ADD COLUMN clock_started_at TIMESTAMPTZ(3),
  ADD COLUMN next_reminder_at TIMESTAMPTZ(3),
  ADD COLUMN cancel_code TEXT,
  ADD COLUMN counts_against "Side";
UPDATE reservation SET clock_started_at = created_at;
ALTER TABLE reservation ALTER COLUMN clock_started_at SET NOT NULL;
UPDATE reservation SET next_reminder_at = expires_at - (expires_at - clock_started_at) / 2 WHERE status = 'ACTIVE';
UPDATE reservation SET cancel_code = 'OTHER', counts_against = closed_by WHERE status = 'CANCELLED';

CREATE INDEX offer_open_by_reminder ON offer (next_reminder_at) WHERE status = 'OPEN';
CREATE INDEX reservation_active_by_reminder ON reservation (next_reminder_at) WHERE status = 'ACTIVE';
CREATE INDEX offer_closed_by_rival ON offer (closed_by_offer_id) WHERE closed_by_offer_id IS NOT NULL;

CREATE TABLE rival_call (
  reservation_id UUID NOT NULL REFERENCES reservation (id),
  offer_id UUID NOT NULL REFERENCES offer (id),
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (reservation_id, offer_id)
);
REVOKE ALL ON rival_call FROM oto_app;
