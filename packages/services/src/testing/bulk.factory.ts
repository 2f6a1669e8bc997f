import type { Platform } from "../context";

/**
 * Many published vehicles like one that is there, of other years, prices and mileage, with its
 * panels, written by the database itself.
 *
 * @returns once all are committed; no event tells of them
 */
export async function copyVehicle(
  platform: Platform,
  vehicleId: string,
  count: number,
): Promise<void> {
  const { pool } = platform.database;
  await pool.query(
    `insert into vehicle
     select copy.* from vehicle v, generate_series(1, $2::int) as n,
       lateral jsonb_populate_record(v, jsonb_build_object(
         'id', gen_random_uuid(), 'stock_no', v.stock_no || '-' || n, 'vin', null, 'plate', null,
         'model_year', 2005 + n % 20, 'mileage_km', (n % 300) * 1000,
         'price_amount', v.price_amount + (n % 500) * 100000,
         'fuel', (array['GASOLINE', 'DIESEL', 'LPG'])[1 + n % 3],
         'published_at', v.published_at - make_interval(mins => n))) as copy
     where v.id = $1`,
    [vehicleId, count],
  );
  await pool.query(
    `insert into vehicle_panel (vehicle_id, gallery_id, panel, state)
     select c.id, p.gallery_id, p.panel, p.state
     from vehicle v join vehicle_panel p on p.vehicle_id = v.id
       join vehicle c on c.gallery_id = v.gallery_id and c.stock_no like v.stock_no || '-%'
     where v.id = $1`,
    [vehicleId],
  );
  await pool.query("analyze vehicle, vehicle_panel").catch(() => undefined);
}
