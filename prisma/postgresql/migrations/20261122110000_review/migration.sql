-- CreateTable
CREATE TABLE "judgement" (
    "id" TEXT NOT NULL,
    "attempt_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "criterion_id" TEXT NOT NULL,
    "verdict" TEXT,
    "reason" TEXT NOT NULL,
    "appealed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "judgement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "share_link" (
    "id" TEXT NOT NULL,
    "attempt_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "revoked_at" TIMESTAMP(3),

    CONSTRAINT "share_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mentor_review" (
    "attempt_id" TEXT NOT NULL,
    "mentor_id" TEXT NOT NULL,
    "shared_at" TIMESTAMP(3) NOT NULL,
    "done_at" TIMESTAMP(3),
    "withdrawn_at" TIMESTAMP(3),

    CONSTRAINT "mentor_review_pkey" PRIMARY KEY ("attempt_id","mentor_id")
);

-- CreateTable
CREATE TABLE "mentor_comment" (
    "id" TEXT NOT NULL,
    "attempt_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "place" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "mentor_comment_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "judgement" ADD CONSTRAINT "judgement_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgement" ADD CONSTRAINT "judgement_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentor_review" ADD CONSTRAINT "mentor_review_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentor_review" ADD CONSTRAINT "mentor_review_mentor_id_fkey" FOREIGN KEY ("mentor_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentor_comment" ADD CONSTRAINT "mentor_comment_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentor_comment" ADD CONSTRAINT "mentor_comment_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;


