import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Queues } from "../../../features/queues/queues";
import { Guarded } from "../../../features/session/guarded";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("queues");
  return { title: t("title") };
}

export default function QueuesPage() {
  return (
    <Guarded permission="queue:read">
      <Queues />
    </Guarded>
  );
}
