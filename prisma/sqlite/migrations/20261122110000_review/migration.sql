-- CreateTable
CREATE TABLE "judgement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attempt_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "criterion_id" TEXT NOT NULL,
    "verdict" TEXT,
    "reason" TEXT NOT NULL,
    "appealed" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "judgement_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "judgement_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "share_link" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attempt_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    "expires_at" DATETIME NOT NULL,
    "revoked_at" DATETIME,
    CONSTRAINT "share_link_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "mentor_review" (
    "attempt_id" TEXT NOT NULL,
    "mentor_id" TEXT NOT NULL,
    "shared_at" DATETIME NOT NULL,
    "done_at" DATETIME,
    "withdrawn_at" DATETIME,

    PRIMARY KEY ("attempt_id", "mentor_id"),
    CONSTRAINT "mentor_review_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "mentor_review_mentor_id_fkey" FOREIGN KEY ("mentor_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "mentor_comment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attempt_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "place" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "mentor_comment_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "mentor_comment_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "judgement_attempt_id_user_id_at_idx" ON "judgement"("attempt_id", "user_id", "at");

-- CreateIndex
CREATE INDEX "judgement_user_id_idx" ON "judgement"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "share_link_token_hash_key" ON "share_link"("token_hash");

-- CreateIndex
CREATE INDEX "share_link_attempt_id_idx" ON "share_link"("attempt_id");

-- CreateIndex
CREATE INDEX "mentor_review_mentor_id_idx" ON "mentor_review"("mentor_id");

-- CreateIndex
CREATE INDEX "mentor_comment_attempt_id_at_idx" ON "mentor_comment"("attempt_id", "at");

-- CreateIndex
CREATE INDEX "mentor_comment_user_id_idx" ON "mentor_comment"("user_id");


