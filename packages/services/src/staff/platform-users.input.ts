import { emailField, PLATFORM_ROLES, personNameField } from "@oto/domain";
import { z } from "zod";

/** Input of `admin.users.create`. */
export const platformUserInput = z.strictObject({
  firstName: personNameField,
  lastName: personNameField,
  email: emailField,
  role: z.enum(PLATFORM_ROLES),
});
export type PlatformUserInput = z.infer<typeof platformUserInput>;

/** Input of `admin.users.setRole`; null takes the role away. */
export const platformRoleInput = z.strictObject({
  userId: z.uuid(),
  role: z.enum(PLATFORM_ROLES).nullable(),
});
export type PlatformRoleInput = z.infer<typeof platformRoleInput>;

/** Input of `admin.users.resetSecondFactor` and `.endSessions`. */
export const platformUserIdInput = z.strictObject({ userId: z.uuid() });
export type PlatformUserIdInput = z.infer<typeof platformUserIdInput>;
