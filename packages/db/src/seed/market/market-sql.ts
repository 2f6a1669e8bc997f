/**
 * A market written by the database itself. Every value follows from a vehicle's number, so the same
 * numbers give the same market on every machine: `u(n, k)` is the k-th die of vehicle n.
 */
export const PREPARE = `
CREATE TEMP TABLE seed_model ON COMMIT PRESERVE ROWS AS
SELECT (row_number() OVER (ORDER BY coalesce(array_position($1::text[], k.slug || '/' || s.slug), 10000),
    k.slug, s.slug, m.slug) - 1)::int AS rank,
  k.id AS make_id, k.name AS make_name, s.id AS series_id, s.name AS series_name, m.id AS model_id,
  m.name AS model_name, m.fuel, m.body_types, m.transmissions, m.drivetrain, m.engine_cc, m.power_hp,
  m.year_from, least(coalesce(m.year_to, 2026), 2026) AS year_to,
  ARRAY(SELECT t.id FROM trim t WHERE t.model_id = m.id ORDER BY t.slug) AS trim_ids,
  ARRAY(SELECT t.name FROM trim t WHERE t.model_id = m.id ORDER BY t.slug) AS trim_names
FROM catalog_model m JOIN series s ON s.id = m.series_id JOIN make k ON k.id = s.make_id
WHERE cardinality(m.body_types) > 0 AND cardinality(m.transmissions) > 0 AND m.year_from <= 2026;
CREATE UNIQUE INDEX ON seed_model (rank);
ANALYZE seed_model;
CREATE TEMP TABLE seed_gallery ON COMMIT PRESERVE ROWS AS
SELECT (row_number() OVER (ORDER BY id) - 1)::int AS rank, id FROM gallery WHERE slug LIKE 'olcek-galeri-%';
CREATE UNIQUE INDEX ON seed_gallery (rank);
ANALYZE seed_gallery`;

const u = (die: number) => `((hashint8extended(n, ${die}) & 2147483647)::float8 / 2147483648)`;
const whole = (die: number, size: string) => `floor(${u(die)} * (${size}))::int`;
const oneOf = (die: number, list: string) => `(${list})[1 + ${whole(die, `cardinality(${list})`)}]`;

/** A UUIDv7 of a number, in the order of numbers. */
const idOf = (n: string, kind: string) => `(lpad(to_hex(1767225600000 + ${n}), 12, '0') || '7'
  || substr(md5('${kind}' || ${n}), 1, 3) || '8' || substr(md5('${kind}' || ${n}), 4, 15))::uuid`;

export const GALLERIES = `
INSERT INTO gallery (id, name, slug, tax_type, tax_number, licence_no, province_code, district, status,
  public_listing, trust_score, created_at, updated_at)
SELECT ${idOf("n", "gallery")}, name || ' ' || n, 'olcek-galeri-' || n, 'VKN', 'S' || lpad(n::text, 9, '0'),
  'S' || lpad(n::text, 7, '0'), province, ($3::text[])[province], 'APPROVED', n % 10 <> 0,
  CASE WHEN n % 4 <> 0 THEN 40 + ${whole(3, "61")} END, now(), now()
FROM (SELECT n, (ARRAY['Yıldız Otomotiv', 'Güven Oto', 'Anadolu Motors', 'Marmara Oto', 'Ege Otomotiv',
    'Başarı Oto', 'Kuzey Motors', 'Sancak Otomotiv'])[1 + n % 8] AS name,
    ($2::int[])[1 + ${whole(1, "cardinality($2::int[])")}] AS province
  FROM generate_series(1::bigint, $1::bigint) AS n) AS numbered
ON CONFLICT DO NOTHING`;

