package io.depository.routing;

/**
 * One link in the chain of a route: where it begins, or a step that follows.
 *
 * @param id its id in the route file
 * @param kind {@code from} for the beginning, else the step's name in the route file, e.g. {@code bean}, {@code filter}
 * @param what what is called or where it leads, without parameters, e.g. {@code examination.examine}, {@code seda:examine};
 *     empty where the kind says it all
 * @param description what it does, in the words of the route file; empty where there are none
 * @param depth 0 on the route itself, one more within each step that holds others
 * @param exchanges how many exchanges passed it, well or not; 0 while it does not run
 * @param failures how many of them failed in it
 */
public record RouteStep(
        String id, String kind, String what, String description, int depth, long exchanges, long failures) {}
