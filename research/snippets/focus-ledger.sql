.bail on
-- #region view
-- The call record: one row per model call, whichever strategy asked and whichever zone served it. `at` is the UTC time.
CREATE TABLE call (at TEXT, tenant TEXT, data_class TEXT, strategy TEXT, zone TEXT, lane TEXT, model TEXT,
                   region TEXT, home_region TEXT, input_tokens INT, cached_input_tokens INT, output_tokens INT, busy_ms INT, billed REAL);
CREATE TABLE pool (month TEXT, region TEXT, invoice REAL, capacity_ms INT);
CREATE TABLE reservation (month TEXT, region TEXT, tenant TEXT, share REAL);

CREATE VIEW focus_charge AS
WITH record AS (
  SELECT *, substr(at, 1, 7) AS month, input_tokens + output_tokens AS tokens FROM call
), busy AS (
  SELECT month, region, tenant, SUM(busy_ms) AS ms, SUM(tokens) AS tokens
  FROM record WHERE zone = 'local' GROUP BY month, region, tenant
), idle AS (
  SELECT p.*, capacity_ms - COALESCE((SELECT SUM(ms) FROM busy b WHERE b.month = p.month AND b.region = p.region), 0) AS idle_ms
  FROM pool p
), charge AS (
  SELECT month, tenant, region, model AS sku, tokens, billed, NULL AS method, strategy FROM record WHERE zone = 'hosted'
  UNION ALL
  SELECT month, tenant, region, 'local-pool', b.tokens, invoice * ms / capacity_ms, 'busy-time-v1', 'local'
  FROM busy b JOIN pool USING (month, region)
  UNION ALL
  SELECT month, tenant, region, 'local-pool-idle', NULL, invoice * idle_ms / capacity_ms * share, 'idle-by-reservation-v1', 'local'
  FROM reservation JOIN idle USING (month, region)
)
SELECT month || '-01T00:00:00Z' AS BillingPeriodStart, tenant AS SubAccountId, region AS RegionId, sku AS SkuId,
       tokens AS ConsumedQuantity, 'Tokens' AS ConsumedUnit, billed AS BilledCost, method AS AllocatedMethodId,
       strategy AS x_Strategy
FROM charge;
-- #endregion

CREATE TABLE invoice (month TEXT, issuer TEXT, amount REAL);
INSERT INTO call VALUES
  ('2026-11-03T10:00:00Z', 'acme', 'internal', 'hosted', 'hosted', 'real-time', 'frontier', 'eu', 'eu', 6000, 3600, 900, 0, 0.0228),
  ('2026-11-04T10:00:00Z', 'birch', 'public', 'hybrid', 'hosted', 'hosted-batch', 'frontier', 'us', 'us', 6000, 0, 900, 0, 0.0228),
  ('2026-11-05T10:00:00Z', 'acme', 'restricted', 'local', 'local', 'real-time', 'open-8b', 'eu', 'eu', 6000, 0, 900, 600000, NULL),
  ('2026-11-06T10:00:00Z', 'birch', 'restricted', 'local', 'local', 'local-batch', 'open-8b', 'eu', 'eu', 1800, 0, 200, 200000, NULL),
  ('2026-12-01T10:00:00Z', 'acme', 'restricted', 'hybrid', 'local', 'real-time', 'open-8b', 'eu', 'eu', 6000, 0, 900, 400000, NULL);
INSERT INTO pool VALUES ('2026-11', 'eu', 4566, 5260000), ('2026-12', 'eu', 4800, 5260000);
INSERT INTO reservation VALUES ('2026-11', 'eu', 'acme', 0.5), ('2026-11', 'eu', 'birch', 0.2), ('2026-11', 'eu', 'platform', 0.3),
  ('2026-12', 'eu', 'acme', 0.6), ('2026-12', 'eu', 'platform', 0.4);
INSERT INTO invoice VALUES ('2026-11', 'provider', 0.0456), ('2026-11', 'pool', 4566), ('2026-12', 'pool', 4800);

-- What the view must keep: in each month, charges equal the invoices, idle cost is visible, no tenant and no strategy is without a row.
CREATE TABLE must (what TEXT, holds INT NOT NULL CHECK (holds = 1));
CREATE VIEW gap AS
SELECT month, amount, (SELECT SUM(BilledCost) FROM focus_charge WHERE substr(BillingPeriodStart, 1, 7) = month) AS charged
FROM (SELECT month, SUM(amount) AS amount FROM invoice GROUP BY month);
INSERT INTO must SELECT 'charges equal the invoices of each month', COUNT(*) = 2 AND MAX(ABS(charged - amount)) < 1e-6 FROM gap;
INSERT INTO must SELECT 'busy time stays in its month', COUNT(*) = 1 AND MAX(BilledCost) BETWEEN 365.0 AND 365.1 FROM focus_charge
  WHERE BillingPeriodStart = '2026-12-01T00:00:00Z' AND SkuId = 'local-pool';
INSERT INTO must SELECT 'idle cost is named', SUM(BilledCost) > 0 FROM focus_charge WHERE SkuId = 'local-pool-idle';
INSERT INTO must SELECT 'reservations are whole', MAX(ABS(total - 1)) < 1e-9 FROM (SELECT SUM(share) AS total FROM reservation GROUP BY month, region);
INSERT INTO must SELECT 'every caller is charged', COUNT(*) = 0 FROM call WHERE tenant NOT IN (SELECT SubAccountId FROM focus_charge);
INSERT INTO must SELECT 'a hosted call of the hybrid strategy is charged', COUNT(*) = 1 FROM focus_charge WHERE x_Strategy = 'hybrid' AND BilledCost > 0;
SELECT what FROM must;
