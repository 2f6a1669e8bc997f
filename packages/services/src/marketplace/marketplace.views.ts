import type {
  BodyType,
  Color,
  Condition,
  DamageRecord,
  DamageStatus,
  Drivetrain,
  Expertise,
  Fuel,
  LienState,
  MarketplaceFilters,
  Money,
  OfferStatus,
  PanelEntry,
  PanelSummary,
  Side,
  Transmission,
  Understood,
  VehicleStatus,
} from "@oto/domain";
import type { PhotoVariant, PhotoView } from "../media";

/** A picture in all its widths. */
export interface PictureView {
  variants: Pick<PhotoVariant, "format" | "width" | "height" | "url">[];
  /** `data:` URL of the blurred picture. */
  placeholder: string | null;
  /** `#rrggbb`. */
  dominantColor: string | null;
}

/** A vehicle of the market as lists show it. */
export interface ListingCard {
  vehicleId: string;
  title: string;
  price: Money;
  make: { id: string; name: string; slug: string };
  series: { id: string; name: string };
  modelName: string | null;
  trimName: string | null;
  modelYear: number;
  mileageKm: number;
  fuel: Fuel;
  transmission: Transmission;
  bodyType: BodyType;
  drivetrain: Drivetrain | null;
  color: Color;
  engineCc: number | null;
  powerHp: number | null;
  province: { code: number; name: string };
  district: string;
  /** Trust is 0..100, null while there is too little to go by. */
  gallery: { id: string; name: string; slug: string; trust: number | null };
  paintedPanels: number;
  replacedPanels: number;
  flawless: boolean;
  damageStatus: DamageStatus;
  warranty: boolean;
  tradeIn: boolean;
  photoCount: number;
  cover: PictureView | null;
  /** ISO instants. */
  publishedAt: string;
  priceChangedAt: string | null;
  /** The caller's own stock. */
  own: boolean;
}

/** One choice of a facet. */
export interface FacetChoice {
  /** Id, enum value or plate code: what goes into the filter. */
  value: string;
  /** In the caller's language. */
  label: string;
  count: number;
}

/** One bar of a histogram: `from` inclusive, `to` exclusive, null at the open end. */
export interface FacetBar {
  from: number;
  to: number | null;
  count: number;
}

/** Counts per filter, each ignoring its own filter. Prices are kuruş. */
export interface SearchFacets {
  make: FacetChoice[];
  series: FacetChoice[];
  model: FacetChoice[];
  trim: FacetChoice[];
  fuel: FacetChoice[];
  transmission: FacetChoice[];
  bodyType: FacetChoice[];
  drivetrain: FacetChoice[];
  color: FacetChoice[];
  province: FacetChoice[];
  damage: FacetChoice[];
  year: FacetBar[];
  price: FacetBar[];
  km: FacetBar[];
  /** cm³ and hp. */
  engine: FacetBar[];
  power: FacetBar[];
}

/** Answer of `marketplace.search` and `marketplace.publicSearch`. */
export interface SearchView {
  items: ListingCard[];
  /** Only on the first page; empty lists on the following ones. */
  facets: SearchFacets;
  total: number;
  /** False when the total is an estimate. */
  totalIsExact: boolean;
  nextCursor: string | null;
  /** Chips read out of the words; `withoutChip` of the domain takes one out of them again. */
  understood: Understood[];
  /** Words that were searched as they are. */
  rest: string;
  /** What was filtered by in the end: chosen by hand, and understood. */
  filters: MarketplaceFilters;
}

/** A photo of a listing. */
export interface ListingPhoto extends PhotoView {
  cover: boolean;
}

/** Who sells. */
export interface SellerCard {
  id: string;
  name: string;
  slug: string;
  licenceNo: string;
  province: { code: number; name: string };
  district: string;
  phone: string | null;
  whatsapp: string | null;
  memberSince: string;
  publishedVehicles: number;
}

export interface PricePoint {
  at: string;
  price: Money;
}

/**
 * A vehicle of the market in full. Neither view carries the plate, the full VIN, the lowest
 * acceptable price, costs or internal notes.
 */
export interface PublicListingView extends ListingCard {
  condition: Condition;
  firstRegistrationDate: string | null;
  interiorColor: Color | null;
  ownerCount: number | null;
  warrantyUntil: string | null;
  warrantyStated: boolean;
  liens: LienState | null;
  /** Adverts state the last six of the VIN, never all of it. */
  vinLast6: string | null;
  eidsVerified: boolean;
  panels: PanelEntry[];
  panelSummary: PanelSummary;
  features: string[];
  damageRecord: DamageRecord | null;
  expertise: Expertise | null;
  description: string | null;
  photos: ListingPhoto[];
  seller: SellerCard;
  priceHistory: PricePoint[];
}

/** The caller's own negotiation over the vehicle. */
export interface MyOfferView {
  offerId: string;
  status: OfferStatus;
  round: number;
  turn: Side | null;
  amount: Money;
  expiresAt: string;
}

/** Answer of `marketplace.get`. */
export interface ListingView extends PublicListingView {
  /** RESERVED only for the buyer it is reserved for. */
  status: VehicleStatus;
  /** The open negotiation of the caller's gallery, if there is one. */
  myOffer: MyOfferView | null;
  /** The caller's reservation of it, if there is one. */
  reservationId: string | null;
  /** Whether the public site shows it too: a link to it there can be sent to anybody. */
  onPublicSite: boolean;
}

/** Answer of `marketplace.similar`. */
export interface SimilarView {
  items: ListingCard[];
}

/**
 * Answer of `marketplace.pricePosition`: where the price stands among like vehicles on the
 * platform (same series, model year ± 2, mileage near it, same currency).
 */
export type PricePositionView =
  | { available: false; sampleSize: number }
  | {
      available: true;
      sampleSize: number;
      price: Money;
      /** Ends without outliers (1.5 × the interquartile range). */
      low: Money;
      firstQuartile: Money;
      median: Money;
      thirdQuartile: Money;
      high: Money;
      /** Share of like vehicles that cost less, 0..100. */
      percentile: number;
      verdict: "BELOW" | "AROUND" | "ABOVE";
    };

/** Answer of `marketplace.compare`, in the order asked for. */
export interface CompareView {
  items: PublicListingView[];
  /** Those that are not on the market any more. */
  missing: string[];
}

/** Answer of `marketplace.provinces`: every province with what it has, for a map. */
export interface ProvincesView {
  items: { code: number; name: string; lat: number; lng: number; count: number }[];
  total: number;
}

/** Answer of `marketplace.suggest`. */
export interface SuggestView {
  /** Models whose name holds the last word, the most frequent first. */
  models: { modelId: string; text: string; count: number }[];
  galleries: { galleryId: string; name: string; slug: string; provinceCode: number }[];
  /** What the caller searched for lately and begins like this. */
  recent: string[];
  items: {
    kind: "make" | "series";
    makeId: string;
    seriesId: string | null;
    text: string;
    count: number;
  }[];
}
