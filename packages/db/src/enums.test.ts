import * as domain from "@oto/domain";
import { describe, expect, it } from "vitest";
import * as database from "./generated/enums";

/** The lists of the contract live in the domain; the database may not know more or fewer values. */
const PAIRS = [
  ["Fuel", database.Fuel, domain.FUELS],
  ["Transmission", database.Transmission, domain.TRANSMISSIONS],
  ["Drivetrain", database.Drivetrain, domain.DRIVETRAINS],
  ["BodyType", database.BodyType, domain.BODY_TYPES],
  ["Color", database.Color, domain.COLORS],
  ["Panel", database.Panel, domain.PANELS],
  ["PanelState", database.PanelState, domain.PANEL_STATES],
  ["Currency", database.Currency, domain.CURRENCIES],
  ["GalleryStatus", database.GalleryStatus, domain.GALLERY_STATUSES],
  ["VehicleStatus", database.VehicleStatus, domain.VEHICLE_STATUSES],
  ["OfferStatus", database.OfferStatus, domain.OFFER_STATUSES],
  ["ReservationStatus", database.ReservationStatus, domain.RESERVATION_STATUSES],
  ["DealStatus", database.DealStatus, domain.DEAL_STATUSES],
  ["DealStepKind", database.DealStepKind, domain.DEAL_STEPS],
  ["DealStepState", database.DealStepState, domain.DEAL_STEP_STATES],
  ["DealDocumentState", database.DealDocumentState, domain.DEAL_DOCUMENT_STATES],
  ["DisputeReason", database.DisputeReason, domain.DISPUTE_REASONS],
  ["DisputeStatus", database.DisputeStatus, domain.DISPUTE_STATUSES],
  ["DisputeOutcome", database.DisputeOutcome, domain.DISPUTE_OUTCOMES],
  ["MediaStatus", database.MediaStatus, domain.MEDIA_STATUSES],
  ["GalleryRole", database.GalleryRole, domain.GALLERY_ROLES],
  ["PlatformRole", database.PlatformRole, domain.PLATFORM_ROLES],
] as const;

describe("database enums", () => {
  it.each(PAIRS)("%s holds the domain's values", (_name, stored, declared) => {
    expect(Object.values(stored).sort()).toEqual([...declared].sort());
  });
});
