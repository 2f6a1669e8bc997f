import type {
  DealStatus,
  DealStepKind,
  DealStepState,
  DisputeOutcome,
  DisputeReason,
} from "../deal";
import type { Watermark } from "../gallery";
import type { OfferCloseReason } from "../offer";
import type { GalleryRole, PlatformRole } from "../permissions";
import type { GateRule } from "../publish-gate";
import type {
  AnswerBand,
  DiscountBand,
  FunnelStage,
  LostReason,
  ReportColumn,
  ReportTable,
} from "../report";
import type { ReservationCancelCode } from "../reservation";
import type * as V from "../values";
import type { ValidationKey } from "./validation";

/** A branch of a catalogue as next-intl reads it. */
export interface MessageTree {
  [key: string]: string | MessageTree;
}

/** Names of all values that people see. */
export interface DomainLabels {
  fuel: Record<V.Fuel, string>;
  transmission: Record<V.Transmission, string>;
  drivetrain: Record<V.Drivetrain, string>;
  bodyType: Record<V.BodyType, string>;
  color: Record<V.Color, string>;
  panel: Record<V.Panel, string>;
  panelState: Record<V.PanelState, string>;
  galleryStatus: Record<V.GalleryStatus, string>;
  vehicleStatus: Record<V.VehicleStatus, string>;
  offerStatus: Record<V.OfferStatus, string>;
  offerCloseReason: Record<OfferCloseReason, string>;
  reservationStatus: Record<V.ReservationStatus, string>;
  dealStatus: Record<DealStatus, string>;
  dealStep: Record<DealStepKind, string>;
  dealStepState: Record<DealStepState, string>;
  disputeReason: Record<DisputeReason, string>;
  disputeOutcome: Record<DisputeOutcome, string>;
  reservationCancelCode: Record<ReservationCancelCode, string>;
  mediaStatus: Record<V.MediaStatus, string>;
  side: Record<V.Side, string>;
  taxType: Record<V.TaxType, string>;
  condition: Record<V.Condition, string>;
  plateKind: Record<V.PlateKind, string>;
  damageStatus: Record<V.DamageStatus, string>;
  damageKind: Record<V.DamageKind, string>;
  lien: Record<V.LienState, string>;
  eidsStatus: Record<V.EidsStatus, string>;
  galleryRole: Record<GalleryRole, string>;
  platformRole: Record<PlatformRole, string>;
  featureGroup: Record<V.FeatureGroup, string>;
  watermarkPosition: Record<Watermark["position"], string>;
}

/** Texts of the publish gate: what a passing check is called, what fails, how to mend it. */
export type GateTexts = Record<GateRule, { label: string; message: string; fix: string }>;

/** Names of what reports count. */
export interface ReportLabels {
  funnelStage: Record<FunnelStage, string>;
  lostReason: Record<LostReason, string>;
  answerBand: Record<AnswerBand, string>;
  discountBand: Record<DiscountBand, string>;
  reportTable: Record<ReportTable, string>;
  reportColumn: Record<ReportColumn, string>;
}

/** The whole catalogue of one language. */
export interface DomainMessages extends DomainLabels, ReportLabels {
  /** By reason, nested at its dot: `errors.offer.stale`. */
  errors: MessageTree;
  validation: Record<ValidationKey, string>;
  gate: GateTexts;
  feature: Record<V.Feature, string>;
}
