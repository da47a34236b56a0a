/** Raised when our own part of the compiler changes its output, so that what was kept from before is made anew. */
export const compilerVersion = 4
