-- What the data knows of the charge that paid what was due, and the period that a renewal paid here added.
ALTER TABLE payment_due ADD COLUMN "reference" TEXT,
  ADD COLUMN "refunded" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "renewsFrom" DATE,
  ADD COLUMN "renewsTo" DATE,
  ADD CHECK (num_nonnulls("renewsFrom", "renewsTo") IN (0, 2) AND "renewsFrom" <= "renewsTo");

-- What paying changes: the order that waited for it, with an event, and the contract it renews.
GRANT UPDATE ("renewsFrom", "renewsTo") ON payment_due TO portal_app;
GRANT UPDATE ("endsOn") ON contract TO portal_app;
GRANT INSERT ON order_event TO portal_app;
