.bail on
-- One row a model call, whichever strategy served it; the pool's invoice arrives once a month.
CREATE TABLE call (tenant TEXT, strategy TEXT, model TEXT, region TEXT, data_class TEXT, tokens INT, busy_ms INT, billed REAL);
CREATE TABLE pool (month TEXT, region TEXT, invoice REAL, capacity_ms INT);
CREATE TABLE reservation (region TEXT, tenant TEXT, share REAL);

-- #region view
CREATE VIEW focus_charge AS
WITH busy AS (
  SELECT region, tenant, SUM(busy_ms) AS ms, SUM(tokens) AS tokens FROM call WHERE strategy = 'local' GROUP BY region, tenant
), idle AS (
  SELECT p.*, p.capacity_ms - COALESCE((SELECT SUM(ms) FROM busy b WHERE b.region = p.region), 0) AS idle_ms FROM pool p
)
SELECT tenant AS SubAccountId, region AS RegionId, model AS SkuId, tokens AS ConsumedQuantity, 'Tokens' AS ConsumedUnit,
       billed AS BilledCost, NULL AS AllocatedMethodId, strategy AS x_Strategy
FROM call WHERE strategy = 'hosted'
UNION ALL
SELECT b.tenant, b.region, 'local-pool', b.tokens, 'Tokens', p.invoice * b.ms / p.capacity_ms, 'busy-time-v1', 'local'
FROM busy b JOIN pool p ON p.region = b.region
UNION ALL
SELECT r.tenant, r.region, 'local-pool-idle', NULL, NULL, i.invoice * i.idle_ms / i.capacity_ms * r.share, 'idle-by-reservation-v1', 'local'
FROM reservation r JOIN idle i ON i.region = r.region;
-- #endregion

INSERT INTO call VALUES
  ('acme', 'hosted', 'frontier', 'eu', 'internal', 6900, 0, 0.0228), ('birch', 'hosted', 'frontier', 'us', 'public', 6900, 0, 0.0228),
  ('acme', 'local', 'open-8b', 'eu', 'restricted', 6900, 600000, NULL), ('birch', 'local', 'open-8b', 'eu', 'restricted', 2000, 200000, NULL);
INSERT INTO pool VALUES ('2026-11', 'eu', 4566, 5260000);
INSERT INTO reservation VALUES ('eu', 'acme', 0.5), ('eu', 'birch', 0.2), ('eu', 'platform', 0.3);

-- What the view must keep: allocated charges equal the invoice, idle cost is visible, no tenant is without a row.
CREATE TABLE must (what TEXT, holds INT CHECK (holds = 1));
INSERT INTO must SELECT 'allocated equals invoice', ABS(SUM(BilledCost) - (SELECT invoice FROM pool)) < 1e-6 FROM focus_charge WHERE AllocatedMethodId IS NOT NULL;
INSERT INTO must SELECT 'idle cost is named', SUM(BilledCost) > 0 FROM focus_charge WHERE SkuId = 'local-pool-idle';
INSERT INTO must SELECT 'reservations are whole', ABS(SUM(share) - 1) < 1e-9 FROM reservation WHERE region = 'eu';
INSERT INTO must SELECT 'every caller is charged', COUNT(*) = 0 FROM call WHERE tenant NOT IN (SELECT SubAccountId FROM focus_charge);
SELECT what FROM must;
