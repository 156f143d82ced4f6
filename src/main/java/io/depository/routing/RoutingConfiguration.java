package io.depository.routing;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** Points Camel at the route files: {@code depository.routes}, by default those in the jar. */
@Configuration
@PropertySource("classpath:io/depository/routing/routing.properties")
class RoutingConfiguration {}
