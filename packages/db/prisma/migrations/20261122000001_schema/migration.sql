-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Fuel" AS ENUM ('GASOLINE', 'DIESEL', 'LPG', 'HYBRID', 'PLUGIN_HYBRID', 'ELECTRIC');

-- CreateEnum
CREATE TYPE "Transmission" AS ENUM ('MANUAL', 'AUTOMATIC', 'SEMI_AUTOMATIC');

-- CreateEnum
CREATE TYPE "Drivetrain" AS ENUM ('FWD', 'RWD', 'AWD');

-- CreateEnum
CREATE TYPE "BodyType" AS ENUM ('SEDAN', 'HATCHBACK', 'STATION_WAGON', 'SUV', 'COUPE', 'CONVERTIBLE', 'MPV', 'PICKUP', 'VAN');

-- CreateEnum
CREATE TYPE "Color" AS ENUM ('WHITE', 'BLACK', 'GREY', 'SILVER', 'BLUE', 'RED', 'GREEN', 'BROWN', 'BEIGE', 'YELLOW', 'ORANGE', 'PURPLE', 'GOLD', 'BURGUNDY', 'OTHER');

-- CreateEnum
CREATE TYPE "Panel" AS ENUM ('HOOD', 'ROOF', 'TRUNK', 'FRONT_BUMPER', 'REAR_BUMPER', 'FRONT_LEFT_FENDER', 'FRONT_RIGHT_FENDER', 'REAR_LEFT_FENDER', 'REAR_RIGHT_FENDER', 'FRONT_LEFT_DOOR', 'FRONT_RIGHT_DOOR', 'REAR_LEFT_DOOR', 'REAR_RIGHT_DOOR');

-- CreateEnum
CREATE TYPE "PanelState" AS ENUM ('ORIGINAL', 'LOCAL_PAINT', 'PAINTED', 'REPLACED', 'REFITTED');

-- CreateEnum
CREATE TYPE "Currency" AS ENUM ('TRY', 'EUR', 'USD');

-- CreateEnum
CREATE TYPE "GalleryStatus" AS ENUM ('PENDING', 'APPROVED', 'REJECTED', 'SUSPENDED');

-- CreateEnum
CREATE TYPE "VehicleStatus" AS ENUM ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'PAUSED', 'RESERVED', 'SOLD', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "OfferStatus" AS ENUM ('OPEN', 'ACCEPTED', 'REJECTED', 'WITHDRAWN', 'EXPIRED', 'CLOSED');

-- CreateEnum
CREATE TYPE "Side" AS ENUM ('BUYER', 'SELLER');

-- CreateEnum
CREATE TYPE "ReservationStatus" AS ENUM ('ACTIVE', 'COMPLETED', 'CANCELLED', 'EXPIRED');

-- CreateEnum
CREATE TYPE "MediaStatus" AS ENUM ('PENDING', 'PROCESSING', 'READY', 'FAILED');

-- CreateEnum
CREATE TYPE "GalleryRole" AS ENUM ('OWNER', 'MANAGER', 'SALES', 'INVENTORY', 'VIEWER');

-- CreateEnum
CREATE TYPE "PlatformRole" AS ENUM ('SUPERADMIN', 'COMPLIANCE', 'SUPPORT', 'FINANCE', 'INTEGRATION');

