import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ReviewDetail } from "../../../../features/review/review-detail";
import { Guarded } from "../../../../features/session/guarded";

interface ReviewPageProps {
  params: Promise<{ galleryId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review");
  return { title: t("title") };
}

export default async function ReviewPage({ params }: ReviewPageProps) {
  const { galleryId } = await params;
  if (!z.uuid().safeParse(galleryId).success) notFound();
  return (
    <Guarded permission="gallery:list">
      <ReviewDetail galleryId={galleryId} />
    </Guarded>
  );
}
