import type { Adapters } from "@oto/adapters";
import type { Database, Db } from "@oto/db";
import type { GalleryRole, GalleryStatus, PlatformRole } from "@oto/domain";
import type { Logger } from "@oto/observability";
import type { ServicesEnv } from "./env";

/** What every use case may reach, whoever triggered it. */
export interface Platform {
  readonly database: Database;
  readonly adapters: Adapters;
  readonly env: ServicesEnv;
  readonly logger: Logger;
  /** The clock; tests bring their own. */
  readonly now: () => Date;
}

/** Where a request came from. */
export interface Origin {
  readonly ip: string;
  readonly requestId: string;
  readonly userAgent: string | null;
  readonly locale: "tr" | "en";
  /** Whether a front end's own server asks, which proved itself with its key. */
  readonly frontEnd?: boolean;
}

export interface Membership {
  readonly id: string;
  readonly role: GalleryRole;
  readonly status: GalleryStatus;
}

/** Who is signed in, as the database knows it at the time of the request. */
export interface Identity {
  readonly userId: string;
  readonly sessionId: string;
  readonly platformRole: PlatformRole | null;
  readonly gallery: Membership | null;
}

/** A request of anybody. */
export interface PublicContext extends Platform {
  readonly origin: Origin;
  readonly identity: Identity | null;
}

/** A request of somebody signed in. */
export interface SessionContext extends PublicContext {
  readonly identity: Identity;
}

/** A request of a gallery's member; `db` reaches that gallery's rows only. */
export interface DealerContext extends SessionContext {
  readonly gallery: Membership;
  readonly db: Db;
}

/** A request of the platform's own staff. */
export interface StaffContext extends SessionContext {
  readonly staffRole: PlatformRole;
}
