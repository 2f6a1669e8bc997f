import { BadgeCheck, Handshake, Warehouse } from "lucide-react";
import { useTranslations } from "next-intl";

const POINTS = [
  { id: "a", Icon: Warehouse },
  { id: "b", Icon: Handshake },
  { id: "c", Icon: BadgeCheck },
] as const;

/** What waits behind the registration. */
export function RegisterAside() {
  const t = useTranslations("register");
  return (
    <div className="max-w-md">
      <p className="text-headline">{t("asideTitle")}</p>
      <ul className="mt-6 flex flex-col gap-4">
        {POINTS.map(({ id, Icon }) => (
          <li key={id} className="flex items-start gap-3 text-lg">
            <Icon aria-hidden="true" className="mt-1 size-5 shrink-0 opacity-80" />
            <span className="opacity-90">{t(`aside.${id}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
