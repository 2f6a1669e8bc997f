import { getTranslations } from "next-intl/server";
import { serverClient } from "../../server-client";
import { VehicleCard } from "./vehicle-card";

const COUNT = 4;

/** Like vehicles; nothing when there are none, or when they cannot be asked for. */
export async function SimilarVehicles({ vehicleId }: { vehicleId: string }) {
  const [t, client] = await Promise.all([getTranslations("vehicle"), serverClient()]);
  const similar = await client.marketplace.publicSimilar
    .query({ vehicleId, limit: COUNT })
    .catch(() => ({ items: [] }));
  if (similar.items.length === 0) return null;
  return (
    <section aria-labelledby="similar" className="mt-12">
      <h2 id="similar" className="mb-4 text-title">
        {t("similar")}
      </h2>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {similar.items.map((vehicle) => (
          <li key={vehicle.vehicleId} className="flex *:flex-1">
            <VehicleCard vehicle={vehicle} />
          </li>
        ))}
      </ul>
    </section>
  );
}
