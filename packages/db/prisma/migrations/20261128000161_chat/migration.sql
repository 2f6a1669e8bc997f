-- Conversations between galleries, and with the platform's support.
CREATE TABLE chat_room (
  id UUID NOT NULL,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  gallery_id UUID NOT NULL,
  peer_gallery_id UUID,
  vehicle_id UUID,
  offer_id UUID,
  title TEXT,
  last_seq INTEGER NOT NULL DEFAULT 0,
  last_message_at TIMESTAMPTZ(3) NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT chat_room_pkey PRIMARY KEY (id),
  CONSTRAINT chat_room_kind CHECK (kind IN ('OFFER', 'VEHICLE', 'GALLERY', 'SUPPORT')),
  CONSTRAINT chat_room_sides CHECK ((peer_gallery_id IS NULL) = (kind = 'SUPPORT') AND peer_gallery_id IS DISTINCT FROM gallery_id),
  CONSTRAINT chat_room_vehicle CHECK ((vehicle_id IS NOT NULL) = (kind IN ('OFFER', 'VEHICLE'))),
  CONSTRAINT chat_room_offer CHECK ((offer_id IS NOT NULL) = (kind = 'OFFER')),
  CONSTRAINT chat_room_gallery_fk FOREIGN KEY (gallery_id) REFERENCES gallery (id),
  CONSTRAINT chat_room_peer_fk FOREIGN KEY (peer_gallery_id) REFERENCES gallery (id),
  CONSTRAINT chat_room_vehicle_fk FOREIGN KEY (vehicle_id) REFERENCES vehicle (id)
);
CREATE UNIQUE INDEX chat_room_key_key ON chat_room (key);
CREATE INDEX chat_room_gallery_id_last_message_at_id_idx ON chat_room (gallery_id, last_message_at DESC, id DESC);
CREATE INDEX chat_room_peer_gallery_id_last_message_at_id_idx ON chat_room (peer_gallery_id, last_message_at DESC, id DESC);
CREATE INDEX chat_room_vehicle_id_idx ON chat_room (vehicle_id);

CREATE TABLE chat_member (
  room_id UUID NOT NULL,
  member_id UUID NOT NULL,
  gallery_id UUID NOT NULL,
  peer_gallery_id UUID,
  delivered_seq INTEGER NOT NULL DEFAULT 0,
  read_seq INTEGER NOT NULL DEFAULT 0,
  noticed_seq INTEGER NOT NULL DEFAULT 0,
  reminded_seq INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT chat_member_pkey PRIMARY KEY (room_id, member_id),
  CONSTRAINT chat_member_room_id_fkey FOREIGN KEY (room_id) REFERENCES chat_room (id) ON DELETE CASCADE ON UPDATE CASCADE
);
-- Whoever has been told of something and may still not have read it.
CREATE INDEX chat_member_waiting ON chat_member (room_id) WHERE noticed_seq > read_seq;

CREATE TABLE chat_reader (
  room_id UUID NOT NULL,
  user_id UUID NOT NULL,
  gallery_id UUID NOT NULL,
  read_seq INTEGER NOT NULL DEFAULT 0,
  muted_until TIMESTAMPTZ(3),
  CONSTRAINT chat_reader_pkey PRIMARY KEY (room_id, user_id),
  CONSTRAINT chat_reader_room_fk FOREIGN KEY (room_id) REFERENCES chat_room (id) ON DELETE CASCADE
);
CREATE INDEX chat_reader_user_id_idx ON chat_reader (user_id);

