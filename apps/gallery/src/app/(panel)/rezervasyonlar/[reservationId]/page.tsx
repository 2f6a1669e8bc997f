import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReservationPage } from "../../../../features/reservations/reservation-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reservations");
  return { title: t("reservationTitle") };
}

interface PageProps {
  params: Promise<{ reservationId: string }>;
}

export default async function Page({ params }: PageProps) {
  const { reservationId } = await params;
  return <ReservationPage reservationId={reservationId} />;
}