-- CreateEnum
CREATE TYPE "TaxType" AS ENUM ('VKN', 'TCKN');

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "gallery_id" UUID,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "entity_type" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "ip" TEXT,
    "request_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "platform_setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "make" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "country" TEXT,
    "aliases" TEXT[],

    CONSTRAINT "make_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "series" (
    "id" UUID NOT NULL,
    "make_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,

    CONSTRAINT "series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog_model" (
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "fuel" "Fuel" NOT NULL,
    "body_types" "BodyType"[],
    "transmissions" "Transmission"[],
    "drivetrain" "Drivetrain" NOT NULL,
    "engine_cc" INTEGER,
    "power_hp" INTEGER,
    "year_from" SMALLINT NOT NULL,
    "year_to" SMALLINT,

    CONSTRAINT "catalog_model_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trim" (
    "id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,

    CONSTRAINT "trim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "aggregate_type" TEXT NOT NULL,
    "aggregate_id" UUID NOT NULL,
    "gallery_id" UUID,
    "payload" JSONB NOT NULL,
    "traceparent" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox_entry" (
    "consumer_id" TEXT NOT NULL,
    "event_id" UUID NOT NULL,
    "processed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbox_entry_pkey" PRIMARY KEY ("consumer_id","event_id")
);

-- CreateTable
CREATE TABLE "dead_letter" (
    "id" UUID NOT NULL,
    "consumer_id" TEXT NOT NULL,
    "event_id" UUID NOT NULL,
    "event_name" TEXT NOT NULL,
    "message" JSONB NOT NULL,
    "cause" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),
    "resolution" TEXT,

    CONSTRAINT "dead_letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule_run" (
    "schedule_id" TEXT NOT NULL,
    "last_run_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "schedule_run_pkey" PRIMARY KEY ("schedule_id")
);

-- CreateTable
CREATE TABLE "gallery" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "legal_name" TEXT,
    "slug" TEXT NOT NULL,
    "tax_type" "TaxType" NOT NULL,
    "tax_number" TEXT NOT NULL,
    "tax_office" TEXT,
    "licence_no" TEXT NOT NULL,
    "licence_expires_on" DATE,
    "province_code" SMALLINT NOT NULL,
    "district" TEXT NOT NULL,
    "address" TEXT,
    "status" "GalleryStatus" NOT NULL DEFAULT 'PENDING',
    "status_reason" TEXT,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reviewed_at" TIMESTAMPTZ(3),
    "reviewed_by_id" UUID,
    "public_listing" BOOLEAN NOT NULL DEFAULT true,
    "phone" TEXT,
    "whatsapp" TEXT,
    "email" TEXT,
    "about" TEXT,
    "hours" TEXT,
    "watermark" JSONB NOT NULL DEFAULT '{"enabled":true,"position":"BOTTOM_RIGHT","opacity":0.6}',
    "auto_decline" BOOLEAN NOT NULL DEFAULT false,
    "next_stock_no" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "gallery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gallery_review" (
    "id" UUID NOT NULL,
    "gallery_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "status" "GalleryStatus" NOT NULL,
    "reason" TEXT,
    "actor_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gallery_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "phone" TEXT,
    "email" TEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "platform_role" "PlatformRole",
    "locale" TEXT NOT NULL DEFAULT 'tr',
    "totp_cipher" TEXT,
    "totp_confirmed_at" TIMESTAMPTZ(3),
    "totp_last_step" BIGINT,
    "failed_logins" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "gallery_id" UUID NOT NULL,
    "role" "GalleryRole" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "otp_challenge" (
    "id" UUID NOT NULL,
    "phone" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "code_cipher" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "ip" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "consumed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "otp_challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "phone_token" (
    "id" UUID NOT NULL,
    "phone" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "phone_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "gallery_id" UUID,
    "user_agent" TEXT,
    "ip" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_reason" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refresh_token" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "refresh_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ws_ticket" (
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "ws_ticket_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "granted" BOOLEAN NOT NULL,
    "ip" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "actor" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "procedure" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("actor","key")
);

-- CreateTable
CREATE TABLE "signing_key" (
    "kid" TEXT NOT NULL,
    "public_jwk" JSONB NOT NULL,
    "private_cipher" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "signing_key_pkey" PRIMARY KEY ("kid")
);

-- CreateTable
CREATE TABLE "vehicle" (
    "id" UUID NOT NULL,
    "gallery_id" UUID NOT NULL,
    "stock_no" TEXT NOT NULL,
    "status" "VehicleStatus" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 1,
    "make_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "model_id" UUID,
    "trim_id" UUID,
    "make_name" TEXT NOT NULL,
    "series_name" TEXT NOT NULL,
    "model_name" TEXT,
    "trim_name" TEXT,
    "title" TEXT NOT NULL,
    "model_year" SMALLINT NOT NULL,
    "first_registration_date" DATE,
    "mileage_km" INTEGER NOT NULL,
    "fuel" "Fuel" NOT NULL,
    "transmission" "Transmission" NOT NULL,
    "body_type" "BodyType" NOT NULL,
    "drivetrain" "Drivetrain",
    "engine_cc" INTEGER,
    "power_hp" INTEGER,
    "color" "Color" NOT NULL,
    "interior_color" "Color",
    "condition" TEXT NOT NULL DEFAULT 'USED',
    "plate" TEXT,
    "plate_kind" TEXT,
    "vin" TEXT,
    "owner_count" SMALLINT,
    "warranty_until" DATE,
    "warranty_stated" BOOLEAN NOT NULL DEFAULT false,
    "trade_in" BOOLEAN NOT NULL DEFAULT false,
    "damage_record" JSONB,
    "expertise" JSONB,
    "liens" TEXT,
    "price_amount" BIGINT NOT NULL,
    "currency" "Currency" NOT NULL DEFAULT 'TRY',
    "lowest_price_amount" BIGINT,
    "cost_amount" BIGINT,
    "description" TEXT,
    "internal_notes" TEXT,
    "eids_status" TEXT NOT NULL DEFAULT 'NONE',
    "eids_checked_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "price_changed_at" TIMESTAMPTZ(3),
    "sold_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "vehicle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vehicle_panel" (
    "vehicle_id" UUID NOT NULL,
    "gallery_id" UUID NOT NULL,
    "panel" "Panel" NOT NULL,
    "state" "PanelState" NOT NULL,

    CONSTRAINT "vehicle_panel_pkey" PRIMARY KEY ("vehicle_id","panel")
);

-- CreateTable
CREATE TABLE "vehicle_feature" (
    "vehicle_id" UUID NOT NULL,
    "gallery_id" UUID NOT NULL,
    "feature" TEXT NOT NULL,

    CONSTRAINT "vehicle_feature_pkey" PRIMARY KEY ("vehicle_id","feature")
);

-- CreateTable
CREATE TABLE "price_change" (
    "id" UUID NOT NULL,
    "vehicle_id" UUID NOT NULL,
    "gallery_id" UUID NOT NULL,
    "from_amount" BIGINT,
    "to_amount" BIGINT NOT NULL,
    "currency" "Currency" NOT NULL,
    "actor_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "price_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vehicle_transition" (
    "id" UUID NOT NULL,
    "vehicle_id" UUID NOT NULL,
    "gallery_id" UUID NOT NULL,
    "from_status" "VehicleStatus",
    "to_status" "VehicleStatus" NOT NULL,
    "action" TEXT NOT NULL,
    "actor_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vehicle_transition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publish_rule" (
    "id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "severity" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "publish_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "media" (
    "id" UUID NOT NULL,
    "gallery_id" UUID NOT NULL,
    "vehicle_id" UUID NOT NULL,
    "status" "MediaStatus" NOT NULL DEFAULT 'PENDING',
    "file_name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "original_key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "is_cover" BOOLEAN NOT NULL DEFAULT false,
    "width" INTEGER,
    "height" INTEGER,
    "placeholder" TEXT,
    "dominant_color" TEXT,
    "variants" JSONB,
    "failure_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uploaded_at" TIMESTAMPTZ(3),
    "processed_at" TIMESTAMPTZ(3),

    CONSTRAINT "media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "gallery_id" UUID,
    "type" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "href" TEXT,
    "read_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_preference" (
    "user_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL,

    CONSTRAINT "notification_preference_pkey" PRIMARY KEY ("user_id","type","channel")
);

-- CreateTable
CREATE TABLE "gallery_feed" (
    "gallery_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gallery_feed_pkey" PRIMARY KEY ("gallery_id","seq")
);

-- CreateTable
CREATE TABLE "gallery_feed_head" (
    "gallery_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,

    CONSTRAINT "gallery_feed_head_pkey" PRIMARY KEY ("gallery_id")
);

-- CreateTable
CREATE TABLE "offer" (
    "id" UUID NOT NULL,
    "vehicle_id" UUID NOT NULL,
    "buyer_gallery_id" UUID NOT NULL,
    "seller_gallery_id" UUID NOT NULL,
    "status" "OfferStatus" NOT NULL DEFAULT 'OPEN',
    "turn" "Side",
    "round" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" "Currency" NOT NULL,
    "final" BOOLEAN NOT NULL DEFAULT false,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "asking_amount" BIGINT NOT NULL,
    "vehicle_title" TEXT NOT NULL,
    "buyer_name" TEXT NOT NULL,
    "seller_name" TEXT NOT NULL,
    "buyer_seen_round" INTEGER NOT NULL DEFAULT 0,
    "seller_seen_round" INTEGER NOT NULL DEFAULT 0,
    "closed_by" "Side",
    "close_reason" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer_round" (
    "id" UUID NOT NULL,
    "offer_id" UUID NOT NULL,
    "buyer_gallery_id" UUID NOT NULL,
    "seller_gallery_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "side" "Side" NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" "Currency" NOT NULL,
    "final" BOOLEAN NOT NULL DEFAULT false,
    "message" TEXT,
    "actor_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "offer_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reservation" (
    "id" UUID NOT NULL,
    "vehicle_id" UUID NOT NULL,
    "offer_id" UUID NOT NULL,
    "buyer_gallery_id" UUID NOT NULL,
    "seller_gallery_id" UUID NOT NULL,
    "status" "ReservationStatus" NOT NULL DEFAULT 'ACTIVE',
    "amount" BIGINT NOT NULL,
    "currency" "Currency" NOT NULL,
    "vehicle_title" TEXT NOT NULL,
    "buyer_name" TEXT NOT NULL,
    "seller_name" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "extension_requested_by" "Side",
    "extension_until" TIMESTAMPTZ(3),
    "closed_by" "Side",
    "close_reason" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reservation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_entry_gallery_id_created_at_idx" ON "audit_entry"("gallery_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_entity_type_entity_id_created_at_idx" ON "audit_entry"("entity_type", "entity_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "make_slug_key" ON "make"("slug");

-- CreateIndex
CREATE INDEX "make_name_idx" ON "make"("name");

-- CreateIndex
CREATE UNIQUE INDEX "series_make_id_slug_key" ON "series"("make_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "catalog_model_series_id_slug_key" ON "catalog_model"("series_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "trim_model_id_slug_key" ON "trim"("model_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_event_seq_key" ON "outbox_event"("seq");

-- CreateIndex
CREATE INDEX "inbox_entry_processed_at_idx" ON "inbox_entry"("processed_at");

-- CreateIndex
CREATE INDEX "dead_letter_resolved_at_created_at_idx" ON "dead_letter"("resolved_at", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "dead_letter_consumer_id_event_id_key" ON "dead_letter"("consumer_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "gallery_slug_key" ON "gallery"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "gallery_tax_number_key" ON "gallery"("tax_number");

-- CreateIndex
CREATE INDEX "gallery_status_submitted_at_id_idx" ON "gallery"("status", "submitted_at", "id");

-- CreateIndex
CREATE INDEX "gallery_province_code_idx" ON "gallery"("province_code");

-- CreateIndex
CREATE INDEX "gallery_review_gallery_id_created_at_idx" ON "gallery_review"("gallery_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_phone_key" ON "app_user"("phone");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "membership_gallery_id_idx" ON "membership"("gallery_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_user_id_gallery_id_key" ON "membership"("user_id", "gallery_id");

-- CreateIndex
CREATE INDEX "otp_challenge_phone_purpose_created_at_idx" ON "otp_challenge"("phone", "purpose", "created_at" DESC);

-- CreateIndex
CREATE INDEX "otp_challenge_ip_created_at_idx" ON "otp_challenge"("ip", "created_at");

-- CreateIndex
CREATE INDEX "otp_challenge_created_at_idx" ON "otp_challenge"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "phone_token_token_hash_key" ON "phone_token"("token_hash");

-- CreateIndex
CREATE INDEX "phone_token_expires_at_idx" ON "phone_token"("expires_at");

-- CreateIndex
CREATE INDEX "session_user_id_last_used_at_idx" ON "session"("user_id", "last_used_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "refresh_token_token_hash_key" ON "refresh_token"("token_hash");

-- CreateIndex
CREATE INDEX "refresh_token_session_id_idx" ON "refresh_token"("session_id");

-- CreateIndex
CREATE INDEX "ws_ticket_expires_at_idx" ON "ws_ticket"("expires_at");

-- CreateIndex
CREATE INDEX "consent_user_id_kind_created_at_idx" ON "consent"("user_id", "kind", "created_at");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "vehicle_gallery_id_status_created_at_id_idx" ON "vehicle"("gallery_id", "status", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "vehicle_gallery_id_created_at_id_idx" ON "vehicle"("gallery_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "vehicle_gallery_id_stock_no_key" ON "vehicle"("gallery_id", "stock_no");

-- CreateIndex
CREATE INDEX "price_change_vehicle_id_created_at_idx" ON "price_change"("vehicle_id", "created_at");

-- CreateIndex
CREATE INDEX "vehicle_transition_vehicle_id_created_at_idx" ON "vehicle_transition"("vehicle_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "publish_rule_rule_valid_from_key" ON "publish_rule"("rule", "valid_from");

-- CreateIndex
CREATE INDEX "media_vehicle_id_position_idx" ON "media"("vehicle_id", "position");

-- CreateIndex
CREATE INDEX "media_gallery_id_idx" ON "media"("gallery_id");

-- CreateIndex
CREATE INDEX "media_status_created_at_idx" ON "media"("status", "created_at");

-- CreateIndex
CREATE INDEX "notification_user_id_created_at_id_idx" ON "notification"("user_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "gallery_feed_created_at_idx" ON "gallery_feed"("created_at");

-- CreateIndex
CREATE INDEX "offer_buyer_gallery_id_updated_at_id_idx" ON "offer"("buyer_gallery_id", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "offer_seller_gallery_id_updated_at_id_idx" ON "offer"("seller_gallery_id", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "offer_vehicle_id_status_idx" ON "offer"("vehicle_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "offer_round_offer_id_round_key" ON "offer_round"("offer_id", "round");

-- CreateIndex
CREATE UNIQUE INDEX "reservation_offer_id_key" ON "reservation"("offer_id");

-- CreateIndex
CREATE INDEX "reservation_buyer_gallery_id_created_at_id_idx" ON "reservation"("buyer_gallery_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "reservation_seller_gallery_id_created_at_id_idx" ON "reservation"("seller_gallery_id", "created_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "series" ADD CONSTRAINT "series_make_id_fkey" FOREIGN KEY ("make_id") REFERENCES "make"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catalog_model" ADD CONSTRAINT "catalog_model_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trim" ADD CONSTRAINT "trim_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "catalog_model"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gallery_review" ADD CONSTRAINT "gallery_review_gallery_id_fkey" FOREIGN KEY ("gallery_id") REFERENCES "gallery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_gallery_id_fkey" FOREIGN KEY ("gallery_id") REFERENCES "gallery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refresh_token" ADD CONSTRAINT "refresh_token_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vehicle" ADD CONSTRAINT "vehicle_gallery_id_fkey" FOREIGN KEY ("gallery_id") REFERENCES "gallery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vehicle_panel" ADD CONSTRAINT "vehicle_panel_vehicle_id_fkey" FOREIGN KEY ("vehicle_id") REFERENCES "vehicle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vehicle_feature" ADD CONSTRAINT "vehicle_feature_vehicle_id_fkey" FOREIGN KEY ("vehicle_id") REFERENCES "vehicle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_change" ADD CONSTRAINT "price_change_vehicle_id_fkey" FOREIGN KEY ("vehicle_id") REFERENCES "vehicle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vehicle_transition" ADD CONSTRAINT "vehicle_transition_vehicle_id_fkey" FOREIGN KEY ("vehicle_id") REFERENCES "vehicle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media" ADD CONSTRAINT "media_vehicle_id_fkey" FOREIGN KEY ("vehicle_id") REFERENCES "vehicle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_round" ADD CONSTRAINT "offer_round_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "offer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "offer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

