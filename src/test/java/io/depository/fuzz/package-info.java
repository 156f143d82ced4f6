/** Targets for a coverage-guided fuzzer (Jazzer), and the command that starts it on one of them. */
package io.depository.fuzz;
