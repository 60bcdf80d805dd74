-- What is owed is summed out of the index alone: an account may have tens of thousands of unpaid invoices.
DROP INDEX "invoice_unpaid";
CREATE INDEX "invoice_unpaid" ON "invoice"("accountId", "dueOn", "id", "issuedOn", "currency", "leftToPay") WHERE ("leftToPay" > (0)::numeric);
