import { pushHostsField } from "@oto/adapters";
import { z } from "zod";
import { encryptionKeysField } from "./crypto/encryption-keys";

const flag = (fallback: "0" | "1") =>
  z
    .enum(["0", "1"])
    .default(fallback)
    .transform((value) => value === "1");

/** Environment of the use cases. */
export const servicesEnv = z
  .object({
    /** Which rules apply: in production the dev mailbox is gone and no safety may be off. */
    OTO_ENV: z.enum(["development", "test", "production"]).default("development"),
    /** At least 32 bytes, base64 or hex; keys for encryption and signatures are derived from it. */
    OTO_SECRET: z.string().min(32),
    /** Keys that seal what is stored for long, newest first; see `docs/runbooks/encryption-keys.md`. */
    OTO_ENCRYPTION_KEYS: encryptionKeysField,
    /** Where links in messages reach the API itself. */
    OTO_PUBLIC_API_URL: z.url({ protocol: /^https?$/ }).default("http://localhost:4000"),
    OTO_LANDING_URL: z.url().default("http://localhost:3000"),
    OTO_ADMIN_URL: z.url().default("http://localhost:3001"),
    OTO_GALLERY_URL: z.url().default("http://localhost:3002"),
    /** Whether superadmins need a second factor. */
    OTO_REQUIRE_TOTP: flag("1"),
    /** Push services that browsers may name; the adapters call no others. */
    WEB_PUSH_HOSTS: pushHostsField,
    /** Key pair towards push services; unset, one is made and kept sealed in the database. */
    VAPID_PUBLIC_KEY: z.string().default(""),
    OTO_RATE_LIMITS: z.enum(["on", "off"]).default("on"),
    /** bcrypt cost; below 12 only where tests would crawl otherwise. */
    OTO_BCRYPT_COST: z.coerce.number().int().min(4).max(16).default(12),
    /** Lifetime of access tokens; shorter than ten minutes only where renewal is tried out. */
    OTO_ACCESS_TOKEN_SECONDS: z.coerce.number().int().min(5).max(600).default(600),
    /** Codes by SMS that the whole installation sends within an hour at most. */
    OTO_OTP_PER_HOUR: z.coerce.number().int().min(1).default(3_000),
    SUPERADMIN_EMAIL: z.email().optional(),
    SUPERADMIN_PASSWORD: z.string().min(10).max(72).optional(),
  })
  .check((ctx) => {
    if (ctx.value.OTO_ENV !== "production") return;
    const refuse = (path: string, message: string) =>
      ctx.issues.push({ code: "custom", input: ctx.value, path: [path], message });
    if (!ctx.value.OTO_REQUIRE_TOTP) refuse("OTO_REQUIRE_TOTP", "may not be 0 in production");
    if (ctx.value.OTO_RATE_LIMITS === "off")
      refuse("OTO_RATE_LIMITS", "may not be off in production");
    if (ctx.value.OTO_ACCESS_TOKEN_SECONDS < 300)
      refuse("OTO_ACCESS_TOKEN_SECONDS", "must be 300 or more in production");
    if (ctx.value.OTO_BCRYPT_COST < 12)
      refuse("OTO_BCRYPT_COST", "must be 12 or more in production");
  });

export type ServicesEnv = z.infer<typeof servicesEnv>;
