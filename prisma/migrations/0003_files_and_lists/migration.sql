-- A file made for a person is handed over only while they may see what is in it. Files live a day: none is worth keeping.
DELETE FROM "stored_file";
ALTER TABLE "stored_file" ADD COLUMN "permission" TEXT NOT NULL;

-- The closed invoices of an account that has many unpaid ones.
CREATE INDEX "invoice_closed" ON "invoice"("accountId", "issuedOn" DESC, "id") WHERE ("leftToPay" <= (0)::numeric);
