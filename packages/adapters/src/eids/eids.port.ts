/** A question to EİDS, the Ministry's electronic advert verification. */
export interface EidsRequest {
  /** Upper case, without spaces. */
  readonly plate: string;
  /** The dealer's authority document number, which the owner authorised for the vehicle. */
  readonly licenceNo: string;
  readonly taxNumber: string;
  /** What the advert says; compared with the Ministry's register. */
  readonly declared: { readonly makeName: string; readonly modelYear: number };
  /** The same key gives the same answer. */
  readonly idempotencyKey: string;
}

export type EidsResult =
  | {
      readonly outcome: "VERIFIED";
      readonly makeName: string;
      readonly commercialName: string;
      readonly modelYear: number;
      /** ISO-8601 instant; the advert must be verified again before. */
      readonly validUntil: string;
    }
  | {
      /** Registered, but as another vehicle than the advert says. */
      readonly outcome: "MISMATCH";
      readonly fields: readonly ("makeName" | "modelYear")[];
    }
  | { readonly outcome: "REFUSED"; readonly code: string; readonly message: string };

/** No usable answer (away, too late, malformed): not verified, may be asked again. */
export class EidsUnavailableError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "EidsUnavailableError";
  }
}

/** Verifies that a dealer may advertise a vehicle. Fails closed: only `VERIFIED` means yes. */
export interface EidsVerifier {
  /** @throws EidsUnavailableError */
  verify(request: EidsRequest): Promise<EidsResult>;
}
