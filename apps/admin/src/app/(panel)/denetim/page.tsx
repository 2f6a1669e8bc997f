import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditTrail } from "../../../features/audit/audit-trail";
import { Guarded } from "../../../features/session/guarded";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

export default function AuditTrailPage() {
  return (
    <Guarded permission="audit:read">
      <AuditTrail />
    </Guarded>
  );
}
