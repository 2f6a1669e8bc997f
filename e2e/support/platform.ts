import { firstPort, withDemo } from "./env";

const first = firstPort();
const ports = {
  api: first,
  landing: first + 1,
  admin: first + 2,
  gallery: first + 3,
  workers: first + 4,
} as const;

/** Where a test may listen as the push service of its browsers. */
export const pushServicePort = first + 30;

/** Addresses and sign-ins of the platform that the tests start. */
export const platformUnderTest = {
  api: `http://localhost:${ports.api}`,
  landing: `http://localhost:${ports.landing}`,
  admin: `http://localhost:${ports.admin}`,
  gallery: `http://localhost:${ports.gallery}`,
  workers: `http://localhost:${ports.workers}`,
  superadmin: { email: "admin@kontak.test", password: "Denetci-parolasi-2026" },
  demoDealer: { email: "demo1@kontak.test", password: "Kontak-demo-2026" },
  env: {
    PORT_API: String(ports.api),
    PORT_LANDING: String(ports.landing),
    PORT_ADMIN: String(ports.admin),
    PORT_GALLERY: String(ports.gallery),
    PORT_WORKERS: String(ports.workers),
    OTO_ENV: "test",
    OTO_DEMO: withDemo() ? "1" : "0",
    OTO_REQUIRE_TOTP: "0",
    OTO_RATE_LIMITS: "off",
    SUPERADMIN_EMAIL: "admin@kontak.test",
    SUPERADMIN_PASSWORD: "Denetci-parolasi-2026",
    WEB_PUSH_SUBJECT: "mailto:bilgi@kontak.test",
    WEB_PUSH_HOSTS: `127.0.0.1:${pushServicePort}`,
  },
} as const;
