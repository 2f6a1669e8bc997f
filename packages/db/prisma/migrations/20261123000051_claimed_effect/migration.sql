-- A change and the mark that it happened commit together, so that a call whose answer was lost is
-- never carried out a second time under the same idempotency key.
ALTER TABLE idempotency_key
  ADD COLUMN claim_id uuid NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN effected_at timestamptz(3);
ALTER TABLE idempotency_key ALTER COLUMN claim_id DROP DEFAULT;

-- The tenant role may mark the claim it acts under and see nothing of the table.
CREATE FUNCTION mark_effect(of_actor text, of_key text, of_claim uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE idempotency_key SET effected_at = coalesce(effected_at, now())
   WHERE actor = of_actor AND key = of_key AND claim_id = of_claim;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'another call took the idempotency key over' USING ERRCODE = '40001';
  END IF;
END $$;
REVOKE ALL ON FUNCTION mark_effect(text, text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mark_effect(text, text, uuid) TO oto_app, oto_system;
