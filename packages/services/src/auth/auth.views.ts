import type { GalleryRole, GalleryStatus, Permission, PlatformRole } from "@oto/domain";

/** Answer of `auth.requestOtp`; the same whether or not the phone is known. ISO instants. */
export interface OtpRequestView {
  expiresAt: string;
  resendAt: string;
}

/** Answer of `auth.verifyOtp`: single-use proof of the phone, 15 minutes. */
export interface OtpVerifyView {
  token: string;
}

/** Answer of `auth.register`. */
export interface RegistrationView {
  galleryId: string;
  userId: string;
  status: GalleryStatus;
}

/** Who signed in, as far as an app needs to know to choose a screen. */
export interface SignedInUser {
  id: string;
  role: GalleryRole | PlatformRole;
  galleryId?: string;
  galleryStatus?: GalleryStatus;
}

/** Answer of `auth.login` and `auth.refresh`. `expiresIn` are seconds of the access token. */
export interface TokensView {
  accessToken: string;
  refreshToken: string;
  expiresIn: number;
  user: SignedInUser;
  /** Given once to a device that is to be remembered. */
  deviceToken?: string;
}

/** Answer of `auth.startTotp`; `otpauthUrl` goes into a QR code. */
export interface TotpEnrolmentView {
  secret: string;
  otpauthUrl: string;
}

/** Answer of `auth.confirmTotp` and `auth.renewRecoveryCodes`: shown this once. */
export interface RecoveryCodesView {
  codes: string[];
}

/** One sign-in on one device. */
export interface SessionView {
  id: string;
  current: boolean;
  userAgent: string | null;
  ip: string | null;
  /** Of the address, two letters of ISO 3166-1; null where nobody can say. */
  country: string | null;
  createdAt: string;
  lastUsedAt: string;
  expiresAt: string;
}

/** Answer of `auth.wsTicket`: opens one WebSocket within 30 s. */
export interface WsTicketView {
  ticket: string;
  expiresAt: string;
}

/** Answer of `auth.me`. */
export interface MeView {
  user: {
    id: string;
    firstName: string;
    lastName: string;
    email: string;
    phone: string | null;
    locale: "tr" | "en";
    role: GalleryRole | PlatformRole | null;
    platformRole: PlatformRole | null;
    totpEnabled: boolean;
    /** Recovery codes that are still unused. */
    recoveryCodesLeft: number;
    emailVerified: boolean;
    marketing: boolean;
  };
  gallery: {
    id: string;
    name: string;
    slug: string;
    status: GalleryStatus;
    statusReason: string | null;
    role: GalleryRole;
  } | null;
  /** What the caller may do now: by role, and by the state of the gallery. */
  permissions: Permission[];
  sessionId: string;
}
