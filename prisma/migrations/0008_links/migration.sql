-- Who is who in chat (PRODUCT.md section 7). A code is derived when its mail is sent; the keys make a turn that is served
-- again ask once and try once.
ALTER TABLE "link_code" ADD COLUMN "askKey" TEXT, ADD COLUMN "tryKey" TEXT;
CREATE UNIQUE INDEX "link_code_askKey_key" ON "link_code"("askKey");
CREATE INDEX "link_code_createdAt_idx" ON "link_code"("createdAt");
ALTER TABLE "mail" ADD COLUMN "codeId" UUID;
-- What people call the workspace or organization they are linked in.
ALTER TABLE "chat_link" ADD COLUMN "tenantName" TEXT;
-- Everything posted to somebody whose access ends is found, to take its buttons away.
CREATE INDEX "outbox_person" ON "outbox"("contactId") WHERE ("contactId" IS NOT NULL AND "replaces" IS NULL);

-- The tenant's role does not reach the links' table: these three functions are its whole door to it, so that a link and
-- its audit record are one transaction. Each stays in the transaction's account.
CREATE FUNCTION link_open(platform text, tenant text, tenant_name text, chat_user text, contact uuid, at timestamptz)
RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_variable
DECLARE
  account uuid := (current_setting('app.account_id'))::uuid;
  address text;
  opened uuid;
BEGIN
  SELECT c.email INTO STRICT address FROM contact c WHERE c.id = contact AND c."accountId" = account;
  PERFORM FROM chat_link l WHERE l.platform = platform AND l."tenantId" = tenant AND l."userId" = chat_user
    AND l."accountId" = account AND l."endedAt" IS NULL AND l."contactId" = contact AND l.email = address;
  IF FOUND THEN RETURN NULL; END IF;
  -- Linked before as somebody else, or with an e-mail that has changed since.
  UPDATE chat_link l SET "endedAt" = at WHERE l.platform = platform AND l."tenantId" = tenant AND l."userId" = chat_user
    AND l."accountId" = account AND l."endedAt" IS NULL;
  INSERT INTO chat_link ("accountId", "contactId", platform, "tenantId", "tenantName", "userId", email, "createdAt")
    VALUES (account, contact, platform, tenant, tenant_name, chat_user, address, at) RETURNING id INTO opened;
  RETURN opened;
END $$;

CREATE FUNCTION link_end(contact uuid, link uuid, at timestamptz)
RETURNS TABLE (id uuid, platform text, "tenantId" text, "userId" text)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE chat_link l SET "endedAt" = at
  WHERE l."accountId" = (current_setting('app.account_id'))::uuid AND l."contactId" = contact
    AND (link IS NULL OR l.id = link) AND l."endedAt" IS NULL
  RETURNING l.id, l.platform, l."tenantId", l."userId"
$$;

CREATE FUNCTION links_of(contact uuid)
RETURNS TABLE (id uuid, platform text, "tenantId" text, "tenantName" text, "userId" text, "createdAt" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT l.id, l.platform, l."tenantId", l."tenantName", l."userId", l."createdAt"
  FROM chat_link l JOIN contact c ON c.id = l."contactId"
  WHERE l."accountId" = (current_setting('app.account_id'))::uuid AND l."contactId" = contact AND l.email = c.email
    AND l."endedAt" IS NULL
  ORDER BY l."createdAt", l.id
$$;

REVOKE ALL ON FUNCTION link_open(text, text, text, text, uuid, timestamptz), link_end(uuid, uuid, timestamptz),
  links_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION link_open(text, text, text, text, uuid, timestamptz), link_end(uuid, uuid, timestamptz),
  links_of(uuid) TO portal_app;
