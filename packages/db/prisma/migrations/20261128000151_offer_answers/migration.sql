-- Who handled a negotiation on either side and when the seller first answered: what reports count by.
ALTER TABLE "offer"
  ADD COLUMN "buyer_user_id" UUID,
  ADD COLUMN "seller_user_id" UUID,
  ADD COLUMN "answered_at" TIMESTAMPTZ(3),
  ADD COLUMN "answered_by_rule" BOOLEAN NOT NULL DEFAULT false;

-- Negotiations that are there already: proposals say who made them, the audit trail says who ended them.
UPDATE offer SET buyer_user_id = opened.actor_id
  FROM offer_round opened
 WHERE opened.offer_id = offer.id AND opened.round = 1;

WITH answer AS (
  SELECT offer_id, created_at AS at, actor_id FROM offer_round WHERE side = 'SELLER'
  UNION ALL
  SELECT offer.id, offer.closed_at, ended.actor_id
    FROM offer LEFT JOIN audit_entry ended
      ON ended.entity_type = 'offer' AND ended.entity_id = offer.id
     AND ended.gallery_id = offer.seller_gallery_id
     AND ended.action IN ('offer.accept', 'offer.reject')
   WHERE offer.closed_by = 'SELLER' AND offer.status IN ('ACCEPTED', 'REJECTED')
), first_answer AS (
  SELECT offer_id, min(at) AS at,
         (array_agg(actor_id ORDER BY at) FILTER (WHERE actor_id IS NOT NULL))[1] AS user_id,
         (array_agg(actor_id ORDER BY at))[1] IS NULL AS by_rule
    FROM answer GROUP BY offer_id
)
UPDATE offer
   SET answered_at = first_answer.at, answered_by_rule = first_answer.by_rule,
       seller_user_id = first_answer.user_id
  FROM first_answer WHERE first_answer.offer_id = offer.id;

CREATE INDEX "offer_seller_gallery_id_created_at_idx" ON "offer"("seller_gallery_id", "created_at");
CREATE INDEX "offer_buyer_gallery_id_created_at_idx" ON "offer"("buyer_gallery_id", "created_at");
CREATE INDEX "offer_created_at_idx" ON "offer"("created_at");
