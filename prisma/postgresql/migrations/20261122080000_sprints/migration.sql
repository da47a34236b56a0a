-- CreateTable
CREATE TABLE "sprint" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "seed" BIGINT NOT NULL,
    "questions" TEXT NOT NULL,
    "started_at" TIMESTAMP(3) NOT NULL,
    "ends_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "sprint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sprint_answer" (
    "sprint_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "stated" TEXT NOT NULL,
    "right" BOOLEAN NOT NULL,
    "slip" TEXT,
    "mark" TEXT NOT NULL,

    CONSTRAINT "sprint_answer_pkey" PRIMARY KEY ("sprint_id","place")
);

-- CreateIndex
CREATE INDEX "sprint_user_id_started_at_idx" ON "sprint"("user_id", "started_at");

-- AddForeignKey
ALTER TABLE "sprint" ADD CONSTRAINT "sprint_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sprint_answer" ADD CONSTRAINT "sprint_answer_sprint_id_fkey" FOREIGN KEY ("sprint_id") REFERENCES "sprint"("id") ON DELETE CASCADE ON UPDATE CASCADE;


