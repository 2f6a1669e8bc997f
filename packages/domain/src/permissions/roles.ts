export const GALLERY_ROLES = ["OWNER", "MANAGER", "SALES", "INVENTORY", "VIEWER"] as const;
export const PLATFORM_ROLES = [
  "SUPERADMIN",
  "COMPLIANCE",
  "SUPPORT",
  "FINANCE",
  "INTEGRATION",
] as const;

export type GalleryRole = (typeof GALLERY_ROLES)[number];
export type PlatformRole = (typeof PLATFORM_ROLES)[number];
export type Role = GalleryRole | PlatformRole;

/** What members of a gallery may be allowed, `<service>:<action>`. */
export const GALLERY_PERMISSIONS = [
  "gallery:read",
  "gallery:update",
  "gallery:resubmit",
  "gallery:export",
  "staff:read",
  "staff:manage",
  "inventory:read",
  "inventory:write",
  "inventory:publish",
  "inventory:price",
  "inventory:cost",
  "inventory:archive",
  "media:read",
  "media:write",
  "marketplace:read",
  "marketplace:follow",
  "offer:read",
  "offer:create",
  "offer:respond",
  "reservation:read",
  "reservation:manage",
  "deal:read",
  "deal:manage",
  "notification:read",
  "report:own",
  "report:gallery",
  "chat:read",
  "chat:send",
  "chat:block",
  "support:use",
] as const;

/** What staff of the platform may be allowed. */
export const PLATFORM_PERMISSIONS = [
  "overview:read",
  "gallery:list",
  "gallery:review",
  "gallery:suspend",
  "user:read",
  "user:manage",
  "vehicle:review",
  "catalog:read",
  "catalog:edit",
  "audit:read",
  "queue:read",
  "queue:manage",
  "settings:read",
  "settings:edit",
  "report:read",
  "system:read",
  "message:read",
  "message:edit",
  "kvkk:read",
  "kvkk:decide",
  "support:read",
  "support:answer",
  "dispute:read",
  "dispute:decide",
] as const;

export type GalleryPermission = (typeof GALLERY_PERMISSIONS)[number];
export type PlatformPermission = (typeof PLATFORM_PERMISSIONS)[number];
export type Permission = GalleryPermission | PlatformPermission;

export const PERMISSIONS: readonly Permission[] = [...GALLERY_PERMISSIONS, ...PLATFORM_PERMISSIONS];