/** The dice of every vehicle from one number to another, and what they decide first. */
const rolled = `
rolled AS (
  SELECT n, m.*, g.id AS gallery_id, year, 2026 - year AS age,
    CASE WHEN year >= 2026 THEN ${whole(6, "15000")}
      ELSE ((2026 - year) * (6000 + ${whole(7, "19000")}))::int END AS km,
    ${oneOf(8, "m.body_types")} AS body, ${oneOf(9, "m.transmissions")} AS gearbox,
    ${whole(10, "cardinality(m.trim_ids)")} + 1 AS trim_at,
    now() - make_interval(secs => ${u(11)} * 86400 * 120) AS published
  FROM generate_series($1::bigint, $2::bigint) AS n
  JOIN seed_model m ON m.rank = floor(power(${u(1)}, 3) * (SELECT count(*) FROM seed_model))::int
  JOIN seed_gallery g ON g.rank = ${whole(2, "SELECT count(*) FROM seed_gallery")}
  CROSS JOIN LATERAL (SELECT greatest(m.year_from, m.year_to
    - floor(power(${u(5)}, 1.6::float8) * least(16, m.year_to - m.year_from + 1))::int) AS year) AS years
)`;

export const VEHICLES = `
WITH ${rolled}
INSERT INTO vehicle (id, gallery_id, stock_no, title, make_id, make_name, series_id, series_name, model_id,
  model_name, trim_id, trim_name, model_year, mileage_km, fuel, transmission, body_type, drivetrain,
  engine_cc, power_hp, color, price_amount, status, trade_in, warranty_until, warranty_stated,
  damage_record, owner_count, published_at, created_at, updated_at)
SELECT ${idOf("n", "vehicle")}, gallery_id, 'S-' || n,
  concat_ws(' ', year, make_name, series_name, model_name, trim_names[trim_at]),
  make_id, make_name, series_id, series_name, model_id, model_name, trim_ids[trim_at],
  trim_names[trim_at], year, km, fuel, gearbox, body, drivetrain, engine_cc, power_hp,
  (ARRAY['WHITE', 'WHITE', 'WHITE', 'BLACK', 'BLACK', 'GREY', 'GREY', 'SILVER', 'BLUE', 'BLUE', 'RED', 'RED',
    'GREEN', 'BROWN', 'BEIGE', 'ORANGE', 'BURGUNDY']::"Color"[])[1 + ${whole(12, "17")}],
  greatest(15000000, (round((350 + coalesce(power_hp, 110) * 11) * power(0.93::float8, age)
    * (1.15::float8 - least(0.3::float8, km / 900000::float8)) * (0.9::float8 + ${u(13)} * 0.25::float8) / 5) * 5 * 100000)::bigint),
  'PUBLISHED', ${u(14)} < 0.4::float8,
  CASE WHEN age < 3 THEN make_date(year + 3, 6, 30) END, true,
  jsonb_build_object('status', (ARRAY['NONE', 'NONE', 'NONE', 'RECORDED', 'RECORDED', 'UNKNOWN'])[1 + ${whole(15, "6")}],
    'events', '[]'::jsonb),
  1 + ${whole(16, "3")}, published, published, published
FROM rolled ON CONFLICT DO NOTHING`;

/** Two in five state every panel as original; the others name those that are not. */
export const PANELS = `
INSERT INTO vehicle_panel (vehicle_id, gallery_id, panel, state)
SELECT v.id, v.gallery_id, p.panel, CASE WHEN d.flawless THEN 'ORIGINAL'
  ELSE (ARRAY['PAINTED', 'PAINTED', 'LOCAL_PAINT', 'REPLACED'])[1 + (p.at + d.n % 4)::int % 4] END::"PanelState"
FROM generate_series($1::bigint, $2::bigint) AS n
CROSS JOIN LATERAL (SELECT n, ${u(17)} < 0.4::float8 AS flawless, ${whole(18, "5")} AS wounds) AS d
JOIN vehicle v ON v.id = ${idOf("d.n", "vehicle")}
JOIN unnest(enum_range(NULL::"Panel")) WITH ORDINALITY AS p (panel, at)
  ON d.flawless OR (p.at + d.n) % 13 < d.wounds
ON CONFLICT DO NOTHING`;

export const FEATURES = `
INSERT INTO vehicle_feature (vehicle_id, gallery_id, feature)
SELECT v.id, v.gallery_id, f.feature
FROM generate_series($1::bigint, $2::bigint) AS n
JOIN vehicle v ON v.id = ${idOf("n", "vehicle")}
JOIN unnest($3::text[]) WITH ORDINALITY AS f (feature, at)
  ON (hashint8extended(n, 100 + f.at) & 1023) < 1024 / (f.at + 1)
ON CONFLICT DO NOTHING`;
