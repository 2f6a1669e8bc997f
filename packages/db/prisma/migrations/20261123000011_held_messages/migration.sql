-- Message bus on RabbitMQ: the order of messages that wait in the broker's delay queues, per consumer
-- and aggregate. Not a Prisma model; holds no tenant's data, only ids of events.
CREATE TABLE bus_held (
  seq            bigint GENERATED ALWAYS AS IDENTITY,
  consumer_id    text        NOT NULL,
  event_id       uuid        NOT NULL,
  aggregate_type text        NOT NULL,
  aggregate_id   text        NOT NULL,
  due_at         timestamptz NOT NULL,
  held_at        timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (consumer_id, event_id)
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 1000);
CREATE INDEX bus_held_line_idx ON bus_held (consumer_id, aggregate_type, aggregate_id, seq);

-- Only the platform's own processes have business with it.
ALTER TABLE bus_held ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON bus_held TO oto_system USING (true) WITH CHECK (true);
REVOKE ALL ON bus_held FROM oto_app;
