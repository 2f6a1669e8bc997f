-- A policy asks for the gallery once a query, not once a row: as a sub-select it is planned as an
-- InitPlan, whose value the scan compares with.
DO $$
DECLARE p record;
BEGIN
  FOR p IN
    SELECT c.relname AS on_table, pol.polname AS name,
           pg_get_expr(pol.polqual, pol.polrelid) AS qual,
           pg_get_expr(pol.polwithcheck, pol.polrelid) AS with_check
      FROM pg_policy pol
      JOIN pg_class c ON c.oid = pol.polrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public'
       AND concat(pg_get_expr(pol.polqual, pol.polrelid), pg_get_expr(pol.polwithcheck, pol.polrelid)) LIKE '%app_gallery_id()%'
  LOOP
    IF p.qual IS NOT NULL THEN
      EXECUTE format('ALTER POLICY %I ON %I USING (%s)', p.name, p.on_table,
        replace(p.qual, 'app_gallery_id()', '(SELECT app_gallery_id())'));
    END IF;
    IF p.with_check IS NOT NULL THEN
      EXECUTE format('ALTER POLICY %I ON %I WITH CHECK (%s)', p.name, p.on_table,
        replace(p.with_check, 'app_gallery_id()', '(SELECT app_gallery_id())'));
    END IF;
  END LOOP;
END $$;
