/** Version of the rules by which a score is computed; every score carries it. Raise it when a rule changes what a submission earns. */
export const engineVersion = '1.1.0'
