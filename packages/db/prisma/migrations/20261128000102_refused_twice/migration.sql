-- What the machines of negotiation and reservation refuse, the database refuses too: whatever role or
-- program writes, a closed offer never changes, rounds grow one by one, money never moves, and an
-- accepted offer has its reservation. Each refusal carries the reason that the rule gives.

-- The tenant role looks on and marks what it has seen; only the platform's services move a deal.
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON offer, offer_round, reservation FROM oto_app;
GRANT UPDATE (buyer_seen_round, seller_seen_round) ON offer TO oto_app;
GRANT UPDATE (seen_at) ON offer_round TO oto_app;
-- A negotiation is evidence: nobody deletes one.
REVOKE DELETE, TRUNCATE ON offer, offer_round, reservation FROM oto_system;

CREATE FUNCTION refuse(reason text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', reason USING ERRCODE = 'check_violation';
END $$;

CREATE FUNCTION offer_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status <> 'OPEN' OR NEW.round <> 1 OR NEW.turn <> 'SELLER' OR NEW.final THEN
    PERFORM refuse('offer.not_open');
  END IF;
  IF NEW.expires_at <= NEW.clock_started_at THEN PERFORM refuse('offer.expired'); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER offer_guard_insert BEFORE INSERT ON offer
  FOR EACH ROW EXECUTE FUNCTION offer_guard_insert();

-- Who may have ended an open offer, by how it ended.
CREATE FUNCTION offer_guard_end(old_row offer, new_row offer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF (new_row.round, new_row.amount, new_row.final, new_row.expires_at, new_row.asking_amount)
     IS DISTINCT FROM (old_row.round, old_row.amount, old_row.final, old_row.expires_at, old_row.asking_amount) THEN
    PERFORM refuse('offer.stale');
  END IF;
  IF new_row.status IN ('ACCEPTED', 'REJECTED') AND new_row.closed_by IS DISTINCT FROM old_row.turn THEN
    PERFORM refuse('offer.not_your_turn');
  END IF;
  IF new_row.status = 'WITHDRAWN' AND (new_row.closed_by IS NULL
     OR (new_row.closed_by = 'SELLER' AND old_row.turn = 'SELLER')) THEN
    PERFORM refuse('offer.not_your_turn');
  END IF;
  IF new_row.status IN ('EXPIRED', 'CLOSED') AND new_row.closed_by IS NOT NULL THEN
    PERFORM refuse('offer.not_found');
  END IF;
  IF new_row.status = 'EXPIRED' AND new_row.closed_at < old_row.expires_at THEN
    PERFORM refuse('offer.not_open');
  END IF;
  IF new_row.status IN ('ACCEPTED', 'REJECTED', 'WITHDRAWN') AND new_row.closed_at >= old_row.expires_at THEN
    PERFORM refuse('offer.expired');
  END IF;
  IF new_row.status = 'CLOSED' AND new_row.close_reason IS NULL THEN
    PERFORM refuse('offer.not_open');
  END IF;
END $$;

CREATE FUNCTION offer_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.vehicle_id, NEW.buyer_gallery_id, NEW.seller_gallery_id, NEW.currency, NEW.created_at)
     IS DISTINCT FROM (OLD.id, OLD.vehicle_id, OLD.buyer_gallery_id, OLD.seller_gallery_id, OLD.currency, OLD.created_at) THEN
    PERFORM refuse('offer.not_found');
  END IF;
  -- A gallery marks its own side as seen, and never takes that back.
  IF NEW.buyer_seen_round < OLD.buyer_seen_round OR NEW.seller_seen_round < OLD.seller_seen_round
     OR (app_gallery_id() = OLD.buyer_gallery_id AND NEW.seller_seen_round <> OLD.seller_seen_round)
     OR (app_gallery_id() = OLD.seller_gallery_id AND NEW.buyer_seen_round <> OLD.buyer_seen_round) THEN
    PERFORM refuse('offer.stale');
  END IF;
  IF OLD.status <> 'OPEN' THEN
    IF (NEW.status, NEW.turn, NEW.round, NEW.amount, NEW.final, NEW.expires_at, NEW.asking_amount,
        NEW.closed_by, NEW.close_reason, NEW.closed_at, NEW.closed_by_offer_id, NEW.clock_started_at)
       IS DISTINCT FROM (OLD.status, OLD.turn, OLD.round, OLD.amount, OLD.final, OLD.expires_at, OLD.asking_amount,
        OLD.closed_by, OLD.close_reason, OLD.closed_at, OLD.closed_by_offer_id, OLD.clock_started_at) THEN
      PERFORM refuse(CASE OLD.status WHEN 'EXPIRED' THEN 'offer.expired' ELSE 'offer.not_open' END);
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.status <> 'OPEN' THEN
    PERFORM offer_guard_end(OLD, NEW);
    RETURN NEW;
  END IF;
  IF NEW.round = OLD.round THEN
    IF (NEW.turn, NEW.amount, NEW.final, NEW.expires_at, NEW.clock_started_at)
       IS DISTINCT FROM (OLD.turn, OLD.amount, OLD.final, OLD.expires_at, OLD.clock_started_at) THEN
      PERFORM refuse('offer.stale');
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.round <> OLD.round + 1 THEN PERFORM refuse('offer.stale'); END IF;
  IF NEW.round > 20 THEN PERFORM refuse('offer.too_many_rounds'); END IF;
  IF OLD.final THEN PERFORM refuse('offer.final'); END IF;
  IF NEW.turn = OLD.turn THEN PERFORM refuse('offer.not_your_turn'); END IF;
  IF NEW.clock_started_at >= OLD.expires_at THEN PERFORM refuse('offer.expired'); END IF;
  IF NEW.expires_at <= NEW.clock_started_at THEN PERFORM refuse('offer.expired'); END IF;
  IF NEW.asking_amount <> OLD.asking_amount THEN PERFORM refuse('offer.stale'); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER offer_guard_update BEFORE UPDATE ON offer
  FOR EACH ROW EXECUTE FUNCTION offer_guard_update();

-- A proposal is written beside the state that it made, by the side that is not on turn now.
CREATE FUNCTION offer_round_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE state offer;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.id, NEW.offer_id, NEW.buyer_gallery_id, NEW.seller_gallery_id, NEW.round, NEW.side, NEW.amount,
        NEW.currency, NEW.final, NEW.message, NEW.rule, NEW.actor_id, NEW.expires_at, NEW.created_at)
       IS DISTINCT FROM (OLD.id, OLD.offer_id, OLD.buyer_gallery_id, OLD.seller_gallery_id, OLD.round, OLD.side,
        OLD.amount, OLD.currency, OLD.final, OLD.message, OLD.rule, OLD.actor_id, OLD.expires_at, OLD.created_at)
       OR (OLD.seen_at IS NOT NULL AND NEW.seen_at IS DISTINCT FROM OLD.seen_at) THEN
      PERFORM refuse('offer.stale');
    END IF;
    RETURN NEW;
  END IF;
  SELECT * INTO state FROM offer WHERE id = NEW.offer_id;
  IF state.id IS NULL THEN PERFORM refuse('offer.not_found'); END IF;
  IF state.status <> 'OPEN' THEN PERFORM refuse('offer.not_open'); END IF;
  IF NEW.round <> state.round THEN PERFORM refuse('offer.stale'); END IF;
  IF NEW.side = state.turn OR (NEW.round % 2 = 1) <> (NEW.side = 'BUYER') THEN
    PERFORM refuse('offer.not_your_turn');
  END IF;
  IF NEW.currency <> state.currency THEN PERFORM refuse('offer.currency_mismatch'); END IF;
  IF (NEW.amount, NEW.final, NEW.expires_at) IS DISTINCT FROM (state.amount, state.final, state.expires_at) THEN
    PERFORM refuse('offer.amount_invalid');
  END IF;
  IF (NEW.buyer_gallery_id, NEW.seller_gallery_id) IS DISTINCT FROM (state.buyer_gallery_id, state.seller_gallery_id) THEN
    PERFORM refuse('offer.not_found');
  END IF;
  IF NEW.round > 1 AND NOT EXISTS (
    SELECT 1 FROM offer_round WHERE offer_id = NEW.offer_id AND round = NEW.round - 1) THEN
    PERFORM refuse('offer.stale');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER offer_round_guard BEFORE INSERT OR UPDATE ON offer_round
  FOR EACH ROW EXECUTE FUNCTION offer_round_guard();

