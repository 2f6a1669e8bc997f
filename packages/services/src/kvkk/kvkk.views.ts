import type { ConsentKind, DataRequestKind, DataRequestStatus } from "@oto/domain";

/** One consent of the caller, newest decision first. */
export interface ConsentView {
  kind: ConsentKind;
  granted: boolean;
  withdrawable: boolean;
  history: { version: string; granted: boolean; at: string }[];
}

/** A request of the caller about personal data. ISO instants. */
export interface DataRequestView {
  requestId: string;
  kind: DataRequestKind;
  status: DataRequestStatus;
  /** Percent. */
  progress: number;
  /** Bytes of the file, once there is one. */
  bytes: number | null;
  note: string | null;
  createdAt: string;
  dueAt: string;
  completedAt: string | null;
  expiresAt: string | null;
}

/** The same as the platform's staff see it, with whose it is and how long is left. */
export interface DataRequestForStaffView extends DataRequestView {
  daysLeft: number;
  person: { userId: string; name: string; email: string };
  gallery: { galleryId: string; name: string } | null;
}
