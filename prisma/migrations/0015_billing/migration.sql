-- What people change of the billing profile and of the methods on file (PRODUCT.md section 4).
ALTER TABLE "billing_profile" ADD COLUMN "contactVersion" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "payment_method" ADD COLUMN "detachedAt" TIMESTAMPTZ(3);
-- Removed here and not yet taken away at the gateway.
CREATE INDEX "payment_method_attached" ON "payment_method"("removedAt") WHERE (("removedAt" IS NOT NULL) AND ("detachedAt" IS NULL));

-- CreateTable
CREATE TABLE "method_setup" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "contactId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "methodId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "method_setup_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "method_setup_methodId_key" ON "method_setup"("methodId");
CREATE INDEX "method_setup_accountId_createdAt_idx" ON "method_setup"("accountId", "createdAt" DESC);
ALTER TABLE "method_setup" ADD CONSTRAINT "method_setup_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "method_setup" ADD CONSTRAINT "method_setup_contactId_accountId_fkey" FOREIGN KEY ("contactId", "accountId") REFERENCES "contact"("id", "accountId") ON DELETE RESTRICT ON UPDATE NO ACTION;
ALTER TABLE "method_setup" ADD CONSTRAINT "method_setup_methodId_accountId_fkey" FOREIGN KEY ("methodId", "accountId") REFERENCES "payment_method"("id", "accountId") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE method_setup ADD CHECK (state IN ('open', 'done', 'cancelled', 'expired', 'refused'));
ALTER TABLE method_setup ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_account ON method_setup TO portal_app
  USING ("accountId" = (current_setting('app.account_id'))::uuid)
  WITH CHECK ("accountId" = (current_setting('app.account_id'))::uuid);
CREATE POLICY read_all ON method_setup FOR SELECT TO portal_system USING (true);
GRANT SELECT ON method_setup TO portal_app, portal_system;
GRANT INSERT, UPDATE ON method_setup TO portal_app;
GRANT UPDATE ("contactVersion") ON billing_profile TO portal_app;
GRANT UPDATE ("detachedAt") ON payment_method TO portal_app;
