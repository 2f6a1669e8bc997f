import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Guarded } from "../../../../features/session/guarded";
import { CasePage } from "../../../../features/support/case-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("support");
  return { title: t("caseTitle") };
}

interface PageProps {
  params: Promise<{ caseId: string }>;
}

export default async function SupportCasePage({ params }: PageProps) {
  const { caseId } = await params;
  return (
    <Guarded permission="support:read">
      <CasePage key={caseId} caseId={caseId} />
    </Guarded>
  );
}
