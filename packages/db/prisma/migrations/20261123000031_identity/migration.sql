-- Second factor, e-mail links, staff invitations, requests about personal data.

ALTER TABLE app_user
  ADD COLUMN email_verified_at TIMESTAMPTZ(3),
  ADD COLUMN erased_at TIMESTAMPTZ(3);
ALTER TABLE otp_challenge ADD COLUMN user_id UUID;

CREATE TABLE recovery_code (
  id UUID NOT NULL,
  user_id UUID NOT NULL,
  code_hash TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  used_at TIMESTAMPTZ(3),
  CONSTRAINT recovery_code_pkey PRIMARY KEY (id),
  CONSTRAINT recovery_code_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX recovery_code_code_hash_key ON recovery_code (code_hash);
CREATE INDEX recovery_code_user_id_idx ON recovery_code (user_id);

CREATE TABLE trusted_device (
  id UUID NOT NULL,
  user_id UUID NOT NULL,
  token_hash TEXT NOT NULL,
  user_agent TEXT,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT trusted_device_pkey PRIMARY KEY (id),
  CONSTRAINT trusted_device_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX trusted_device_token_hash_key ON trusted_device (token_hash);
CREATE INDEX trusted_device_user_id_idx ON trusted_device (user_id);

CREATE TABLE email_token (
  id UUID NOT NULL,
  user_id UUID,
  email TEXT NOT NULL,
  purpose TEXT NOT NULL,
  token_hash TEXT NOT NULL,
  token_cipher TEXT,
  locale TEXT NOT NULL DEFAULT 'tr',
  expires_at TIMESTAMPTZ(3) NOT NULL,
  used_at TIMESTAMPTZ(3),
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT email_token_pkey PRIMARY KEY (id),
  CONSTRAINT email_token_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX email_token_token_hash_key ON email_token (token_hash);
CREATE INDEX email_token_email_purpose_created_at_idx ON email_token (email, purpose, created_at DESC);
CREATE INDEX email_token_created_at_idx ON email_token (created_at);

CREATE TABLE invitation (
  id UUID NOT NULL,
  gallery_id UUID NOT NULL,
  role "GalleryRole" NOT NULL,
  phone TEXT,
  email TEXT,
  token_hash TEXT NOT NULL,
  token_cipher TEXT,
  locale TEXT NOT NULL DEFAULT 'tr',
  invited_by_id UUID NOT NULL,
  sent_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  sends INTEGER NOT NULL DEFAULT 1,
  expires_at TIMESTAMPTZ(3) NOT NULL,
  accepted_at TIMESTAMPTZ(3),
  accepted_by_id UUID,
  revoked_at TIMESTAMPTZ(3),
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT invitation_pkey PRIMARY KEY (id),
  CONSTRAINT invitation_gallery_id_fkey FOREIGN KEY (gallery_id) REFERENCES gallery (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT invitation_one_address CHECK ((phone IS NULL) <> (email IS NULL)),
  CONSTRAINT invitation_not_owner CHECK (role <> 'OWNER'),
  CONSTRAINT invitation_accepted CHECK ((accepted_at IS NULL) = (accepted_by_id IS NULL))
);
CREATE UNIQUE INDEX invitation_token_hash_key ON invitation (token_hash);
CREATE INDEX invitation_gallery_id_created_at_idx ON invitation (gallery_id, created_at DESC);
CREATE UNIQUE INDEX invitation_one_open_per_address ON invitation (gallery_id, coalesce(phone, email))
  WHERE accepted_at IS NULL AND revoked_at IS NULL;

CREATE TABLE iys_record (
  id UUID NOT NULL,
  consent_id UUID NOT NULL,
  recipient TEXT NOT NULL,
  recipient_type TEXT NOT NULL,
  type TEXT NOT NULL,
  status TEXT NOT NULL,
  source TEXT NOT NULL,
  consent_date TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  sent_at TIMESTAMPTZ(3),
  CONSTRAINT iys_record_pkey PRIMARY KEY (id),
  CONSTRAINT iys_record_recipient_type CHECK (recipient_type IN ('BIREYSEL', 'TACIR')),
  CONSTRAINT iys_record_type CHECK (type IN ('ARAMA', 'MESAJ', 'EPOSTA')),
  CONSTRAINT iys_record_status CHECK (status IN ('ONAY', 'RET'))
);
CREATE UNIQUE INDEX iys_record_consent_id_type_key ON iys_record (consent_id, type);
CREATE INDEX iys_record_sent_at_created_at_idx ON iys_record (sent_at, created_at);

CREATE TABLE data_request (
  id UUID NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'PENDING',
  user_id UUID NOT NULL,
  gallery_id UUID,
  progress INTEGER NOT NULL DEFAULT 0,
  storage_key TEXT,
  bytes INTEGER,
  failure TEXT,
  decided_by_id UUID,
  decided_at TIMESTAMPTZ(3),
  note TEXT,
  due_at TIMESTAMPTZ(3) NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  completed_at TIMESTAMPTZ(3),
  expires_at TIMESTAMPTZ(3),
  CONSTRAINT data_request_pkey PRIMARY KEY (id),
  CONSTRAINT data_request_kind CHECK (kind IN ('EXPORT_PERSON', 'EXPORT_GALLERY', 'ERASE_PERSON')),
  CONSTRAINT data_request_status CHECK (status IN ('PENDING', 'RUNNING', 'READY', 'DONE', 'REJECTED', 'CANCELLED', 'EXPIRED')),
  CONSTRAINT data_request_progress CHECK (progress BETWEEN 0 AND 100)
);
CREATE INDEX data_request_user_id_created_at_idx ON data_request (user_id, created_at DESC);
CREATE INDEX data_request_status_due_at_idx ON data_request (status, due_at);
CREATE UNIQUE INDEX data_request_one_open ON data_request (user_id, kind) WHERE status IN ('PENDING', 'RUNNING');

CREATE TABLE destruction_entry (
  id UUID NOT NULL,
  request_id UUID,
  rule TEXT NOT NULL,
  subject TEXT NOT NULL,
  method TEXT NOT NULL,
  rows INTEGER NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT destruction_entry_pkey PRIMARY KEY (id)
);
CREATE INDEX destruction_entry_created_at_idx ON destruction_entry (created_at);

-- Invitations belong to a gallery; the rest belongs to people and the platform, and the tenant role
-- has no business there.
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON invitation TO oto_app USING (gallery_id = app_gallery_id()) WITH CHECK (gallery_id = app_gallery_id());
CREATE POLICY system ON invitation TO oto_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON invitation TO oto_app, oto_system;

REVOKE ALL ON recovery_code, trusted_device, email_token, iys_record, data_request, destruction_entry FROM oto_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON recovery_code, trusted_device, email_token, iys_record, data_request TO oto_system;
GRANT SELECT, INSERT ON destruction_entry TO oto_system;

-- The log of destructions only grows.
REVOKE UPDATE, DELETE, TRUNCATE ON destruction_entry FROM oto_system;
