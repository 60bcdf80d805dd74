-- What was redeemed together carries one number, which people are told and the loaded data names it by. A part is kept
-- both in its batch's own units (points, or money) and as what it takes off the invoice.
ALTER TABLE "reward_redemption" ADD COLUMN "number" TEXT NOT NULL, ADD COLUMN "value" DECIMAL(18,3) NOT NULL;
ALTER TABLE reward_redemption ADD CHECK (value >= 0);

-- A payment's rewards move with it.
CREATE INDEX "reward_redemption_paymentId_idx" ON "reward_redemption"("paymentId");

-- A load that gives back a payment lets go of what was reserved with it.
GRANT UPDATE (state) ON reward_redemption TO portal_loader;
