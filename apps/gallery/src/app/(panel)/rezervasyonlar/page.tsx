import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReservationList } from "../../../features/reservations/reservation-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reservations");
  return { title: t("title") };
}

export default function Page() {
  return <ReservationList />;
}
