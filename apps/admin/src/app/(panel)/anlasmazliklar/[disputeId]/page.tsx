import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DisputePage } from "../../../../features/disputes/dispute-page";
import { Guarded } from "../../../../features/session/guarded";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("disputes");
  return { title: t("oneTitle") };
}

interface PageProps {
  params: Promise<{ disputeId: string }>;
}

export default async function AdminDisputePage({ params }: PageProps) {
  const { disputeId } = await params;
  return (
    <Guarded permission="dispute:read">
      <DisputePage key={disputeId} disputeId={disputeId} />
    </Guarded>
  );
}
