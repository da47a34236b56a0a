-- CreateTable
CREATE TABLE "interview_day" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "starts_at" TIMESTAMP(3) NOT NULL,
    "break_minutes" INTEGER NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "abandoned_at" TIMESTAMP(3),

    CONSTRAINT "interview_day_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interview_day_mock" (
    "day_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "drill_slug" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "attempt_id" TEXT,

    CONSTRAINT "interview_day_mock_pkey" PRIMARY KEY ("day_id","place")
);

-- CreateTable
CREATE TABLE "friend_review" (
    "id" TEXT NOT NULL,
    "attempt_id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "changed_at" TIMESTAMP(3),
    "name" TEXT NOT NULL,
    "grades" TEXT NOT NULL,
    "notes" TEXT NOT NULL,

    CONSTRAINT "friend_review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "interview_day_user_id_starts_at_idx" ON "interview_day"("user_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "interview_day_mock_attempt_id_key" ON "interview_day_mock"("attempt_id");

-- CreateIndex
CREATE INDEX "friend_review_attempt_id_at_idx" ON "friend_review"("attempt_id", "at");

-- AddForeignKey
ALTER TABLE "interview_day" ADD CONSTRAINT "interview_day_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview_day_mock" ADD CONSTRAINT "interview_day_mock_day_id_fkey" FOREIGN KEY ("day_id") REFERENCES "interview_day"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview_day_mock" ADD CONSTRAINT "interview_day_mock_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "friend_review" ADD CONSTRAINT "friend_review_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;