-- At commit: the latest round is written, and what was accepted is reserved for just that money.
CREATE FUNCTION offer_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM offer_round r
                  WHERE r.offer_id = NEW.id AND r.round = NEW.round AND r.amount = NEW.amount) THEN
    PERFORM refuse('offer.stale');
  END IF;
  IF NEW.status = 'ACCEPTED' AND NOT EXISTS (SELECT 1 FROM reservation v
                  WHERE v.offer_id = NEW.id AND v.amount = NEW.amount AND v.currency = NEW.currency) THEN
    PERFORM refuse('offer.vehicle_unavailable');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER offer_whole_insert AFTER INSERT ON offer
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION offer_whole();
CREATE CONSTRAINT TRIGGER offer_whole_update AFTER UPDATE ON offer
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.round <> OLD.round OR NEW.status <> OLD.status) EXECUTE FUNCTION offer_whole();

CREATE FUNCTION reservation_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status <> 'ACTIVE' OR NEW.expires_at <= NEW.created_at THEN
    PERFORM refuse('reservation.not_active');
  END IF;
  IF NOT EXISTS (SELECT 1 FROM offer o
                  WHERE o.id = NEW.offer_id AND o.status = 'ACCEPTED' AND o.vehicle_id = NEW.vehicle_id
                    AND o.buyer_gallery_id = NEW.buyer_gallery_id AND o.seller_gallery_id = NEW.seller_gallery_id
                    AND o.amount = NEW.amount AND o.currency = NEW.currency) THEN
    PERFORM refuse('reservation.not_found');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reservation_guard_insert BEFORE INSERT ON reservation
  FOR EACH ROW EXECUTE FUNCTION reservation_guard_insert();

