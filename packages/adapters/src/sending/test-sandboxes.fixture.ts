import { ILETIMERKEZI_LOGIN, NETGSM_LOGIN } from "@oto/testing/sandboxes";
import type { AdaptersEnv } from "../env";
import { adaptersEnv } from "../env";
import { newVapidKeys } from "../push/web-push/new-vapid-keys";

/** Short enough for a server that hangs on purpose. */
export const SANDBOX_TIMEOUT_MS = 400;

const keys = newVapidKeys();

/** Addresses of the sandboxes that are to be used. */
export interface SandboxAddresses {
  readonly netgsm?: string;
  readonly iletimerkezi?: string;
  readonly smtp?: string;
  readonly push?: string;
}

/** An environment whose providers are sandboxes. */
export function sandboxEnv({ iletimerkezi, netgsm, push, smtp }: SandboxAddresses): AdaptersEnv {
  const { password, usercode } = NETGSM_LOGIN;
  return adaptersEnv.parse({
    OTO_SECRET: "0123456789abcdef0123456789abcdef",
    MESSAGE_TIMEOUT_MS: String(SANDBOX_TIMEOUT_MS),
    ...(netgsm
      ? {
          NETGSM_URL: netgsm,
          NETGSM_USERCODE: usercode,
          NETGSM_PASSWORD: password,
          NETGSM_HEADER: "KONTAK",
        }
      : {}),
    ...(iletimerkezi
      ? {
          ILETIMERKEZI_URL: iletimerkezi,
          ILETIMERKEZI_KEY: ILETIMERKEZI_LOGIN.key,
          ILETIMERKEZI_HASH: ILETIMERKEZI_LOGIN.hash,
          ILETIMERKEZI_SENDER: "KONTAK",
        }
      : {}),
    ...(smtp ? { SMTP_URL: smtp, SMTP_FROM: "Kontak <bilgi@kontak.test>" } : {}),
    ...(push
      ? {
          WEB_PUSH_SUBJECT: "mailto:bilgi@kontak.test",
          WEB_PUSH_HOSTS: new URL(push).host,
          VAPID_PUBLIC_KEY: keys.publicKey,
          VAPID_PRIVATE_KEY: keys.privateKey,
        }
      : {}),
  });
}
