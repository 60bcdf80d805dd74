-- Who may touch what. Four roles take turns on the connections (SET ROLE through the pool's options):
--   portal_app     one account at a time, the account being app.account_id of the transaction (row-level security)
--   portal_system  conversations, inbox, outbox, links, mail; reads every account, changes none of their data
--   portal_loader  the command line's loads: the portal's own fields, in every account
-- and the owner, for migrations alone. None of the three is a superuser, an owner or exempt from row-level security.
-- Row-level security is not FORCEd: an owner's data migration would silently update nothing.

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['portal_app', 'portal_system', 'portal_loader'] LOOP
    -- Another database of this server, or an administrator, may have made it.
    CONTINUE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = name);
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', name);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- at this very moment
    END;
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA public TO portal_app, portal_system, portal_loader;

-- Tenant tables: the account's own rows for portal_app, all rows to read for the others.
DO $$
DECLARE t text;
BEGIN
  FOR t IN
    SELECT table_name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'accountId'
      AND table_name NOT IN ('chat_link', 'chat_user', 'conversation', 'outbox', 'press', 'mail')
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format($f$CREATE POLICY own_account ON %I TO portal_app
      USING ("accountId" = (current_setting('app.account_id'))::uuid)
      WITH CHECK ("accountId" = (current_setting('app.account_id'))::uuid)$f$, t);
    EXECUTE format('CREATE POLICY read_all ON %I FOR SELECT TO portal_system USING (true)', t);
    EXECUTE format('CREATE POLICY load_all ON %I TO portal_loader USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO portal_app, portal_system, portal_loader', t);
  END LOOP;
END $$;

ALTER TABLE account ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_account ON account FOR SELECT TO portal_app USING (id = (current_setting('app.account_id'))::uuid);
CREATE POLICY read_all ON account FOR SELECT TO portal_system USING (true);
CREATE POLICY load_all ON account TO portal_loader USING (true) WITH CHECK (true);
GRANT SELECT ON account TO portal_app, portal_system, portal_loader;

-- What people change through the portal, and nothing else.
GRANT INSERT, UPDATE ON contact, invitation, role_request, payment, payment_attempt, dispute, reward_redemption,
  notification_setting, counter TO portal_app;
GRANT INSERT ON payment_allocation, support_case, operation_result, stored_file, notice, payment_due, payment_method
  TO portal_app;
GRANT INSERT, DELETE ON contact_role, order_watch TO portal_app;
GRANT UPDATE ("paidHere") ON invoice TO portal_app;
GRANT UPDATE (state) ON payment_due, "order" TO portal_app;
GRANT UPDATE ("contactName", "contactEmail", "contactPhone") ON billing_profile TO portal_app;
GRANT UPDATE ("isDefault", "removedAt") ON payment_method TO portal_app;
GRANT UPDATE ("autoRenew", "autoRenewSet") ON contract TO portal_app;
-- FOR UPDATE wants the right to update a column; locking the account serialises every change of its people.
GRANT UPDATE ("createdAt") ON account TO portal_app;
CREATE POLICY lock_own ON account FOR UPDATE TO portal_app USING (id = (current_setting('app.account_id'))::uuid);

-- Mail: a tenant may write one for its account and learn its id, and never read one.
ALTER TABLE mail ENABLE ROW LEVEL SECURITY;
CREATE POLICY write_own ON mail TO portal_app
  USING ("accountId" = (current_setting('app.account_id'))::uuid)
  WITH CHECK ("accountId" = (current_setting('app.account_id'))::uuid);
CREATE POLICY all_rows ON mail TO portal_system USING (true) WITH CHECK (true);
GRANT INSERT, SELECT (id, "accountId", number) ON mail TO portal_app;
GRANT INSERT ON mail_attachment TO portal_app;
GRANT SELECT ("mailId", position) ON mail_attachment TO portal_app;

-- The plumbing of conversations.
GRANT SELECT, INSERT, UPDATE, DELETE ON conversation, inbox, outbox, press, chat_link, chat_user, link_code, mail,
  mail_attachment TO portal_system;
GRANT SELECT, INSERT ON mark TO portal_system, portal_loader;
GRANT SELECT ON data_load TO portal_system;
GRANT UPDATE ON notice TO portal_system;
CREATE POLICY deliver ON notice FOR UPDATE TO portal_system USING (true) WITH CHECK (true);
GRANT DELETE ON stored_file TO portal_system;
CREATE POLICY wipe ON stored_file FOR DELETE TO portal_system USING (true);

