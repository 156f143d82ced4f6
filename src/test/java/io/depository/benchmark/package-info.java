/**
 * How fast the depository is, beside what most people would write in its place and beside what the machine can do at
 * all, in one run: {@code mvn -q exec:java@benchmark}.
 */
package io.depository.benchmark;
