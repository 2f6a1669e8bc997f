import type {
  BodyType,
  Color,
  DamageStatus,
  Drivetrain,
  Fuel,
  MarketplaceFilters,
  Money,
  Sort,
  Transmission,
} from "@oto/domain";

export interface ListingPicture {
  readonly format: string;
  readonly width: number;
  readonly height: number;
  /** In the object storage; readers make the address of it. */
  readonly key: string;
}

export interface ListingCover {
  readonly variants: readonly ListingPicture[];
  /** `data:` URL of the blurred picture. */
  readonly placeholder: string | null;
  /** `#rrggbb`. */
  readonly dominantColor: string | null;
}

/** A published vehicle as lists show it and searches find it. Plain JSON. */
export interface ListingDocument {
  readonly vehicleId: string;
  /** Grows with every change of the vehicle; a smaller one never overwrites a greater one. */
  readonly version: number;
  readonly galleryId: string;
  readonly galleryName: string;
  readonly gallerySlug: string;
  /** The gallery's trust, 0..100; null while there is too little to go by. */
  readonly galleryTrust: number | null;
  /** Shown on the public site too, not only to dealers. */
  readonly publicVisible: boolean;
  readonly title: string;
  readonly makeId: string;
  readonly makeName: string;
  readonly makeSlug: string;
  readonly seriesId: string;
  readonly seriesName: string;
  readonly modelId: string | null;
  readonly modelName: string | null;
  readonly trimId: string | null;
  readonly trimName: string | null;
  readonly modelYear: number;
  readonly mileageKm: number;
  readonly fuel: Fuel;
  readonly transmission: Transmission;
  readonly bodyType: BodyType;
  readonly drivetrain: Drivetrain | null;
  readonly color: Color;
  readonly engineCc: number | null;
  readonly powerHp: number | null;
  /** Plate code, 1..81. */
  readonly provinceCode: number;
  readonly district: string;
  readonly price: Money;
  /**
   * The price in kuruş by the day's rate, for filtering and sorting prices of other currencies.
   * Prices in TRY need none; other prices without it sort last and match no price filter.
   */
  readonly priceTry?: number | undefined;
  readonly paintedPanels: number;
  readonly replacedPanels: number;
  readonly flawless: boolean;
  readonly damageStatus: DamageStatus;
  readonly warranty: boolean;
  readonly tradeIn: boolean;
  readonly photoCount: number;
  readonly cover: ListingCover | null;
  /** Feature codes. */
  readonly features: readonly string[];
  /** ISO-8601 instants. */
  readonly publishedAt: string;
  readonly priceChangedAt: string | null;
}

/** Facets that count values. */
export const VALUE_FACETS = [
  "make",
  "series",
  "model",
  "trim",
  "fuel",
  "transmission",
  "bodyType",
  "drivetrain",
  "color",
  "province",
  "damage",
] as const;
/** Facets that count ranges. */
export const RANGE_FACETS = ["year", "price", "km", "engine", "power"] as const;
export const FACETS = [...VALUE_FACETS, ...RANGE_FACETS] as const;

export type ValueFacet = (typeof VALUE_FACETS)[number];
export type RangeFacet = (typeof RANGE_FACETS)[number];
export type Facet = (typeof FACETS)[number];

export interface FacetValue {
  /** Id, enum value or plate code. */
  readonly value: string;
  /** Name where the index knows it (makes, series, models, trims, provinces). */
  readonly label: string | null;
  readonly count: number;
}

export interface FacetRange {
  /** Inclusive; kuruş, km, model year, cm³ or hp. */
  readonly from: number;
  /** Exclusive; null at the open end. */
  readonly to: number | null;
  readonly count: number;
}

export type Facets = { readonly [Name in ValueFacet]?: readonly FacetValue[] } & {
  readonly [Name in RangeFacet]?: readonly FacetRange[];
};

export interface SearchRequest {
  /** Words that were not understood as filters; every one must be found (typos forgiven). */
  readonly q?: string | undefined;
  readonly filters?: MarketplaceFilters | undefined;
  /** `relevance` means `newest` when there are no words. */
  readonly sort?: Sort | undefined;
  /** Plate code that `distance` is measured from; without it `distance` means `newest`. */
  readonly from?: number | undefined;
  /** `nextCursor` of the page before, with the same request. */
  readonly cursor?: string | null | undefined;
  /** 1..100. */
  readonly limit: number;
  /** Facets to count; each ignores its own filter. None unless given. */
  readonly facets?: readonly Facet[] | undefined;
  /** Only what the public site may show. */
  readonly publicOnly?: boolean | undefined;
  /** Leaves out a gallery's own stock. */
  readonly excludeGalleryId?: string | undefined;
}

export interface SearchResult {
  readonly items: readonly ListingDocument[];
  readonly facets: Facets;
  /** False when the facets of a very large result were counted on a sample. */
  readonly facetsAreExact: boolean;
  readonly total: number;
  /** False when the total is an estimate; up to 1,000 it never is. */
  readonly totalIsExact: boolean;
  readonly nextCursor: string | null;
}

export interface SuggestRequest {
  readonly q: string;
  /** 1..20; 8 unless given. */
  readonly limit?: number | undefined;
  readonly publicOnly?: boolean | undefined;
}

export interface Suggestion {
  readonly kind: "make" | "series";
  readonly makeId: string;
  readonly makeName: string;
  readonly makeSlug: string;
  readonly seriesId: string | null;
  /** What to show: `Volkswagen`, `Volkswagen Passat`. */
  readonly text: string;
  readonly count: number;
}

export interface ListingVersion {
  readonly vehicleId: string;
  readonly version: number;
}

export interface RebuildOptions {
  /** Called after every chunk. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Ends it early; the next rebuild goes on from there. */
  readonly signal?: AbortSignal | undefined;
}

/** Finds published vehicles. Knows nothing of tenants: who may see what is in the documents. */
export interface SearchIndex {
  /** Adds or replaces; documents older than what the index has seen are ignored. */
  upsert(documents: readonly ListingDocument[]): Promise<void>;
  /**
   * Takes vehicles out as of a version: a document of a smaller version that arrives later stays
   * out, and a removal smaller than what the index has is ignored.
   */
  remove(entries: readonly ListingVersion[]): Promise<void>;
  /** As `upsert`, for documents that are found in another way now, though they say the same. */
  refresh(documents: readonly ListingDocument[]): Promise<void>;
  /** @throws DomainError `input.invalid` for a cursor that is not of this request */
  search(request: SearchRequest): Promise<SearchResult>;
  /** Makes and series while somebody types, the most frequent first. */
  suggest(request: SuggestRequest): Promise<readonly Suggestion[]>;
  /** In the order of the ids; unknown ones are left out. */
  get(vehicleIds: readonly string[]): Promise<readonly ListingDocument[]>;
  /** What is findable, by id, for reconciliation: up to `limit` after an id. */
  versions(page: {
    readonly afterId?: string;
    readonly limit: number;
  }): Promise<readonly ListingVersion[]>;
  count(): Promise<number>;
  /**
   * Compares the copy that a search server keeps with what it should have, and mends it.
   * @returns how many listings differed; always 0 where there is no such copy
   */
  reconcile(signal?: AbortSignal): Promise<number>;
  /**
   * Builds the index of a search server anew beside the one that serves, and takes it into service
   * at once. What is written meanwhile reaches both. Goes on where an interrupted one ended.
   * Nothing to do where there is no search server.
   * @throws Error while another process does the same
   */
  rebuild(options?: RebuildOptions): Promise<void>;
  /** Forgets everything, versions included. */
  clear(): Promise<void>;
}
