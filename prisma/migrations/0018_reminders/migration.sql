-- Being told (PRODUCT.md section 11). A job asks every minute whose turn it is, and finds nobody without reading anybody.
ALTER TABLE "contact" ADD COLUMN "digestAt" TIMESTAMPTZ(3);
CREATE INDEX "contact_digest" ON "contact"("digestAt") WHERE (status = 'active'::text);
-- A notice that can wait for the person's hours does.
ALTER TABLE "notice" ADD COLUMN "notBefore" TIMESTAMPTZ(3);

-- What somebody was reminded of, in which state of it: once. A row goes when the thing is no longer in that state.
CREATE TABLE "reminder" (
    "accountId" UUID NOT NULL DEFAULT (current_setting('app.account_id'::text))::uuid,
    "contactId" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "itemId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "toldAt" TIMESTAMPTZ(3) NOT NULL,
    "againAt" TIMESTAMPTZ(3),

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("contactId","topic","itemId","state")
);
CREATE INDEX "reminder_accountId_topic_itemId_idx" ON "reminder"("accountId", "topic", "itemId");
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_contactId_accountId_fkey" FOREIGN KEY ("contactId", "accountId")
  REFERENCES "contact"("id", "accountId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "reminder" ADD CHECK ("topic" IN ('overdue_invoices', 'renewals', 'expiring_cards'));
ALTER TABLE "notification_setting" ADD CHECK ("topic" IN ('overdue_invoices', 'renewals', 'expiring_cards', 'orders', 'approvals'));

ALTER TABLE "reminder" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_account ON "reminder" TO portal_app
  USING ("accountId" = (current_setting('app.account_id'))::uuid)
  WITH CHECK ("accountId" = (current_setting('app.account_id'))::uuid);
CREATE POLICY read_all ON "reminder" FOR SELECT TO portal_system USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "reminder" TO portal_app;
GRANT SELECT ON "reminder" TO portal_system;
