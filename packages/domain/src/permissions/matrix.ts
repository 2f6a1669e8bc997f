import type { GalleryStatus } from "../values";
import type {
  GalleryPermission,
  GalleryRole,
  Permission,
  PlatformPermission,
  PlatformRole,
  Role,
} from "./roles";
import { GALLERY_PERMISSIONS, GALLERY_ROLES, PLATFORM_PERMISSIONS, PLATFORM_ROLES } from "./roles";

const VIEWER: readonly GalleryPermission[] = [
  "gallery:read",
  "inventory:read",
  "media:read",
  "marketplace:read",
  "marketplace:follow",
  "offer:read",
  "reservation:read",
  "deal:read",
  "notification:read",
  "chat:read",
  "support:use",
];
const INVENTORY: readonly GalleryPermission[] = [
  ...VIEWER,
  "inventory:write",
  "inventory:publish",
  "inventory:archive",
  "media:write",
  "chat:send",
];
const SALES: readonly GalleryPermission[] = [
  ...VIEWER,
  "inventory:price",
  "offer:create",
  "offer:respond",
  "reservation:manage",
  // Their own figures; those of the whole gallery are the owner's and the manager's.
  "report:own",
  "chat:send",
  "deal:manage",
];
/** The owner's alone: who works there, the review of the business, taking all its data away. */
const OWNERS: ReadonlySet<Permission> = new Set<GalleryPermission>([
  "staff:manage",
  "gallery:resubmit",
  "gallery:export",
]);
const MANAGER: readonly GalleryPermission[] = GALLERY_PERMISSIONS.filter(
  (permission) => !OWNERS.has(permission),
);

const GALLERY_MATRIX: Record<GalleryRole, ReadonlySet<Permission>> = {
  OWNER: new Set(GALLERY_PERMISSIONS),
  MANAGER: new Set(MANAGER),
  SALES: new Set(SALES),
  INVENTORY: new Set(INVENTORY),
  VIEWER: new Set(VIEWER),
};

const SUPPORT: readonly PlatformPermission[] = [
  "overview:read",
  "gallery:list",
  "user:read",
  "catalog:read",
  "message:read",
  "support:read",
  "support:answer",
  "dispute:read",
];

const PLATFORM_MATRIX: Record<PlatformRole, ReadonlySet<Permission>> = {
  SUPERADMIN: new Set(PLATFORM_PERMISSIONS),
  COMPLIANCE: new Set([
    ...SUPPORT,
    "gallery:review",
    "gallery:suspend",
    "vehicle:review",
    "audit:read",
    "report:read",
    "kvkk:read",
    "kvkk:decide",
    "dispute:decide",
  ]),
  SUPPORT: new Set(SUPPORT),
  FINANCE: new Set(["overview:read", "gallery:list", "report:read"]),
  INTEGRATION: new Set([
    "overview:read",
    "catalog:read",
    "catalog:edit",
    "queue:read",
    "queue:manage",
    "system:read",
  ]),
};

const MATRIX: Record<Role, ReadonlySet<Permission>> = { ...GALLERY_MATRIX, ...PLATFORM_MATRIX };

/** A gallery that may not trade can see, correct and export itself and read what it is told. */
const RESTRICTED: ReadonlySet<Permission> = new Set<GalleryPermission>([
  "gallery:read",
  "gallery:update",
  "gallery:resubmit",
  "gallery:export",
  "notification:read",
  "support:use",
]);

const APPROVED: ReadonlySet<Permission> = new Set<GalleryPermission>(
  GALLERY_PERMISSIONS.filter((permission) => permission !== "gallery:resubmit"),
);

/** Whether a role carries a permission at all; the state of the gallery is a second question. */
export function can(role: Role, permission: Permission): boolean {
  return MATRIX[role].has(permission);
}

/** All permissions of a role, in catalogue order. */
export function permissionsOf(role: Role): Permission[] {
  return [...MATRIX[role]];
}

/** What members of a gallery may do at most while it is in this state. */
export function permissionsInState(status: GalleryStatus): ReadonlySet<Permission> {
  return status === "APPROVED" ? APPROVED : RESTRICTED;
}

/** Both questions at once: the member's role and the state of the gallery. */
export function canInGallery(
  member: { role: GalleryRole; galleryStatus: GalleryStatus },
  permission: Permission,
): boolean {
  return can(member.role, permission) && permissionsInState(member.galleryStatus).has(permission);
}

/** Narrows a stored role name. */
export function isGalleryRole(value: string): value is GalleryRole {
  return GALLERY_ROLES.some((role) => role === value);
}

/** Narrows a stored role name. */
export function isPlatformRole(value: string): value is PlatformRole {
  return PLATFORM_ROLES.some((role) => role === value);
}
