-- An attachment belongs to whoever its mail belongs to.
ALTER TABLE mail_attachment ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_own_mail ON mail_attachment TO portal_app
  USING (EXISTS (SELECT FROM mail WHERE mail.id = "mailId" AND mail."accountId" = (current_setting('app.account_id'))::uuid))
  WITH CHECK (EXISTS (SELECT FROM mail WHERE mail.id = "mailId" AND mail."accountId" = (current_setting('app.account_id'))::uuid));
CREATE POLICY all_rows ON mail_attachment TO portal_system USING (true) WITH CHECK (true);

-- Each role has its chains: the tenant's its account's, the loader's that of the system; the system's role writes none.
-- The temporary schema comes last, else a temporary table of the same name would stand in for the chain.
CREATE FUNCTION audit_may_write(chain text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE current_setting('role')
    WHEN 'portal_app' THEN chain = current_setting('app.account_id')
    WHEN 'portal_loader' THEN chain = 'system'
    ELSE true END
$$;

CREATE OR REPLACE FUNCTION audit_lock_head(wanted text) RETURNS TABLE (seq bigint, hash text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF audit_may_write(wanted) IS NOT TRUE THEN
    RAISE EXCEPTION 'audit: another chain' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO audit_head (chain, seq, hash) VALUES (wanted, 0, '') ON CONFLICT DO NOTHING;
  RETURN QUERY SELECT h.seq, h.hash FROM audit_head h WHERE h.chain = wanted FOR UPDATE;
END $$;

CREATE OR REPLACE FUNCTION audit_append(r jsonb) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF audit_may_write(r->>'chain') IS NOT TRUE THEN
    RAISE EXCEPTION 'audit: another chain' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE audit_head SET seq = (r->>'seq')::bigint, hash = r->>'hash'
    WHERE chain = r->>'chain' AND seq = (r->>'seq')::bigint - 1 AND hash = r->>'prevHash';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'audit: not the next record' USING ERRCODE = 'serialization_failure';
  END IF;
  INSERT INTO audit_record (chain, seq, at, "actorKind", "actorId", action, object, channel, outcome, details, "prevHash", hash)
  VALUES (r->>'chain', (r->>'seq')::bigint, (r->>'at')::timestamptz, r->>'actorKind', r->>'actorId', r->>'action',
    r->>'object', r->>'channel', r->>'outcome', r->'details', r->>'prevHash', r->>'hash');
  RETURN (r->>'seq')::bigint;
END $$;

REVOKE EXECUTE ON FUNCTION audit_may_write(text) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION audit_lock_head(text), audit_append(jsonb) FROM portal_system;
