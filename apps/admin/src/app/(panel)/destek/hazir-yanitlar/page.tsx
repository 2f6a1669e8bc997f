import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Guarded } from "../../../../features/session/guarded";
import { CannedAnswers } from "../../../../features/support/canned-answers";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("support");
  return { title: t("cannedTitle") };
}

export default function CannedAnswersPage() {
  return (
    <Guarded permission="support:answer">
      <CannedAnswers />
    </Guarded>
  );
}