CREATE TABLE chat_message (
  id UUID NOT NULL,
  room_id UUID NOT NULL,
  gallery_id UUID NOT NULL,
  peer_gallery_id UUID,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL DEFAULT 'TEXT',
  sender_gallery_id UUID,
  sender_id UUID,
  sender_name TEXT,
  client_message_id TEXT,
  text TEXT,
  search_text TEXT,
  vehicle_id UUID,
  offer_id UUID,
  system JSONB,
  edited_at TIMESTAMPTZ(3),
  deleted_at TIMESTAMPTZ(3),
  created_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT chat_message_pkey PRIMARY KEY (id),
  CONSTRAINT chat_message_kind CHECK (kind IN ('TEXT', 'SYSTEM')),
  CONSTRAINT chat_message_seq CHECK (seq > 0),
  CONSTRAINT chat_message_system CHECK ((kind = 'SYSTEM') = (system IS NOT NULL)),
  CONSTRAINT chat_message_deleted CHECK (deleted_at IS NULL OR (text IS NULL AND search_text IS NULL)),
  CONSTRAINT chat_message_room_id_fkey FOREIGN KEY (room_id) REFERENCES chat_room (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX chat_message_room_id_seq_key ON chat_message (room_id, seq);
-- Sent twice, stored once; system lines carry the id of their event.
CREATE UNIQUE INDEX chat_message_once ON chat_message (room_id, sender_id, client_message_id) NULLS NOT DISTINCT
  WHERE client_message_id IS NOT NULL;
CREATE INDEX chat_message_sender_id_idx ON chat_message (sender_id);
CREATE INDEX chat_message_created_at_idx ON chat_message (created_at);
CREATE INDEX chat_message_search ON chat_message USING gin (search_text gin_trgm_ops) WHERE search_text IS NOT NULL;

CREATE TABLE chat_message_revision (
  id UUID NOT NULL,
  message_id UUID NOT NULL,
  action TEXT NOT NULL,
  text TEXT,
  replaced_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT chat_message_revision_pkey PRIMARY KEY (id),
  CONSTRAINT chat_message_revision_action CHECK (action IN ('EDIT', 'DELETE')),
  CONSTRAINT chat_message_revision_message_id_fkey FOREIGN KEY (message_id) REFERENCES chat_message (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX chat_message_revision_message_id_replaced_at_idx ON chat_message_revision (message_id, replaced_at);

CREATE TABLE chat_attachment (
  id UUID NOT NULL,
  room_id UUID NOT NULL,
  gallery_id UUID NOT NULL,
  peer_gallery_id UUID,
  uploader_id UUID NOT NULL,
  message_id UUID,
  position INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'PENDING',
  file_name TEXT NOT NULL,
  content_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  original_key TEXT NOT NULL,
  width INTEGER,
  height INTEGER,
  placeholder TEXT,
  variants JSONB,
  failure_reason TEXT,
  created_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT chat_attachment_pkey PRIMARY KEY (id),
  CONSTRAINT chat_attachment_kind CHECK (kind IN ('IMAGE', 'PDF')),
  CONSTRAINT chat_attachment_status CHECK (status IN ('PENDING', 'PROCESSING', 'READY', 'FAILED')),
  CONSTRAINT chat_attachment_size CHECK (size > 0),
  CONSTRAINT chat_attachment_failed CHECK (status <> 'FAILED' OR failure_reason IS NOT NULL),
  CONSTRAINT chat_attachment_room_id_fkey FOREIGN KEY (room_id) REFERENCES chat_room (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT chat_attachment_message_id_fkey FOREIGN KEY (message_id) REFERENCES chat_message (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX chat_attachment_message_id_idx ON chat_attachment (message_id);
CREATE INDEX chat_attachment_room_id_idx ON chat_attachment (room_id);
CREATE INDEX chat_attachment_status_created_at_idx ON chat_attachment (status, created_at);

CREATE TABLE chat_block (
  gallery_id UUID NOT NULL,
  blocked_gallery_id UUID NOT NULL,
  blocked_by_id UUID NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT chat_block_pkey PRIMARY KEY (gallery_id, blocked_gallery_id),
  CONSTRAINT chat_block_other CHECK (gallery_id <> blocked_gallery_id)
);
CREATE INDEX chat_block_blocked_gallery_id_idx ON chat_block (blocked_gallery_id);

CREATE TABLE chat_feed (
  gallery_id UUID NOT NULL,
  seq BIGINT NOT NULL,
  type TEXT NOT NULL,
  room_id UUID NOT NULL,
  room_seq INTEGER,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT chat_feed_pkey PRIMARY KEY (gallery_id, seq)
);
CREATE INDEX chat_feed_created_at_idx ON chat_feed (created_at);
CREATE TABLE chat_feed_head (
  gallery_id UUID NOT NULL,
  seq BIGINT NOT NULL,
  CONSTRAINT chat_feed_head_pkey PRIMARY KEY (gallery_id)
);

CREATE TABLE support_case (
  id UUID NOT NULL,
  number SERIAL NOT NULL,
  gallery_id UUID NOT NULL,
  room_id UUID NOT NULL,
  opened_by_id UUID,
  kind TEXT NOT NULL,
  category TEXT NOT NULL,
  subject TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'OPEN',
  assignee_id UUID,
  about_room_id UUID,
  about_message_id UUID,
  reservation_id UUID,
  cause_key TEXT,
  waits_for_staff BOOLEAN NOT NULL DEFAULT true,
  created_at TIMESTAMPTZ(3) NOT NULL,
  updated_at TIMESTAMPTZ(3) NOT NULL,
  closed_at TIMESTAMPTZ(3),
  CONSTRAINT support_case_pkey PRIMARY KEY (id),
  CONSTRAINT support_case_kind CHECK (kind IN ('QUESTION', 'REPORT', 'DISPUTE')),
  CONSTRAINT support_case_status CHECK (status IN ('OPEN', 'WAITING', 'RESOLVED', 'CLOSED')),
  CONSTRAINT support_case_closed CHECK ((status IN ('RESOLVED', 'CLOSED')) = (closed_at IS NOT NULL)),
  CONSTRAINT support_case_room_fk FOREIGN KEY (room_id) REFERENCES chat_room (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX support_case_number_key ON support_case (number);
CREATE UNIQUE INDEX support_case_room_id_key ON support_case (room_id);
CREATE UNIQUE INDEX support_case_cause_key_key ON support_case (cause_key);
CREATE INDEX support_case_gallery_id_updated_at_id_idx ON support_case (gallery_id, updated_at DESC, id DESC);
CREATE INDEX support_case_status_updated_at_id_idx ON support_case (status, updated_at DESC, id DESC);
CREATE INDEX support_case_assignee_id_status_idx ON support_case (assignee_id, status);

CREATE TABLE canned_answer (
  id UUID NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  locale TEXT NOT NULL DEFAULT 'tr',
  updated_by_id UUID NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT canned_answer_pkey PRIMARY KEY (id)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON chat_room, chat_member, chat_reader, chat_message, chat_message_revision,
  chat_attachment, chat_block, chat_feed, chat_feed_head, support_case, canned_answer TO oto_app, oto_system;
GRANT USAGE, SELECT ON SEQUENCE support_case_number_seq TO oto_system;

-- What two galleries share, each seen from either side.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['chat_room', 'chat_member', 'chat_message', 'chat_attachment']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY participant ON %I TO oto_app USING ((SELECT app_gallery_id()) IN (gallery_id, peer_gallery_id)) WITH CHECK ((SELECT app_gallery_id()) IN (gallery_id, peer_gallery_id))', t);
    EXECUTE format('CREATE POLICY system ON %I TO oto_system USING (true) WITH CHECK (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['chat_reader', 'chat_block', 'chat_feed', 'chat_feed_head', 'support_case']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON %I TO oto_app USING (gallery_id = (SELECT app_gallery_id())) WITH CHECK (gallery_id = (SELECT app_gallery_id()))', t);
    EXECUTE format('CREATE POLICY system ON %I TO oto_system USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- A conversation is written by the system role alone, which numbers messages and keeps what they
-- said before; a gallery reads its rooms and keeps its own marks.
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON chat_room, chat_member, chat_message, chat_attachment, chat_feed,
  chat_feed_head, support_case FROM oto_app;
REVOKE ALL ON chat_message_revision, canned_answer FROM oto_app;
-- What was said before it was changed can be neither altered nor taken back, only age out with it.
REVOKE UPDATE, TRUNCATE ON chat_message_revision FROM oto_system;
