import type { MetadataRoute } from "next";
import { absolute } from "../features/seo/vehicle-data";

export const dynamic = "force-dynamic";

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/kayit/tamam", "/en/kayit/tamam"] },
    sitemap: absolute("/sitemap.xml"),
  };
}
