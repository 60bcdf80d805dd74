-- CreateTable
CREATE TABLE "slack_installation" (
    "id" TEXT NOT NULL,
    "enterpriseId" TEXT,
    "name" TEXT NOT NULL,
    "botUserId" TEXT NOT NULL,
    "botId" TEXT,
    "scopes" TEXT[],
    "token" TEXT,
    "installedBy" TEXT NOT NULL,
    "installedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "slack_installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slack_install_state" (
    "nonce" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "slack_install_state_pkey" PRIMARY KEY ("nonce")
);

-- No account's data: the system's role alone. An installation that ended keeps no token.
ALTER TABLE slack_installation ADD CHECK ((token IS NULL) = ("endedAt" IS NOT NULL));
GRANT SELECT, INSERT, UPDATE ON slack_installation TO portal_system;
GRANT SELECT, INSERT, DELETE ON slack_install_state TO portal_system;

-- What the system's role does here is nobody's account's: it writes the system's chain, and still no other.
CREATE OR REPLACE FUNCTION audit_may_write(chain text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE current_setting('role')
    WHEN 'portal_app' THEN chain = current_setting('app.account_id')
    WHEN 'portal_loader' THEN chain = 'system'
    WHEN 'portal_system' THEN chain = 'system'
    ELSE true END
$$;
GRANT EXECUTE ON FUNCTION audit_lock_head(text), audit_append(jsonb) TO portal_system;
