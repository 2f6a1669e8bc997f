-- Reports of the platform read what happened to the stock in a period, over all galleries.
CREATE INDEX "vehicle_transition_created_at_idx" ON "vehicle_transition"("created_at");