-- The portal's own fields, from files.
GRANT INSERT, UPDATE ON account, approval_limit, billing_profile, allowed_tenant, ordering_document, contact, invoice,
  payment_method, payment_due, contract, "order", plan, subscription, reward_batch TO portal_loader;
GRANT INSERT, UPDATE, DELETE ON ordering_document_seat, invoice_line, invoice_settlement, contract_line, order_line,
  order_event, scheduled_charge TO portal_loader;
GRANT DELETE ON approval_limit, allowed_tenant TO portal_loader;
GRANT INSERT ON contact_role, data_load, notice TO portal_loader;
GRANT SELECT ON data_load TO portal_loader;
GRANT UPDATE (state, reason, "settledAt") ON payment TO portal_loader;

GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO portal_app, portal_system, portal_loader;

-- Values that are few.
ALTER TABLE contact ADD CHECK (status IN ('active', 'suspended', 'removed')), ADD CHECK (email = lower(email));
ALTER TABLE contact_role ADD CHECK (role IN ('finance', 'technical', 'management'));
ALTER TABLE ordering_document_seat ADD CHECK (role IN ('finance', 'technical', 'management'));
ALTER TABLE ordering_document ADD CHECK (kind IN ('order', 'quote'));
ALTER TABLE invitation ADD CHECK (email = lower(email)), ADD CHECK (cardinality(roles) > 0),
  ADD CHECK (roles <@ ARRAY['finance', 'technical', 'management']),
  ADD CHECK (state IN ('waiting', 'sent', 'accepted', 'declined', 'revoked', 'expired'));
ALTER TABLE role_request ADD CHECK (role IN ('finance', 'technical', 'management')),
  ADD CHECK (state IN ('waiting', 'approved', 'declined', 'withdrawn'));
ALTER TABLE payment_method ADD CHECK (kind IN ('card', 'bank')), ADD CHECK (last4 ~ '^[0-9]{4}$');
ALTER TABLE payment ADD CHECK (amount > 0),
  ADD CHECK (state IN ('awaiting_approval', 'awaiting_payer', 'processing', 'needs_review', 'succeeded', 'failed',
    'declined', 'withdrawn', 'expired', 'refunded'));
ALTER TABLE payment_allocation ADD CHECK (amount > 0), ADD CHECK (num_nonnulls("invoiceId", "dueId") = 1);
ALTER TABLE payment_attempt ADD CHECK (kind IN ('charge', 'page')),
  ADD CHECK (state IN ('created', 'sent', 'succeeded', 'declined', 'voided'));
ALTER TABLE payment_due ADD CHECK (kind IN ('pending_order', 'support_renewal', 'expired_card')),
  ADD CHECK (state IN ('due', 'paid'));
ALTER TABLE contract ADD CHECK (kind IN ('support', 'subscription'));
ALTER TABLE "order" ADD CHECK (state IN ('pending_payment', 'booked', 'provisioning', 'shipped', 'delivered', 'cancelled'));
ALTER TABLE reward_redemption ADD CHECK (amount > 0), ADD CHECK (state IN ('reserved', 'spent', 'released'));
ALTER TABLE support_case ADD CHECK (kind IN ('dispute', 'handover'));
ALTER TABLE dispute ADD CHECK (state IN ('open', 'closed'));

-- The audit chain: records can be appended at the head, read, and nothing else, by anybody but the owner. The HMAC is
-- made outside (the key is never in the database); these functions hold the order and the link.
CREATE FUNCTION audit_lock_head(wanted text) RETURNS TABLE (seq bigint, hash text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF current_setting('role') = 'portal_app' AND wanted IS DISTINCT FROM current_setting('app.account_id') THEN
    RAISE EXCEPTION 'audit: another chain' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO audit_head (chain, seq, hash) VALUES (wanted, 0, '') ON CONFLICT DO NOTHING;
  RETURN QUERY SELECT h.seq, h.hash FROM audit_head h WHERE h.chain = wanted FOR UPDATE;
END $$;

CREATE FUNCTION audit_append(r jsonb) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF current_setting('role') = 'portal_app' AND (r->>'chain') IS DISTINCT FROM current_setting('app.account_id') THEN
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

REVOKE ALL ON FUNCTION audit_lock_head(text), audit_append(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_lock_head(text), audit_append(jsonb) TO portal_app, portal_system, portal_loader;

ALTER TABLE audit_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_chain ON audit_record FOR SELECT TO portal_app USING (chain = current_setting('app.account_id'));
CREATE POLICY read_all ON audit_record FOR SELECT TO portal_system USING (true);
GRANT SELECT ON audit_record TO portal_app, portal_system;
GRANT SELECT ON audit_head TO portal_system;
