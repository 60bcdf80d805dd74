-- CreateTable
CREATE TABLE "model_calls" (
    "day" DATE NOT NULL,
    "who" TEXT NOT NULL,
    "calls" INTEGER NOT NULL,

    CONSTRAINT "model_calls_pkey" PRIMARY KEY ("day","who")
);

-- CreateTable
CREATE TABLE "misunderstood" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "locale" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "awaiting" TEXT,
    "candidates" JSONB NOT NULL,
    "proposed" TEXT,
    "chosen" TEXT,

    CONSTRAINT "misunderstood_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE INDEX "misunderstood_at_idx" ON "misunderstood"("at");


-- Counts, and texts without anything that names anybody; no account's data: the system's role alone.
ALTER TABLE model_calls ADD CHECK (calls > 0);
ALTER TABLE misunderstood ADD CHECK (locale IN ('en', 'pl'));
ALTER TABLE misunderstood ADD CHECK (how IN ('unknown', 'offered', 'model'));
GRANT SELECT, INSERT, UPDATE, DELETE ON model_calls TO portal_system;
GRANT SELECT, INSERT, UPDATE, DELETE ON misunderstood TO portal_system;
