//! THE TRADE: nouns, rules, formulas, counting. No SQL, no screen, no clock, no IO.
