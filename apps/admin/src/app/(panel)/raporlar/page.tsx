import { dayInTurkiye } from "@oto/domain";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Reports } from "../../../features/reports/reports";
import { Guarded } from "../../../features/session/guarded";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reports");
  return { title: t("title") };
}

export default function ReportsPage() {
  return (
    <Guarded permission="report:read">
      <Reports today={dayInTurkiye(new Date())} />
    </Guarded>
  );
}