-- The end moves by consent alone, or by the time that the clock stood still.
CREATE FUNCTION reservation_guard_clock(old_row reservation, new_row reservation) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF new_row.expires_at = old_row.expires_at THEN RETURN; END IF;
  IF new_row.expires_at < old_row.expires_at THEN PERFORM refuse('reservation.not_active'); END IF;
  IF old_row.held_at IS NOT NULL AND new_row.held_at IS NULL THEN RETURN; END IF;
  IF new_row.expires_at IS DISTINCT FROM old_row.extension_until THEN
    PERFORM refuse('reservation.extension_not_agreed');
  END IF;
END $$;

CREATE FUNCTION reservation_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.offer_id, NEW.vehicle_id, NEW.buyer_gallery_id, NEW.seller_gallery_id, NEW.amount,
      NEW.currency, NEW.created_at)
     IS DISTINCT FROM (OLD.id, OLD.offer_id, OLD.vehicle_id, OLD.buyer_gallery_id, OLD.seller_gallery_id,
      OLD.amount, OLD.currency, OLD.created_at) THEN
    PERFORM refuse('reservation.not_found');
  END IF;
  IF OLD.status <> 'ACTIVE' THEN
    IF (NEW.status, NEW.expires_at, NEW.closed_by, NEW.close_reason, NEW.closed_at, NEW.cancel_code, NEW.counts_against)
       IS DISTINCT FROM (OLD.status, OLD.expires_at, OLD.closed_by, OLD.close_reason, OLD.closed_at, OLD.cancel_code, OLD.counts_against) THEN
      PERFORM refuse('reservation.not_active');
    END IF;
    RETURN NEW;
  END IF;
  PERFORM reservation_guard_clock(OLD, NEW);
  IF NEW.status = 'EXPIRED' AND NEW.closed_at < OLD.expires_at THEN
    PERFORM refuse('reservation.not_active');
  END IF;
  IF NEW.status = 'CANCELLED' AND coalesce(btrim(NEW.close_reason), '') = '' THEN
    PERFORM refuse('reservation.reason_required');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reservation_guard_update BEFORE UPDATE ON reservation
  FOR EACH ROW EXECUTE FUNCTION reservation_guard_update();

-- At commit: a reserved vehicle is held by its reservation, and by nothing else.
CREATE FUNCTION reservation_holds_vehicle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM reservation r JOIN vehicle v ON v.id = r.vehicle_id
              WHERE r.id = NEW.id AND r.status = 'ACTIVE' AND v.status <> 'RESERVED') THEN
    PERFORM refuse('inventory.locked_by_reservation');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER reservation_holds_vehicle AFTER INSERT OR UPDATE OF status ON reservation
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reservation_holds_vehicle();

CREATE FUNCTION vehicle_held_by_reservation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM reservation r JOIN vehicle v ON v.id = r.vehicle_id
              WHERE r.vehicle_id = NEW.id AND r.status = 'ACTIVE' AND v.status <> 'RESERVED') THEN
    PERFORM refuse('inventory.locked_by_reservation');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER vehicle_held_by_reservation AFTER UPDATE OF status ON vehicle
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.status = 'RESERVED' AND NEW.status <> 'RESERVED') EXECUTE FUNCTION vehicle_held_by_reservation();
