import { formatPhone } from "@oto/domain";
import { Button } from "@oto/ui/button";
import { Avatar, Card } from "@oto/ui/display";
import { MessageCircle, Phone } from "lucide-react";
import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { localePath } from "../../i18n/locale";
import { absolute } from "../seo/vehicle-data";
import { galleryAddress } from "../shell/gallery-address";
import { whatsappAddress } from "../shell/whatsapp-address";
import type { ListingDetail } from "./listing.types";
import { vehiclePath } from "./vehicle-path";

/** Who sells, how to reach them, and the way in for other dealers. */
export function SellerCard({ vehicle }: { vehicle: ListingDetail }) {
  const t = useTranslations("vehicle");
  const format = useFormatter();
  const locale = useLocale();
  const { seller } = vehicle;
  const page = localePath(locale, `/galeri/${seller.slug}`);
  const message = t("whatsappText", {
    title: vehicle.title,
    url: absolute(localePath(locale, vehiclePath(vehicle))),
  });
  const chat = whatsappAddress(seller.whatsapp, message);
  return (
    <Card title={t("seller")}>
      <div className="flex items-center gap-3">
        <Avatar name={seller.name} />
        <div className="min-w-0">
          <Link href={page} className="font-semibold hover:underline">
            {seller.name}
          </Link>
          <p className="text-ink-muted text-sm">
            {seller.district}, {seller.province.name}
          </p>
        </div>
      </div>
      <ul className="mt-4 flex flex-col gap-1 text-ink-muted text-sm">
        <li>{t("licence", { no: seller.licenceNo })}</li>
        <li>
          {t("memberSince", {
            date: format.dateTime(new Date(seller.memberSince), { month: "long", year: "numeric" }),
          })}
        </li>
        <li>{t("stockCount", { count: seller.publishedVehicles })}</li>
      </ul>
      <div className="mt-4 flex flex-col gap-2">
        {seller.phone === null ? null : (
          <Button asChild size="lg" block>
            <a href={`tel:${seller.phone}`}>
              <Phone aria-hidden="true" />
              {t("call", { phone: formatPhone(seller.phone) })}
            </a>
          </Button>
        )}
        {chat === null ? null : (
          <Button asChild size="lg" variant="secondary" block>
            <a href={chat} target="_blank" rel="noreferrer">
              <MessageCircle aria-hidden="true" />
              {t("whatsapp")}
            </a>
          </Button>
        )}
        <Button asChild variant="ghost" block>
          <Link href={page}>{t("seeStock")}</Link>
        </Button>
      </div>
      <div className="mt-4 rounded-control bg-brand-soft p-4 text-brand-strong">
        <p className="font-semibold">{t("dealerTitle")}</p>
        <p className="mt-1 text-sm">{t("dealerText")}</p>
        <a
          href={galleryAddress(`/pazar/${vehicle.vehicleId}`)}
          className="mt-2 inline-flex min-h-9 items-center font-semibold text-sm underline underline-offset-4"
        >
          {t("dealerOffer")}
        </a>
      </div>
      <p className="mt-4 text-ink-subtle text-xs">{t("safety")}</p>
    </Card>
  );
}
