-- CreateTable
CREATE TABLE "__snake__" (
    "id" UUID NOT NULL,
    "gallery_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "__snake___pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "__snake___gallery_id_created_at_id_idx" ON "__snake__"("gallery_id", "created_at" DESC, "id" DESC);

-- What the schema language cannot say.
ALTER TABLE __snake__
  ADD CONSTRAINT __snake___gallery_fk FOREIGN KEY (gallery_id) REFERENCES gallery (id) ON DELETE CASCADE;
ALTER TABLE __snake__ ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON __snake__ TO oto_app USING (gallery_id = app_gallery_id()) WITH CHECK (gallery_id = app_gallery_id());
CREATE POLICY system ON __snake__ TO oto_system USING (true) WITH CHECK (true);
