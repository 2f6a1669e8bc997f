import type { GALLERY_ROLES } from "@oto/domain";
import { useTranslations } from "next-intl";

/** Roles that can be given; ownership is only handed over. */
export const GIVEN_ROLES = [
  "MANAGER",
  "SALES",
  "INVENTORY",
  "VIEWER",
] as const satisfies readonly (typeof GALLERY_ROLES)[number][];
export type GivenRole = (typeof GIVEN_ROLES)[number];

/** Narrows a value of a list. */
export const toGivenRole = (value: string): GivenRole =>
  GIVEN_ROLES.find((role) => role === value) ?? "VIEWER";

/** The roles as options, in the reader's language. */
export function useRoleOptions() {
  const domain = useTranslations("domain");
  return GIVEN_ROLES.map((value) => ({ value, label: domain(`galleryRole.${value}`) }));
}
